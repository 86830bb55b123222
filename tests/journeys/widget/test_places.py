"""One visitor on several pages and in several tabs."""

import pytest
from playwright.async_api import expect

from tests.support.browser import VisitorPage
from tests.support.expert import Expert

pytestmark = pytest.mark.journey


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
