"""The site that embeds the widget: its language, its policy, its peace."""

import asyncio

import pytest
from playwright.async_api import Browser, expect

from tests.support.browser import PHONE, VisitorPage, somebody
from tests.support.expert import Expert
from tests.support.link import Link
from tests.support.pictures import picture
from tests.support.site import site

pytestmark = pytest.mark.journey


async def test_the_chat_speaks_the_language_of_the_page(
    browser: Browser, server: str, alice: Expert
) -> None:
    visitor = VisitorPage(await (await somebody(browser, "fr", size=PHONE)).new_page(), french=True)
    await visitor.visit(f"{server}/demo/velo?lang=fr")
    await visitor.open()
    await visitor.say("Bonjour !")
    await expect(visitor.page.locator(".status")).to_have_text("Avec Alice")
    await picture(visitor.page, "talk_phone_french")
    await alice.close(await alice.conversation())
    await expect(visitor.page.get_by_role("form", name="Votre avis")).to_be_visible()
    await visitor.page.get_by_role("button", name="Passer").click()


async def test_where_nobody_is_and_nobody_may_wait_what_was_typed_is_kept(
    browser: Browser, server: str
) -> None:
    visitor = VisitorPage(await (await somebody(browser)).new_page())
    await visitor.visit(f"{server}/demo/cave?lang=en")
    await visitor.open()
    await expect(visitor.page.locator(".greeting")).to_contain_text("Nobody is available")
    await visitor.write("Which red with duck?")
    await expect(visitor.page.get_by_role("alert")).to_contain_text("Your text is kept here")
    await expect(visitor.box).to_have_value("Which red with duck?")


async def test_nothing_is_stored_before_the_visitor_writes_and_never_a_cookie(
    camille: VisitorPage, alice: Expert
) -> None:
    kept = "() => Object.keys(localStorage).length + Object.keys(sessionStorage).length"
    await camille.box.fill("only a draft")
    assert await camille.page.evaluate(kept) == 0
    await camille.say("written")
    assert await camille.page.evaluate(kept) > 0
    assert await camille.page.context.cookies() == []


async def test_a_site_goes_on_without_its_server(
    browser: Browser, link: Link, alice: Expert
) -> None:
    visitor = VisitorPage(await (await somebody(browser)).new_page())
    link_address = f"http://127.0.0.1:{link.port}/demo/velo?lang=en"
    await visitor.visit(link_address)
    link.unplug()
    await asyncio.sleep(1.5)
    await visitor.page.get_by_role("button", name="Add to basket").first.click()
    await expect(visitor.page.get_by_role("heading", level=1)).to_be_visible()
    assert [trouble for trouble in visitor.troubles if "WebSocket" not in trouble] == []


async def test_a_site_that_the_mission_does_not_know_shows_no_chat_and_no_error(
    browser: Browser, server: str
) -> None:
    policy = f"script-src {server}; connect-src {server.replace('http', 'ws', 1)}; style-src 'none'"
    page = f'<!doctype html><title>Shop</title><script src="{server}/widget/velo.js"></script>'
    async with site(page, {"Content-Security-Policy": policy}) as shop:
        visitor = VisitorPage(await (await somebody(browser)).new_page())
        await visitor.page.goto(shop)
        await expect(visitor.widget).to_have_attribute("data-connection", "offline")
        await expect(visitor.page.get_by_role("button")).to_have_count(0)
        assert visitor.troubles == []
