"""The parts of the mail, put together."""

from pupitre.server.office import post, stopping
from tests.support.postbox import postbox
from tests.support.server import RESOURCES, Served


async def test_a_post_that_is_there_makes_mail_possible(server: Served) -> None:
    async with postbox() as box:
        post(server.house, box.settings, server.url, RESOURCES)
    assert server.house.present.mails.configured


async def test_without_one_there_is_no_mail(server: Served) -> None:
    assert not server.house.present.mails.configured


def test_the_unsubscribe_page_needs_no_mail() -> None:
    assert set(stopping(RESOURCES).languages) == {"en", "fr"}
