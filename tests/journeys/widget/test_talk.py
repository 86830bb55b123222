"""A visitor and an expert talk, in a real Chromium and with the real server."""

import pytest
from playwright.async_api import expect

from tests.support.browser import VisitorPage
from tests.support.expert import Expert
from tests.support.pictures import picture

pytestmark = pytest.mark.journey


async def test_the_first_word_reaches_an_expert_whose_answer_comes_back(
    camille: VisitorPage, alice: Expert
) -> None:
    await camille.say("27.5 or 29 inches?")
    talk = await alice.conversation()
    await alice.written("27.5 or 29 inches?")
    await alice.say(talk, "29 forgives more.")
    await expect(camille.messages).to_have_text(["27.5 or 29 inches?", "29 forgives more."])
    await expect(camille.page.locator(".status")).to_have_text("With Alice")
    await picture(camille.page, "talk_desktop")
    await expect(camille.widget).to_have_attribute("data-unseen", "0")
    assert camille.troubles == []


async def test_a_message_that_the_expert_has_seen_says_so(
    camille: VisitorPage, alice: Expert
) -> None:
    await camille.say("Hello?")
    talk = await alice.conversation()
    await alice.must(talk, {"type": "seen", "seq": 100})
    await expect(camille.own("Hello?")).to_have_attribute("data-state", "seen")


async def test_the_expert_sees_what_is_being_typed(camille: VisitorPage, alice: Expert) -> None:
    await camille.say("One question")
    await alice.conversation()
    await camille.box.press_sequentially("is it in sto", delay=20)
    await alice.desk.hear(
        lambda frame: frame["type"] == "typing" and frame["text"] and "is it" in frame["text"]
    )


async def test_unseen_answers_are_counted_on_the_bubble_until_they_are_seen(
    camille: VisitorPage, alice: Expert
) -> None:
    await camille.say("Hello")
    talk = await alice.conversation()
    await camille.close()
    await alice.say(talk, "Good morning!")
    await alice.say(talk, "How tall are you?")
    await expect(camille.widget).to_have_attribute("data-unseen", "2")
    bubble = camille.page.get_by_role("button", name="Open the chat, 2 new messages")
    await expect(bubble).to_be_visible()
    await camille.page.reload()
    await expect(bubble).to_be_visible()
    await bubble.click()
    await expect(camille.widget).to_have_attribute("data-unseen", "0")
    await alice.desk.hear(
        lambda frame: frame["type"] == "event" and frame["event"].get("by") == "visitor"
    )


async def test_the_visitor_ends_the_conversation_and_can_start_another(
    camille: VisitorPage, alice: Expert
) -> None:
    await camille.say("Never mind")
    await alice.conversation()
    await camille.end()
    await expect(camille.widget).to_have_attribute("data-status", "closed")
    departed = await alice.desk.hear(lambda frame: frame["type"] == "departed")
    assert departed["reason"] == "closed"
    skip = camille.page.get_by_role("button", name="Skip")
    if await skip.is_visible():
        await skip.click()
    await camille.say("One more thing")
    await expect(camille.widget).not_to_have_attribute("data-status", "closed")


async def test_the_email_that_the_visitor_leaves_reaches_the_expert(
    camille: VisitorPage, alice: Expert
) -> None:
    await camille.say("I must go soon")
    await alice.conversation()
    box = camille.page.get_by_role("textbox", name="Your e-mail")
    await box.fill("not an address")
    await box.press("Enter")
    await expect(camille.page.get_by_text("This address does not look right")).to_be_visible()
    await box.fill("camille@example.org")
    await camille.page.get_by_role("button", name="Keep me posted").click()
    await alice.desk.hear(lambda frame: "camille@example.org" in str(frame))
    await expect(box).to_be_hidden()


async def test_markup_is_shown_and_only_web_addresses_are_links(
    camille: VisitorPage, alice: Expert
) -> None:
    await camille.say("Hello")
    text = "<img src=x onerror=alert(1)> javascript:alert(2) (https://velo.test/a_(b)). file:///etc"
    await alice.say(await alice.conversation(), text)
    await expect(camille.messages.last).to_have_text(text)
    links = camille.page.locator("pupitre-widget .text a")
    await expect(links).to_have_count(1)
    await expect(links).to_have_attribute("href", "https://velo.test/a_(b)")
    await expect(links).to_have_attribute("rel", "noopener noreferrer")
    assert camille.troubles == []


async def test_the_visitor_sees_that_the_expert_is_typing(
    camille: VisitorPage, alice: Expert
) -> None:
    await camille.say("Hello")
    await alice.typing(await alice.conversation())
    await expect(camille.page.get_by_text("Alice is typing…")).to_be_visible()


async def test_a_blocked_visitor_is_told_politely_and_keeps_the_text(
    camille: VisitorPage, alice: Expert
) -> None:
    await camille.say("Rude words")
    talk = await alice.conversation()
    await alice.must(talk, {"type": "block", "reason": "rude", "until": None})
    await camille.write("More rude words")
    await expect(camille.page.get_by_role("alert")).to_contain_text("You cannot write")
    await expect(camille.box).to_have_value("More rude words")
