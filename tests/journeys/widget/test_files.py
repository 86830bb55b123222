"""Files in the chat: both ways, refused, called back, without a network, after a reload."""

import asyncio
import base64
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Browser, Locator, expect

from tests.support.browser import PHONE, VisitorPage, somebody
from tests.support.clients import token_of
from tests.support.expert import Expert
from tests.support.link import Link
from tests.support.pictures import drawn, noisy, picture

pytestmark = pytest.mark.journey

Attach = Callable[[VisitorPage, str, bytes], Awaitable[None]]
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
SLOW = 100_000.0
"""Bytes a second: a picture takes long enough to be called back."""
PASTE = """
(box, base64) => {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const data = new DataTransfer();
  data.items.add(new File([bytes], "pasted.png", { type: "image/png" }));
  const about = { bubbles: true, cancelable: true, composed: true };
  box.dispatchEvent(new ClipboardEvent("paste", { ...about, clipboardData: data }));
  for (const kind of ["dragover", "drop"])
    box.dispatchEvent(new DragEvent(kind, { ...about, dataTransfer: data }));
}
"""


def chosen(visitor: VisitorPage) -> Locator:
    """Return the files that wait above the text box."""
    return visitor.page.locator("pupitre-widget .tray li")


@pytest.fixture
def attach(tmp_path: Path) -> Attach:
    """Give a way to choose a file that is on the disk, as people's are."""

    async def choose(visitor: VisitorPage, name: str, content: bytes) -> None:
        file = tmp_path / name
        await asyncio.to_thread(file.write_bytes, content)
        await visitor.page.locator("pupitre-widget input[type=file]").set_input_files(file)

    return choose


async def uploaded(server: str, name: str, content: bytes) -> str:
    """Have Alice upload a file; return its id."""
    headers = {"Authorization": f"Bearer {await token_of(server)}"}
    async with httpx.AsyncClient(trust_env=False) as http:
        files = {"file": (name, content)}
        answer = await http.post(f"{server}/api/attachments", headers=headers, files=files)
    assert answer.status_code in (200, 201), answer.text
    return str(answer.json()["id"])


async def test_files_go_both_ways(
    camille: VisitorPage, alice: Expert, server: str, attach: Attach
) -> None:
    await attach(camille, "cadre.png", drawn())
    await expect(chosen(camille)).to_contain_text("cadre.png")
    await camille.say("This one?")
    talk = await alice.conversation()
    heard = await alice.desk.hear(lambda frame: "cadre.png" in str(frame))
    assert "image/png" in str(heard)
    sent = camille.page.locator("pupitre-widget .message[data-author=visitor] .picture")
    await expect(sent).to_have_attribute("rel", "noopener")
    await expect(sent).to_have_attribute("target", "_blank")
    await expect(sent.locator("img")).to_have_js_property("complete", value=True)
    assert await sent.locator("img").evaluate("(shown) => shown.naturalWidth") > 0
    offer = await uploaded(server, "devis.pdf", PDF)
    await alice.must(talk, {"type": "post", "text": "Our offer", "attachments": [offer]})
    link = camille.page.get_by_role("link", name="devis.pdf")
    await expect(link).to_be_visible()
    await picture(camille.page, "files_both_ways")
    await expect(link).to_have_attribute("rel", "noopener")
    got = await camille.page.request.get(str(await link.get_attribute("href")))
    assert await got.body() == PDF
    assert got.headers["content-disposition"].startswith("attachment")
    assert camille.troubles == []


async def test_a_first_message_may_be_a_file_alone_on_a_phone_in_french(
    browser: Browser, server: str, alice: Expert, attach: Attach
) -> None:
    page = await (await somebody(browser, "fr", size=PHONE)).new_page()
    visitor = VisitorPage(page, french=True)
    await visitor.visit(f"{server}/demo/velo?lang=fr")
    await visitor.open()
    await attach(visitor, "vélo rouge.png", drawn(400, 700))
    await page.get_by_role("button", name="Envoyer").click()
    await alice.desk.hear(lambda frame: "vélo rouge.png" in str(frame))
    await expect(page.get_by_role("link", name="vélo rouge.png")).to_be_visible()
    await picture(page, "files_phone")


