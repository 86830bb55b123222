"""A visitor leaves, is written to, and comes back by the mail's link, on another device."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Browser, Page, expect

from tests.support.browser import DESKTOP, PHONE, VisitorPage, somebody
from tests.support.clients import expert_at
from tests.support.expert import Expert
from tests.support.postbox import Postbox, html_of, link_in, postbox
from tests.support.server import Served, served

pytestmark = pytest.mark.journey

RATE = 600.0
"""Ten minutes in a second."""


@pytest.fixture
async def box() -> AsyncIterator[Postbox]:
    async with postbox() as opened:
        yield opened


@pytest.fixture
async def shop(tmp_path: Path, box: Postbox) -> AsyncIterator[Served]:
    async with served(tmp_path, clock_rate=RATE, mail=box.settings) as server:
        yield server


@pytest.fixture
async def marc(shop: Served) -> AsyncIterator[Expert]:
    async with expert_at(shop.url) as desk:
        await desk.available()
        yield Expert(desk)


async def asked_and_left(browser: Browser, shop: Served, marc: Expert) -> str:
    """Play Camille until she is gone; return her conversation."""
    page = await (await somebody(browser)).new_page()
    camille = VisitorPage(page)
    await camille.visit(f"{shop.url}/demo/velo/vtt?lang=en")
    await camille.open()
    await camille.say("27.5 or 29 inches?")
    talk = await marc.conversation()
    await page.get_by_role("textbox", name="Your e-mail").fill("camille@visitor.test")
    await page.get_by_role("button", name="Keep me posted").click()
    await marc.desk.event("email_given")
    assert camille.troubles == []
    await page.context.close()
    await marc.desk.event("visitor_left")
    return talk


async def arrived(browser: Browser, link: str) -> VisitorPage:
    """Follow a mail's link on a phone that was never on the site."""
    phone = VisitorPage(await (await somebody(browser, size=PHONE)).new_page())
    await phone.visit(link)
    return phone


async def test_v5_the_link_opens_the_conversation_on_the_page_it_was_on(
    browser: Browser, shop: Served, marc: Expert, box: Postbox
) -> None:
    talk = await asked_and_left(browser, shop, marc)
    await marc.say(talk, "29 forgives more.")
    await marc.say(talk, "Both are in <b>stock</b> & ready.")
    letter = await box.letter()
    await pictured(browser, html_of(letter), "mail_replies")
    phone = await arrived(browser, link_in(letter))
    await expect(phone.widget).to_have_attribute("data-open", "true")
    await expect(phone.messages).to_have_text(
        ["27.5 or 29 inches?", "29 forgives more.", "Both are in <b>stock</b> & ready."]
    )
    assert phone.page.url == f"{shop.url}/demo/velo/vtt", "the address bar is clean"
    await kept(phone.page, "mail_arrival_phone")
    await marc.desk.event("visitor_arrived")
    french = VisitorPage(phone.page, french=await _is_french(phone.page))
    await french.say("Thank you!")
    await marc.written("Thank you!")
    await phone.page.reload()
    await phone.connected()
    await expect(phone.messages.last).to_have_text("Thank you!")
    assert phone.troubles == []


async def test_c4_the_link_of_a_closed_conversation_asks_for_an_opinion(
    browser: Browser, shop: Served, marc: Expert, box: Postbox
) -> None:
    talk = await asked_and_left(browser, shop, marc)
    await marc.close(talk)
    letter = await box.letter()
    await pictured(browser, html_of(letter), "mail_survey")
    phone = await arrived(browser, link_in(letter))
    form = phone.page.locator("form.survey, form").filter(has=phone.page.get_by_role("radio")).first
    await expect(form).to_be_visible()
    await form.get_by_role("radio").nth(4).check(force=True)
    await kept(phone.page, "mail_survey_phone")
    await form.get_by_role("button").first.click()
    await marc.desk.event("survey_answered")


async def test_a_forged_link_opens_nothing_and_leaves_nothing(
    browser: Browser, shop: Served
) -> None:
    phone = await arrived(browser, f"{shop.url}/demo/velo/vtt?pupitre=forged.link")
    assert phone.page.url == f"{shop.url}/demo/velo/vtt"
    await expect(phone.messages).to_have_count(0)
    assert await phone.page.evaluate("localStorage.length + sessionStorage.length") == 0


async def test_the_unsubscribe_page_works_without_a_script(
    browser: Browser, shop: Served, marc: Expert, box: Postbox
) -> None:
    talk = await asked_and_left(browser, shop, marc)
    await marc.say(talk, "29 forgives more.")
    letter = await box.letter()
    page = await (await somebody(browser, size=PHONE)).new_page()
    await page.goto(str(letter["List-Unsubscribe"]).strip("<>"))
    await kept(page, "mail_stop")
    await page.get_by_role("button").click()
    await expect(page.get_by_role("status")).to_contain_text("Vélo")
    await marc.desk.event("email_withdrawn")


async def test_nothing_of_the_mail_is_loaded_from_anywhere(
    browser: Browser, shop: Served, marc: Expert, box: Postbox
) -> None:
    talk = await asked_and_left(browser, shop, marc)
    await marc.say(talk, '<img src="https://evil.test/x"><script>fetch("/")</script>')
    page = await (await somebody(browser)).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.set_content(html_of(await box.letter()))
    await expect(page.get_by_text('<img src="https://evil.test/x">')).to_be_visible()
    assert asked == []


async def test_only_the_path_of_the_page_is_in_the_mail(
    browser: Browser, shop: Served, marc: Expert, box: Postbox
) -> None:
    talk = await asked_and_left(browser, shop, marc)
    await marc.say(talk, "29 forgives more.")
    link = link_in(await box.letter())
    assert link.startswith(f"{shop.url}/demo/velo/vtt?pupitre=")
    async with httpx.AsyncClient(trust_env=False) as http:
        assert (await http.get(link)).status_code == 200


async def pictured(browser: Browser, html: str, name: str) -> None:
    """Keep pictures of a mail as a mail program shows it."""
    for size, where in ((DESKTOP, "desktop"), (PHONE, "phone")):
        page = await (await somebody(browser, size=size)).new_page()
        await page.set_content(html)
        await kept(page, f"{name}_{where}")


async def kept(page: Page, name: str) -> None:
    """Keep a picture to look at, where PUPITRE_PICTURES says."""
    if folder := os.environ.get("PUPITRE_PICTURES"):
        await page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


async def _is_french(page: Page) -> bool:
    return await page.locator("pupitre-widget").get_attribute("lang") == "fr"
