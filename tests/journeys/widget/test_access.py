"""What axe-core finds in every state of the widget, and what a keyboard can do."""

from importlib.resources import files

import pytest
from playwright.async_api import Browser, Page, expect

from tests.support.browser import DESKTOP, PHONE, VisitorPage, somebody
from tests.support.expert import Expert
from tests.support.pictures import picture
from tests.support.server import RESOURCES

pytestmark = pytest.mark.journey

AXE = files("axe_playwright_python") / "axe.min.js"
COLOURED = {"badge", "talk", "progress", "ending", "survey", "tray"}
"""States in which the mission's colour stands beside a text."""
SEVERE = ("serious", "critical")
RUN = """
async () => {
  const { violations } = await axe.run(document);
  return violations.map(({ id, impact, nodes }) =>
    [impact, `${id}: ${nodes.map(({ target, any }) => target + " " + any[0]?.message)}`]);
}
"""
FOCUSED = """
() => {
  let held = document.activeElement;
  while (held?.shadowRoot) held = held.shadowRoot.activeElement;
  return held?.ariaLabel || held?.textContent || held?.tagName;
}
"""


async def faults(page: Page) -> list[str]:
    """Return what axe-core calls serious or critical on this page."""
    if not await page.evaluate("() => 'axe' in window"):
        await page.evaluate(AXE.read_text("utf-8"))
    return [what for impact, what in await page.evaluate(RUN) if impact in SEVERE]


async def states(page: Page, server: str) -> list[str]:
    """Return the names of the states that the designer's page shows."""
    await page.goto(f"{server}/demo/velo/states")
    frames = page.locator("iframe")
    sources = await frames.evaluate_all("(all) => all.map((frame) => frame.src)")
    return sorted({source.partition("state=")[2].partition("&")[0] for source in sources})


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "look", "some"),
    [
        (DESKTOP, "lang=en&scheme=light", None),
        (PHONE, "lang=fr&scheme=dark&colour=%23ffe066", None),
        (DESKTOP, "lang=fr&scheme=light&colour=%23ffe066", COLOURED),
        (DESKTOP, "lang=fr&scheme=dark&colour=%23101418", COLOURED),
    ],
    ids=["desktop", "phone, dark, pale", "desktop, pale", "dark, black"],
)
async def test_axe_finds_no_serious_fault_in_any_state(
    browser: Browser, server: str, size: tuple[int, int], look: str, some: set[str] | None
) -> None:
    page = await (await somebody(browser, size=size, still=True)).new_page()
    visitor = VisitorPage(page)
    names = await states(page, server)
    assert len(names) >= 25
    assert some is None or some <= set(names)
    found: dict[str, list[str]] = {}
    for name in some or names:
        await page.goto(f"{server}/demo/velo/states/frame?state={name}&{look}")
        await expect(page.locator("html")).to_have_attribute("data-ready", "yes")
        if wrong := await faults(page):
            found[name] = wrong
    assert found == {}
    assert visitor.troubles == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_axe_finds_no_serious_fault_in_a_live_chat(
    browser: Browser, server: str, alice: Expert, size: tuple[int, int]
) -> None:
    visitor = VisitorPage(await (await somebody(browser, size=size, still=True)).new_page())
    await visitor.visit(f"{server}/demo/velo?lang=en")
    assert await faults(visitor.page) == []
    await visitor.open()
    await visitor.say("Hello")
    talk = await alice.conversation()
    await alice.say(talk, "Good morning, see https://velo.example")
    await expect(visitor.messages).to_have_count(2)
    assert await faults(visitor.page) == []
    await alice.close(talk)
    await expect(visitor.page.get_by_role("form", name="Your opinion")).to_be_visible()
    assert await faults(visitor.page) == []


async def test_the_keyboard_goes_from_top_to_bottom_and_escape_puts_the_chat_away(
    camille: VisitorPage, alice: Expert
) -> None:
    await camille.say("Hello")
    await alice.conversation()
    page = camille.page
    await page.get_by_role("dialog").focus()
    order = []
    for _ in range(9):
        await page.keyboard.press("Tab")
        order.append(await page.evaluate(FOCUSED))
    assert order == [
        *("End the conversation", "Sound for new messages", "Close the chat", "Conversation"),
        *("Your e-mail", "Keep me posted", "No, thanks", "Attach a file", "Your message"),
    ]
    await page.get_by_role("button", name="End the conversation").press("Enter")
    assert await page.evaluate(FOCUSED) == "Keep talking"
    await page.keyboard.press("Escape")
    assert await page.evaluate(FOCUSED) == "End the conversation"
    await page.keyboard.press("Escape")
    await expect(camille.widget).to_have_attribute("data-open", "false")
    assert await page.evaluate(FOCUSED) == "Open the chat"


async def test_on_a_phone_the_focus_stays_in_the_panel(
    browser: Browser, server: str, alice: Expert
) -> None:
    visitor = VisitorPage(await (await somebody(browser, size=PHONE)).new_page())
    await visitor.visit(f"{server}/demo/velo?lang=en")
    await visitor.open()
    dialog = visitor.page.get_by_role("dialog", name="Chat with Vélo")
    await expect(dialog).to_have_attribute("aria-modal", "true")
    width = await dialog.evaluate("(panel) => panel.getBoundingClientRect().width")
    assert width == PHONE[0]
    sizes = await visitor.box.evaluate("(box) => parseFloat(getComputedStyle(box).fontSize)")
    assert sizes >= 16, "smaller, and iOS zooms"
    seen = set()
    for _ in range(12):
        await visitor.page.keyboard.press("Tab")
        seen.add(await visitor.page.evaluate(FOCUSED))
    assert "Your message" in seen
    assert not any("basket" in str(name) for name in seen), seen
    await picture(visitor.page, "phone_first")


async def test_new_messages_are_read_out_once_and_old_ones_never(
    camille: VisitorPage, alice: Expert
) -> None:
    spoken = camille.page.locator("pupitre-widget .unseen p")
    await camille.say("Hello")
    talk = await alice.conversation()
    await alice.say(talk, "Good morning!")
    await expect(spoken).to_have_text(["Alice: Good morning!"])
    await expect(camille.page.get_by_role("log")).to_have_attribute("aria-live", "off")
    await camille.page.reload()
    await camille.connected()
    await expect(camille.messages).to_have_count(2)
    await expect(spoken).to_have_count(0)


async def test_the_site_s_shortcuts_hear_nothing_of_what_is_typed(
    camille: VisitorPage, alice: Expert
) -> None:
    await camille.page.evaluate(
        "() => { window.heard = 0; document.addEventListener('keydown', () => window.heard++); }"
    )
    await camille.box.press_sequentially("g/k")
    assert await camille.page.evaluate("() => window.heard") == 0


def test_the_states_are_drawn_without_any_server() -> None:
    for name in ("cases.js", "state.js"):
        text = (RESOURCES / "demo" / name).read_text("utf-8")
        assert "WebSocket" not in text
        assert "fetch(" not in text
