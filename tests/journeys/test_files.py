"""Files between a real desk and a real page: dropped on one side, chosen on the other."""

import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.support.browser import VisitorPage, somebody
from tests.support.papers import png, written
from tests.support.patience import soon
from tests.support.pictures import drawn, payload
from tests.support.pilot import DeskPilot
from tests.support.x11 import XSession

pytestmark = pytest.mark.journey

HANDS = Path(__file__).parents[1] / "support" / "hand_over.py"
BESIDE_THE_MIDDLE = 80
"""A visitor's picture lies at the left of its row."""
PICKER = "pupitre-widget input[type=file]"


@asynccontextmanager
async def held(session: XSession, file: Path) -> AsyncIterator[None]:
    """Hold a file in a window of another program, at the screen's upper left corner."""
    program = _hand_over(session, file)
    try:
        await soon(lambda: _is_shown(session))
        yield
    finally:
        program.kill()
        program.wait()


def _hand_over(session: XSession, file: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, str(HANDS), str(file), "0", "0"], env=session.env)


def _is_shown(session: XSession) -> bool:
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", "^hand-over$"],
        env=session.env,
        capture_output=True,
        check=False,
    )
    return found.returncode == 0


async def drops(alice: DeskPilot, on: str) -> None:
    """Drag what is held to the middle of a part of the desk, step by step as a hand does."""
    x, y = await alice.ask("where", on)
    steps = [(60, 60), (90, 90), (x - 40, y - 40), (x - 10, y - 10), (x, y)]
    alice.x("xdotool", "mousemove", "60", "60", "mousedown", "1")
    for left, top in steps:
        alice.x("xdotool", "mousemove", str(left), str(top), "sleep", "0.1")
    alice.picture("journey-files-dropping")
    alice.x("xdotool", "mouseup", "1")


async def test_a_picture_goes_each_way(
    alice: DeskPilot, browser: Browser, x_session: XSession, tmp_path: Path
) -> None:
    page = await alice.tries_it()
    camille = VisitorPage(await (await somebody(browser)).new_page())
    await camille.visit(f"{page}?lang=en")
    await camille.open()
    await camille.say("Would this frame do?")
    await alice.opens("Would this frame do?")

    async with held(x_session, written(tmp_path, "cadre bleu.png", png(320, 200, (190, 60, 40)))):
        await drops(alice, "Thread")
        await alice.sees("Photo cadre bleu.png")
        alice.picture("journey-files-attached")
    await alice.write("Message", "This one, rather.")
    await alice.press("Send")
    shown = camille.page.locator(".message[data-author=expert] img")
    await expect(shown).to_be_visible()
    await expect(shown).to_have_js_property("naturalWidth", 320)
    await alice.sees("Photo cadre bleu.png", role="list item")

    await camille.page.locator(PICKER).set_input_files(payload("mine.png", drawn(), "image/png"))
    await camille.write("Mine looks like this.")
    await alice.sees("Photo mine.png", role="list item")
    alice.picture("journey-files-received")

    x, y = await alice.ask("where", "Photo mine.png", part=True, role="list item")
    alice.x("xdotool", "mousemove", str(x - BESIDE_THE_MIDDLE), str(y), "click", "1")
    await alice.sees("Picture mine.png")
    await alice.sees("Copy image")
    alice.picture("journey-files-viewer")
    await alice.keys("Escape")
    await alice.no_longer_sees("Picture mine.png")
    assert camille.troubles == []
