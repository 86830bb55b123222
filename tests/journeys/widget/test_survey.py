"""The visitor's opinion, asked after the end."""

import pytest
from playwright.async_api import expect

from tests.support.browser import VisitorPage
from tests.support.expert import Expert

pytestmark = pytest.mark.journey


async def test_the_survey_is_asked_after_closing_and_answered_once(
    camille: VisitorPage, alice: Expert
) -> None:
    await camille.say("Thank you, goodbye")
    talk = await alice.conversation()
    await alice.close(talk)
    await camille.page.get_by_role("radio", name="4 out of 5").check(force=True)
    await camille.page.get_by_role("radio", name="9", exact=True).check(force=True)
    await camille.page.get_by_role("textbox", name="Comment").fill("Quick and kind")
    await camille.page.get_by_role("button", name="Submit").click()
    await expect(camille.page.get_by_text("Thank you for your opinion.")).to_be_visible()
    answer = await alice.desk.hear(
        lambda frame: frame["type"] == "event" and frame["event"]["type"] == "survey_answered"
    )
    assert answer["event"]["csat"] == 4
    assert answer["event"]["nps"] == 9
    assert answer["event"]["comment"] == "Quick and kind"
    await camille.page.reload()
    await camille.connected()
    await expect(camille.box).to_be_visible()


async def test_a_survey_that_was_skipped_does_not_come_back(
    camille: VisitorPage, alice: Expert
) -> None:
    await camille.say("Goodbye")
    await alice.close(await alice.conversation())
    await camille.page.get_by_role("button", name="Skip").click()
    await camille.page.reload()
    await camille.connected()
    await expect(camille.box).to_be_visible()


async def test_who_left_is_asked_at_the_return_and_sees_what_came_meanwhile(
    camille: VisitorPage, alice: Expert, server: str
) -> None:
    await camille.say("I have to go")
    talk = await alice.conversation()
    await camille.close()
    await camille.page.close()
    await alice.say(talk, "Goodbye, and take your time")
    await alice.close(talk)
    back = VisitorPage(await camille.page.context.new_page())
    await back.visit(f"{server}/demo/velo/atelier?lang=en")
    await expect(back.widget).to_have_attribute("data-unseen", "1")
    await back.open()
    await expect(back.messages.last).to_have_text("Goodbye, and take your time")
    await expect(back.page.get_by_role("form", name="Your opinion")).to_be_visible()
    await back.page.get_by_role("button", name="Skip").click()
    await back.page.reload()
    await back.connected()
    await expect(back.widget).to_have_attribute("data-unseen", "0")
    await expect(back.box).to_be_visible()
