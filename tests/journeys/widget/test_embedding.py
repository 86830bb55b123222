"""Sites that embed the widget: a strict policy, hours, a server that hangs, a long sleep."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from pupitre.app.cli import run
from pupitre.server.clock import real_now
from tests.support.browser import PHONE, VisitorPage, somebody
from tests.support.clients import expert_at
from tests.support.expert import Expert
from tests.support.listening import listening
from tests.support.pictures import drawn, payload, picture
from tests.support.server import ServerProgram
from tests.support.site import site

pytestmark = pytest.mark.journey

PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Shop</title>
<meta name="viewport" content="width=device-width">
<h1>Atelier</h1><button>Buy</button><script src="{server}/widget/{mission}.js" async></script>"""
MISSION = """
id = "{mission}"
name = "Atelier"
mark = "AT"
colour = "#ffd84d"
origins = ["{origin}"]
asynchronous = {asynchronous}
consent.en = "We read what you write."
consent.fr = "Nous lisons ce que vous écrivez."
legal_url = "/legal"
timezone = "UTC"
[[hours]]
days = [{day}]
start = "09:00"
end = "18:00"
[[groups]]
id = "{mission}-all"
name = "All"
queue_size = 5
"""


def policy(server: str) -> dict[str, str]:
    """Return the strictest policy that the README gives a site."""
    socket = server.replace("http", "ws", 1)
    allowed = f"script-src {server}; connect-src {server} {socket}; img-src {server}"
    return {"Content-Security-Policy": f"default-src 'none'; {allowed}; form-action 'none'"}


