"""Words in messages are found on the server while one types in the search field."""

import pytest
from PySide6.QtTest import QTest

from tests.support.deskside import Deskside, deskside
from tests.support.loop import until

pytestmark = pytest.mark.usefixtures("screen")


def offered(at: Deskside) -> list[str]:
    found = at.desk.page.bar.search.offered
    assert found is not None
    return found.titles()


async def test_too_few_letters_are_not_looked_for() -> None:
    async with deskside() as at:
        at.desk.act("search")
        QTest.keyClicks(at.desk.page.bar.search, "tr")
        assert not at.desk.search.finder._timer.isActive()
        QTest.keyClicks(at.desk.page.bar.search, "a")
        assert at.desk.search.finder._timer.isActive()


async def test_without_a_link_only_what_is_known_here_is_offered() -> None:
    async with deskside() as at:
        at.stage.backend.reachable = False
        at.stage.backend.cut()
        await until(lambda: at.stage.session.connection.stale)
        at.desk.search.finder.look("transporteur")
        at.desk.search.finder._ask()
        at.desk.act("search")
        assert "Karim B." in offered(at)


async def test_what_was_typed_without_a_link_is_looked_for_once_it_is_back() -> None:
    async with deskside() as at:
        at.stage.backend.reachable = False
        at.stage.backend.cut()
        await until(lambda: at.stage.session.connection.stale)
        at.desk.act("search")
        QTest.keyClicks(at.desk.page.bar.search, "transporteur")
        await until(lambda: not at.desk.search.finder._timer.isActive())
        found = offered(at)
        at.stage.backend.reachable = True
        at.stage.session.look_awake()
        await until(lambda: offered(at) != found)
        assert "Karim B." in offered(at)
