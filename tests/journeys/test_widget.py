"""A visitor in a real Chromium, the real server, and an expert at the other end."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest
from playwright.async_api import Browser, expect

from tests.support.browser import PHONE, VisitorPage, chromium, somebody
from tests.support.clients import expert_at
from tests.support.expert import Expert
from tests.support.link import Link, link_to
from tests.support.server import ServerProgram
from tests.support.site import site

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with ServerProgram(tmp_path_factory.mktemp("demo")) as program:
        yield program.url


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as started:
        yield started


@pytest.fixture
async def link(server: str) -> AsyncIterator[Link]:
    async with link_to(int(server.rpartition(":")[2])) as opened:
        yield opened


@pytest.fixture
async def alice(server: str) -> AsyncIterator[Expert]:
    async with expert_at(server) as desk:
        await desk.available()
        expert = Expert(desk)
        yield expert
        await expert.settle()


@pytest.fixture
async def camille(browser: Browser, server: str, alice: Expert) -> VisitorPage:
    """A visitor of the bicycle shop whose chat is open, and somebody to answer her."""
    visitor = VisitorPage(await (await somebody(browser)).new_page())
    await visitor.visit(f"{server}/demo/velo?lang=en")
    await visitor.open()
    return visitor


async def test_the_first_word_reaches_an_expert_whose_answer_comes_back(
    camille: VisitorPage, alice: Expert
) -> None:
    await camille.say("27.5 or 29 inches?")
    talk = await alice.conversation()
    await alice.written("27.5 or 29 inches?")
    await alice.say(talk, "29 forgives more.")
    await expect(camille.messages).to_have_text(["27.5 or 29 inches?", "29 forgives more."])
    await expect(camille.page.locator(".status")).to_have_text("With Alice")
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


async def test_the_conversation_follows_the_visitor_from_page_to_page(
    camille: VisitorPage, alice: Expert
) -> None:
    await camille.say("Hello")
    await alice.conversation()
    await camille.page.get_by_role("link", name="Mountain bikes").click()
    await camille.connected()
    await expect(camille.widget).to_have_attribute("data-open", "true")
    await expect(camille.messages).to_have_text(["Hello"])
    await alice.desk.hear(lambda frame: "/demo/velo/vtt" in str(frame))


async def test_two_tabs_are_one_visitor_with_one_conversation(
    camille: VisitorPage, alice: Expert, server: str
) -> None:
    other = VisitorPage(await camille.page.context.new_page())
    await other.visit(f"{server}/demo/velo/ville?lang=en")
    await camille.say("From the first tab")
    await other.open()  # and read: browsers tell their other tabs of storage a little late
    await expect(other.messages).to_have_text(["From the first tab"])
    await other.say("From the second")
    talk = await alice.conversation()
    await alice.say(talk, "To both")
    for tab in (camille, other):
        await expect(tab.messages).to_have_text(
            ["From the first tab", "From the second", "To both"]
        )
    assert camille.troubles + other.troubles == []


async def test_a_cut_link_comes_back_with_what_was_missed(
    browser: Browser, alice: Expert, link: Link
) -> None:
    visitor = VisitorPage(await (await somebody(browser)).new_page())
    await visitor.visit(f"http://127.0.0.1:{link.port}/demo/velo?lang=en")
    await visitor.open()
    await visitor.say("Hello")
    talk = await alice.conversation()
    link.unplug()
    await expect(visitor.widget).to_have_attribute("data-connection", "offline")
    await alice.say(talk, "Written while you were away")
    link.plug()
    await visitor.connected()
    await expect(visitor.messages).to_have_text(["Hello", "Written while you were away"])


@pytest.mark.slow
async def test_a_link_that_is_half_open_is_noticed_within_15_seconds(
    browser: Browser, alice: Expert, link: Link
) -> None:
    visitor = VisitorPage(await (await somebody(browser)).new_page())
    await visitor.visit(f"http://127.0.0.1:{link.port}/demo/velo?lang=en")
    await visitor.open()
    await visitor.say("Hello")
    talk = await alice.conversation()
    link.freeze()
    await visitor.write("Said into the void")
    await expect(visitor.widget).to_have_attribute("data-connection", "offline", timeout=16_000)
    link.cut()
    link.thaw()
    await visitor.connected()
    await alice.written("Said into the void")
    await alice.say(talk, "I hear you")
    await expect(visitor.messages).to_have_text(["Hello", "Said into the void", "I hear you"])


async def test_what_is_written_without_a_network_is_sent_once_and_in_order(
    browser: Browser, alice: Expert, link: Link
) -> None:
    visitor = VisitorPage(await (await somebody(browser)).new_page())
    await visitor.visit(f"http://127.0.0.1:{link.port}/demo/velo?lang=en")
    await visitor.open()
    await visitor.say("Hello")
    await alice.conversation()
    link.unplug()
    await expect(visitor.widget).to_have_attribute("data-connection", "offline")
    texts = [f"offline {number}" for number in range(5)]
    for text in texts:
        await visitor.write(text)
    await expect(visitor.own("offline 4")).to_have_attribute("data-state", "queued")
    await expect(visitor.widget).to_have_attribute("data-pending", "5")
    link.plug()
    await alice.written("offline 4")
    await expect(visitor.widget).to_have_attribute("data-pending", "0")
    await expect(visitor.messages).to_have_text(["Hello", *texts])
    assert alice.messages == ["Hello", *texts]


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


async def test_the_chat_speaks_the_language_of_the_page(
    browser: Browser, server: str, alice: Expert
) -> None:
    visitor = VisitorPage(await (await somebody(browser, "fr", size=PHONE)).new_page(), french=True)
    await visitor.visit(f"{server}/demo/velo?lang=fr")
    await visitor.open()
    await visitor.say("Bonjour !")
    await expect(visitor.page.locator(".status")).to_have_text("Avec Alice")
    await alice.close(await alice.conversation())
    await expect(visitor.page.get_by_role("form", name="Votre avis")).to_be_visible()
    await visitor.page.get_by_role("button", name="Passer").click()


async def test_where_nobody_is_and_nobody_may_wait_what_was_typed_is_kept(
    browser: Browser, server: str
) -> None:
    visitor = VisitorPage(await (await somebody(browser)).new_page())
    await visitor.visit(f"{server}/demo/cave?lang=en")
    await visitor.open()
    await expect(visitor.page.locator(".greeting")).to_contain_text("Nobody is available")
    await visitor.write("Which red with duck?")
    await expect(visitor.page.get_by_role("alert")).to_contain_text("Your text is kept here")
    await expect(visitor.box).to_have_value("Which red with duck?")


async def test_nothing_is_stored_before_the_visitor_writes_and_never_a_cookie(
    camille: VisitorPage, alice: Expert
) -> None:
    kept = "() => Object.keys(localStorage).length + Object.keys(sessionStorage).length"
    await camille.box.fill("only a draft")
    assert await camille.page.evaluate(kept) == 0
    await camille.say("written")
    assert await camille.page.evaluate(kept) > 0
    assert await camille.page.context.cookies() == []


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


async def test_a_site_goes_on_without_its_server(
    browser: Browser, link: Link, alice: Expert
) -> None:
    visitor = VisitorPage(await (await somebody(browser)).new_page())
    link_address = f"http://127.0.0.1:{link.port}/demo/velo?lang=en"
    await visitor.visit(link_address)
    link.unplug()
    await asyncio.sleep(1.5)
    await visitor.page.get_by_role("button", name="Add to basket").first.click()
    await expect(visitor.page.get_by_role("heading", level=1)).to_be_visible()
    assert [trouble for trouble in visitor.troubles if "WebSocket" not in trouble] == []


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


async def test_a_site_that_the_mission_does_not_know_shows_no_chat_and_no_error(
    browser: Browser, server: str
) -> None:
    policy = f"script-src {server}; connect-src {server.replace('http', 'ws', 1)}; style-src 'none'"
    page = f'<!doctype html><title>Shop</title><script src="{server}/widget/velo.js"></script>'
    async with site(page, {"Content-Security-Policy": policy}) as shop:
        visitor = VisitorPage(await (await somebody(browser)).new_page())
        await visitor.page.goto(shop)
        await expect(visitor.widget).to_have_attribute("data-connection", "offline")
        await expect(visitor.page.get_by_role("button")).to_have_count(0)
        assert visitor.troubles == []


async def test_a_site_that_changes_its_page_without_loading_one_is_followed(
    camille: VisitorPage, alice: Expert, server: str
) -> None:
    await camille.say("Hello")
    await alice.conversation()
    await camille.page.evaluate(
        "() => { history.pushState({}, '', '/demo/velo/panier'); document.title = 'Basket';"
        " document.body.replaceChildren(); }"
    )
    await alice.desk.hear(
        lambda frame: "/demo/velo/panier" in str(frame) and "Basket" in str(frame)
    )
    await expect(camille.box).to_be_visible()