async def test_files_are_pasted_dropped_and_taken_out_again(
    camille: VisitorPage, alice: Expert
) -> None:
    await camille.box.evaluate(PASTE, base64.b64encode(drawn()).decode())
    await expect(chosen(camille)).to_have_count(2)
    await expect(chosen(camille).first.locator("canvas")).to_be_visible()
    await picture(camille.page, "files_tray")
    await camille.page.get_by_role("button", name="Remove pasted.png").first.click()
    await expect(chosen(camille)).to_have_count(1)
    assert camille.troubles == []


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("large.pdf", b"%PDF-" + bytes(10 * 1024 * 1024), "is too large"),
        ("films.zip", b"PK\x03\x04", "cannot be sent"),
        ("zip.png", b"PK\x03\x04" + bytes(400), "cannot be sent"),
    ],
    ids=["too large", "wrong type", "a zip called .png"],
)
async def test_a_file_that_is_refused_costs_no_word(
    camille: VisitorPage, alice: Expert, name: str, content: bytes, sentence: str, attach: Attach
) -> None:
    await camille.box.fill("Please look at this")
    await attach(camille, "frame.png", drawn())
    await attach(camille, name, content)
    if name == "zip.png":
        await camille.box.press("Enter")
    await expect(camille.page.get_by_role("alert")).to_contain_text(f"{name} {sentence}")
    await expect(camille.box).to_have_value("Please look at this")
    await expect(camille.messages).to_have_count(0)
    await expect(chosen(camille)).to_have_text([re.compile("frame.png")])
    await picture(camille.page, f"files_refused_{name}")


async def test_a_file_on_its_way_is_seen_and_can_be_called_back(
    browser: Browser, alice: Expert, link: Link, attach: Attach
) -> None:
    visitor = VisitorPage(await (await somebody(browser)).new_page())
    await visitor.visit(f"http://127.0.0.1:{link.port}/demo/velo?lang=en")
    await visitor.open()
    await attach(visitor, "large.png", noisy())
    link.trickle(SLOW)
    await visitor.write("A large one")
    bar = visitor.page.get_by_role("progressbar", name="Sending the files")
    await expect(bar).to_be_visible()
    await picture(visitor.page, "files_progress")
    await visitor.page.get_by_role("button", name="Cancel").click()
    link.mend()
    await expect(visitor.messages).to_have_count(0)
    await expect(visitor.box).to_have_value("A large one")
    await expect(chosen(visitor)).to_contain_text("large.png")
    await visitor.connected()
    await visitor.box.press("Enter")
    await expect(visitor.own("A large one")).to_have_attribute("data-state", "sent")
    await alice.written("large.png")


async def test_files_wait_for_the_network_with_their_message(
    browser: Browser, alice: Expert, link: Link, attach: Attach
) -> None:
    visitor = VisitorPage(await (await somebody(browser)).new_page())
    await visitor.visit(f"http://127.0.0.1:{link.port}/demo/velo?lang=en")
    await visitor.open()
    await visitor.say("Hello")
    await alice.conversation()
    link.unplug()
    await expect(visitor.widget).to_have_attribute("data-connection", "offline")
    await attach(visitor, "later.png", drawn())
    await visitor.write("first")
    await visitor.write("second")
    await expect(visitor.own("second")).to_have_attribute("data-state", "queued")
    await picture(visitor.page, "files_offline")
    link.plug()
    await visitor.connected()
    await expect(visitor.widget).to_have_attribute("data-pending", "0")
    await alice.written("later.png")
    await alice.written("second")
    assert alice.messages == ["Hello", "first", "second"]


async def test_a_reload_loses_the_file_says_so_and_keeps_the_text(
    browser: Browser, alice: Expert, link: Link, attach: Attach
) -> None:
    visitor = VisitorPage(await (await somebody(browser)).new_page())
    await visitor.visit(f"http://127.0.0.1:{link.port}/demo/velo?lang=en")
    await visitor.open()
    await visitor.say("Hello")
    link.trickle(SLOW)
    await attach(visitor, "lost.png", noisy())
    await visitor.write("My long story")
    await expect(visitor.page.get_by_role("progressbar")).to_be_visible()
    link.mend()
    link.cut()
    await visitor.page.reload()
    alert = visitor.page.get_by_role("alert")
    await expect(alert).to_contain_text("left before lost.png could be sent")
    await expect(visitor.box).to_have_value("My long story")
    await picture(visitor.page, "files_lost")
    await visitor.say("My long story")


async def test_another_tab_leaves_a_file_to_the_tab_that_has_it(
    browser: Browser, alice: Expert, link: Link, attach: Attach
) -> None:
    visitor = VisitorPage(await (await somebody(browser)).new_page())
    address = f"http://127.0.0.1:{link.port}/demo/velo?lang=en"
    await visitor.visit(address)
    await visitor.open()
    await visitor.say("Hello")
    other = VisitorPage(await visitor.page.context.new_page())
    await other.visit(address)
    await other.open()
    link.trickle(SLOW)
    await attach(visitor, "slow.png", noisy())
    await visitor.write("From the first tab")
    await expect(visitor.page.get_by_role("progressbar")).to_be_visible()
    await expect(other.own("From the first tab")).to_contain_text("slow.png")
    link.mend()
    await expect(visitor.own("first tab")).to_have_attribute("data-state", "sent")
    await alice.written("slow.png")
    await expect(other.box).to_have_value("")
