"""The visitor's opinion, asked after the end."""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.support.browser import PHONE, VisitorPage, somebody
from tests.support.clients import expert_at
from tests.support.expert import Expert
from tests.support.pictures import picture
from tests.support.server import served

pytestmark = pytest.mark.journey

RATE = 43_200.0
"""Half a day in a second."""
WEEK = timedelta(days=7)


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
    await picture(camille.page, "survey_thanks")
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


async def test_c7_one_answer_is_enough_for_all_tabs(
    camille: VisitorPage, alice: Expert, server: str
) -> None:
    await camille.say("Goodbye")
    other = VisitorPage(await camille.page.context.new_page())
    await other.visit(f"{server}/demo/velo/ville?lang=en")
    await alice.close(await alice.conversation())
    star = other.page.get_by_role("button", name="Open the chat, give your opinion")
    await star.click()
    form = other.page.get_by_role("form", name="Your opinion")
    await expect(form).to_be_visible()
    await camille.page.get_by_role("radio", name="5 out of 5").check(force=True)
    await camille.page.get_by_role("button", name="Submit").click()
    await expect(form).to_be_hidden()


async def test_the_survey_is_answered_with_the_keyboard_alone(
    browser: Browser, server: str, alice: Expert
) -> None:
    page = await (await somebody(browser, "fr", size=PHONE)).new_page()
    visitor = VisitorPage(page, french=True)
    await visitor.visit(f"{server}/demo/velo?lang=fr")
    await visitor.open()
    await visitor.say("Merci !")
    await alice.close(await alice.conversation())
    await expect(page.get_by_role("form", name="Votre avis")).to_be_visible()
    await page.get_by_role("button", name="Valider").press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("Choisissez une note")
    await page.get_by_role("radio", name="1 sur 5").focus()
    for key in ("Space", "ArrowRight", "ArrowRight", "Tab", "Space"):
        await page.keyboard.press(key)
    await expect(page.get_by_role("radio", name="3 sur 5")).to_be_checked()
    await expect(page.get_by_role("radio", name="0", exact=True)).to_be_checked()
    await picture(page, "survey_phone")
    await page.keyboard.press("Enter")
    answer = await alice.desk.event("survey_answered")
    assert (answer["event"]["csat"], answer["event"]["nps"]) == (3, 0)


@pytest.mark.slow
async def test_c4_the_survey_waits_a_week_for_the_visitor_and_no_longer(
    browser: Browser, tmp_path: Path
) -> None:
    context = await somebody(browser)
    async with served(tmp_path, clock_rate=RATE) as shop, expert_at(shop.url) as desk:
        await desk.available()
        alice = Expert(desk)
        address = f"{shop.url}/demo/velo?lang=en"
        visitor = VisitorPage(await context.new_page())
        await visitor.visit(address)
        await visitor.open()
        await visitor.say("I have to go")
        talk = await alice.conversation()
        await visitor.page.close()
        await desk.event("visitor_left")
        await alice.close(talk)
        closed = shop.house.clock.now()
        back = VisitorPage(await context.new_page())
        await back.visit(address)
        await back.open()
        await expect(back.page.get_by_role("form", name="Your opinion")).to_be_visible()
        assert shop.house.clock.now() < closed + WEEK, "this machine was too slow to tell"
        await back.page.close()
        await shop.house.clock.sleep_until(closed + WEEK + timedelta(hours=1))
        late = VisitorPage(await context.new_page())
        await late.visit(address)
        await late.open()
        await expect(late.box).to_be_visible()
        await expect(late.page.get_by_role("form", name="Your opinion")).to_be_hidden()