class Shops:
    """A server with missions whose site is elsewhere; started once the site's address is known."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.program = ServerProgram(folder / "data")

    async def found(self, mission: str, origin: str, **more: str) -> None:
        """Create a mission that opens in two days."""
        day = str((real_now() + timedelta(days=2)).isoweekday())
        values = {"day": day, "asynchronous": "true", **more}
        file = self._folder / f"{mission}.toml"
        file.write_text(MISSION.format(mission=mission, origin=origin, **values))
        words = ["admin", "mission", "add", str(file), "--data", str(self._folder / "data")]
        assert await asyncio.to_thread(run, words) == 0


@pytest.fixture
def shops(tmp_path: Path) -> Iterator[Shops]:
    made = Shops(tmp_path)
    with made.program:
        yield made


async def opened(page: Page, address: str, *, french: bool = False) -> VisitorPage:
    visitor = VisitorPage(page, french=french)
    await visitor.visit(address)
    await visitor.open()
    return visitor


async def test_a_site_with_a_strict_policy_has_the_whole_chat_and_asks_nobody_else(
    browser: Browser, shops: Shops
) -> None:
    server = shops.program.url
    body = PAGE.format(language="en", server=server, mission="atelier")
    async with site(body, policy(server)) as shop:
        await shops.found("atelier", shop)
        page = await (await somebody(browser)).new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        visitor = await opened(page, f"{shop}/bikes")
        await expect(page.get_by_role("link", name="Your data")).to_have_attribute(
            "href", f"{shop}/legal"
        )
        assert await page.evaluate("() => localStorage.length + sessionStorage.length") == 0
        chooser = page.locator("pupitre-widget input[type=file]")
        await chooser.set_input_files(payload("frame.png", drawn()))
        await visitor.say("This frame")
        shown = page.locator("pupitre-widget .picture img")
        await expect(shown).to_have_js_property("complete", value=True)
        assert await shown.evaluate("(image) => image.naturalWidth") > 0
        await picture(page, "embedded_strict")
        await page.get_by_role("button", name="Buy").click()
        assert visitor.troubles == []
        assert {url.split("/")[2] for url in asked} <= {server[7:], shop[7:]}
        assert await page.context.cookies() == []


async def test_pictures_that_a_policy_forbids_are_offered_by_name(
    browser: Browser, shops: Shops
) -> None:
    server = shops.program.url
    body = PAGE.format(language="en", server=server, mission="atelier")
    stricter = policy(server)["Content-Security-Policy"].replace(f"; img-src {server}", "")
    async with site(body, {"Content-Security-Policy": stricter}) as shop:
        await shops.found("atelier", shop)
        page = await (await somebody(browser)).new_page()
        visitor = await opened(page, shop)
        chooser = page.locator("pupitre-widget input[type=file]")
        await chooser.set_input_files(payload("frame.png", drawn()))
        await visitor.say("This frame")
        await expect(page.locator("pupitre-widget a.file")).to_contain_text("frame.png")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", r"Our experts are back on \w+day at 9:00 AM"),
        ("fr", r"Nos experts sont de retour \w+ à 09:00"),
    ],
)
async def test_outside_the_hours_the_chat_says_when_experts_are_back(
    browser: Browser, shops: Shops, language: str, sentence: str
) -> None:
    server = shops.program.url
    body = PAGE.format(language=language, server=server, mission="atelier")
    async with site(body, policy(server)) as shop:
        await shops.found("atelier", shop)
        context = await somebody(browser, language, size=PHONE)
        visitor = await opened(await context.new_page(), shop, french=language == "fr")
        greeting = visitor.page.locator("pupitre-widget .greeting")
        await expect(greeting).to_have_text(re.compile(sentence))
        told = {"en": "We read what you write.", "fr": "Nous lisons ce que vous écrivez."}[language]
        await expect(visitor.page.locator(".consent")).to_contain_text(told)
        await picture(visitor.page, f"hours_{language}")
        await visitor.say("I write anyway")
        await expect(visitor.page.locator(".consent")).to_be_hidden()


@pytest.fixture
async def bruno(shops: Shops) -> AsyncIterator[Expert]:
    async with expert_at(shops.program.url, "bruno") as desk:
        yield Expert(desk)


async def test_somebody_who_comes_is_told_while_the_panel_stays_open(
    browser: Browser, shops: Shops, bruno: Expert
) -> None:
    page = await (await somebody(browser)).new_page()
    await page.clock.install()
    await opened(page, f"{shops.program.url}/demo/cave?lang=en")
    greeting = page.locator("pupitre-widget .greeting")
    await expect(greeting).to_contain_text("Nobody is available")
    await bruno.desk.available()
    await page.clock.run_for(61_000)
    await expect(greeting).to_contain_text("Hello! Ask your question")


async def test_a_server_that_hangs_holds_nothing_up(browser: Browser) -> None:
    async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()

    async with listening(hang) as port:
        server = f"http://127.0.0.1:{port}"
        body = PAGE.format(language="en", server=server, mission="atelier")
        async with site(body, {}) as shop:
            page = await (await somebody(browser)).new_page()
            await page.goto(shop, wait_until="domcontentloaded")
            await page.get_by_role("button", name="Buy").click()
            await expect(page.locator("pupitre-widget")).to_have_count(0)
            await page.close()


async def test_a_computer_that_slept_is_back_at_once(
    browser: Browser, shops: Shops, bruno: Expert
) -> None:
    await bruno.desk.available()
    page = await (await somebody(browser)).new_page()
    await page.clock.install()
    visitor = await opened(page, f"{shops.program.url}/demo/velo?lang=en")
    await visitor.say("Hello")
    await bruno.conversation()
    async with page.expect_websocket():
        await page.clock.fast_forward(3_600_000)
    await visitor.connected()
    await expect(visitor.messages).to_have_text(["Hello"])


@pytest.mark.slow
async def test_a_page_change_is_no_departure_but_ten_seconds_are(
    browser: Browser, shops: Shops, bruno: Expert
) -> None:
    await bruno.desk.available()
    page = await (await somebody(browser)).new_page()
    visitor = await opened(page, f"{shops.program.url}/demo/velo?lang=en")
    await visitor.say("Hello")
    await bruno.conversation()
    for name in ("Mountain bikes", "Workshop"):
        await page.get_by_role("link", name=name).click()
        await visitor.connected()
    await bruno.desk.hear(lambda frame: "/demo/velo/atelier" in str(frame))
    assert bruno.desk.events("visitor_left") == []
    await page.close()
    async with asyncio.timeout(20), bruno.desk._heard:
        await bruno.desk._heard.wait_for(lambda: bruno.desk.events("visitor_left"))
    back = VisitorPage(await page.context.new_page())
    await back.visit(f"{shops.program.url}/demo/velo/vtt?lang=en")
    arrived = await bruno.desk.event("visitor_arrived")
    assert arrived["event"]["page"]["url"].endswith("/demo/velo/vtt?lang=en")
    await back.open()
    await expect(back.messages).to_have_text(["Hello"])
