"""Closing the window with a visitor on the desk opens the end-of-shift list (R9)."""

import re

import pytest
from playwright.async_api import Browser

from tests.support.browser import VisitorPage, somebody
from tests.support.patience import soon
from tests.support.pilot import DeskPilot
from tests.support.x11 import XSession

MORNING = "Back to"
"""Tomorrow at nine; today, for who works past midnight."""
BACK = re.compile(r"Back (tomorrow \d\d:\d\d)")
TRAY_ICON = re.compile(r'\("pupitre" "pupitre"\)  2\dx2\d\+')
pytestmark = pytest.mark.journey


@pytest.fixture
async def camille(alice: DeskPilot, browser: Browser) -> VisitorPage:
    """Somebody who is on Alice's desk."""
    page = await alice.tries_it()
    visitor = VisitorPage(await (await somebody(browser)).new_page())
    await visitor.visit(f"{page}?lang=en")
    await visitor.open()
    await visitor.say("Is the shop open on Sunday?")
    await alice.sees("Is the shop open", role="list item")
    return visitor


async def test_closing_the_window_settles_the_desk(
    alice: DeskPilot, camille: VisitorPage, x_session: XSession
) -> None:
    alice.close_window()
    await alice.sees("You are now unavailable")
    alice.picture("journey-end-of-shift")
    await alice.press("Stay", role="push button")
    await alice.no_longer_sees("You are now unavailable")
    alice.interrupt()
    await alice.sees("You are now unavailable")
    await alice.press("Settle all and sign out", role="push button")
    assert await alice.ended() == 0
    await alice.start()
    await alice.sees(MORNING, role="list item")


async def test_who_insists_leaves_at_once(alice: DeskPilot, camille: VisitorPage) -> None:
    alice.interrupt()
    await alice.sees("You are now unavailable")
    alice.interrupt()
    assert await alice.ended() == 0


async def test_a_computer_that_shuts_down_is_not_kept_waiting(
    alice: DeskPilot, camille: VisitorPage
) -> None:
    await alice.opens("Is the shop open")
    await alice.write("Message", "Yes, until")
    alice.terminate()
    assert await alice.ended() == 0
    await alice.start()
    row = await alice.sees("Is the shop open", role="list item")
    await alice.opens("Is the shop open")
    assert "draft" in row, "what was being written is there"


async def test_the_tray_has_the_desk_until_it_is_left(
    alice: DeskPilot, x_session: XSession
) -> None:
    await alice.sees("Sign in", role="push button")
    await soon(lambda: tray_icons(alice) == 1)
    alice.close_window()
    assert await alice.ended() == 0
    await soon(lambda: tray_icons(alice) == 0)


async def test_pause_again_from_the_notification(
    alice: DeskPilot, camille: VisitorPage, x_session: XSession
) -> None:
    await alice.opens("Is the shop open")
    await alice.press("Pause…", role="push button")
    await alice.press("24 hours")
    await alice.press("Pause", role="push button")
    row = await alice.sees("Back tomorrow", role="list item")
    name, back = row.split(",")[0], BACK.search(row)
    assert back
    alice.minimise()
    await camille.say("One more thing")
    told = f"{name} replied — back on your desk"
    await soon(lambda: x_session.notices.titled(told))
    x_session.notices.choose(f"Pause again to {back[1]}", told)
    await alice.sees("Back tomorrow", role="list item")
    assert alice.active_window() != "Pupitre"


def tray_icons(alice: DeskPilot) -> int:
    """Count the desk's icons, as small as the tray makes them."""
    return len(TRAY_ICON.findall(alice.x("xwininfo", "-root", "-tree")))
