"""The main job, from the first word to the survey: a real visitor, a real desk, one machine."""

import pytest
from playwright.async_api import Browser, expect

from tests.support.browser import VisitorPage, somebody
from tests.support.patience import soon
from tests.support.pilot import DeskPilot
from tests.support.x11 import XSession

pytestmark = pytest.mark.journey

ASKED = "27.5 or 29 inches?"
BACK = "I am back, what about the saddle?"


async def test_from_the_first_word_to_the_survey(
    alice: DeskPilot, browser: Browser, x_session: XSession
) -> None:
    page = await alice.tries_it()
    camille = VisitorPage(await (await somebody(browser)).new_page())
    await camille.visit(f"{page}?lang=en")
    await camille.open()
    await camille.say(ASKED)
    row = await alice.sees(ASKED, role="list item")
    name = row.split(",")[0]
    assert "Vélo" in row
    await soon(lambda: x_session.notices.titled(f"{name} is on your desk · Vélo"))

    await alice.opens(ASKED)
    await alice.write("Message", "29 rolls better over roots.")
    await alice.press("Send")
    await expect(camille.messages.last).to_have_text("29 rolls better over roots.")
    alice.picture("journey-answered")

    await alice.press("Pause…", role="push button")
    await alice.press("24 hours")
    alice.picture("journey-pause")
    await alice.press("Pause", role="push button")
    await alice.sees("Back tomorrow", role="list item")
    alice.minimise()
    await camille.say(BACK)
    told = f"{name} replied — back on your desk"
    await soon(lambda: x_session.notices.titled(told))
    alice.picture("journey-notified")
    assert alice.active_window() != "Pupitre"
    x_session.notices.click(told)
    await soon(lambda: alice.active_window() == "Pupitre")
    await alice.sees(BACK, role="list item")
    await expect(camille.own(BACK)).to_have_attribute("data-state", "seen")
    alice.picture("journey-back")

    await alice.press("Close…", role="push button")
    await alice.press("Choix du vélo")
    alice.picture("journey-close")
    await alice.press("Close the conversation", role="push button")
    survey = camille.page.get_by_role("form", name="Your opinion")
    await expect(survey).to_be_visible()
    await survey.get_by_role("radio", name="5 out of 5").check(force=True)
    await survey.get_by_role("button", name="Submit").click()
    await expect(survey).to_be_hidden()
    await alice.sees("Waiting for a visitor")
    assert camille.troubles == []
