"""The visitor's link breaks, and nothing is lost."""

import pytest
from playwright.async_api import Browser, expect

from tests.support.browser import VisitorPage, somebody
from tests.support.expert import Expert
from tests.support.link import Link
from tests.support.pictures import picture

pytestmark = pytest.mark.journey


async def talking(browser: Browser, alice: Expert, link: Link) -> tuple[VisitorPage, str]:
    """Have a visitor say hello over a link; return their page and the conversation."""
    visitor = VisitorPage(await (await somebody(browser)).new_page())
    await visitor.visit(f"http://127.0.0.1:{link.port}/demo/velo?lang=en")
    await visitor.open()
    await visitor.say("Hello")
    return visitor, await alice.conversation()


async def test_a_cut_link_comes_back_with_what_was_missed(
    browser: Browser, alice: Expert, link: Link
) -> None:
    visitor, talk = await talking(browser, alice, link)
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
    visitor, talk = await talking(browser, alice, link)
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
    visitor, _ = await talking(browser, alice, link)
    link.unplug()
    await expect(visitor.widget).to_have_attribute("data-connection", "offline")
    texts = [f"offline {number}" for number in range(5)]
    for text in texts:
        await visitor.write(text)
    await expect(visitor.own("offline 4")).to_have_attribute("data-state", "queued")
    await expect(visitor.widget).to_have_attribute("data-pending", "5")
    await picture(visitor.page, "network_offline")
    link.plug()
    await visitor.connected()
    await expect(visitor.widget).to_have_attribute("data-pending", "0")
    await alice.written("offline 4")
    await expect(visitor.widget).to_have_attribute("data-pending", "0")
    await expect(visitor.messages).to_have_text(["Hello", *texts])
    assert alice.messages == ["Hello", *texts]
