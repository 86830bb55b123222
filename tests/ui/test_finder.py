"""Words in messages are found on the server while one types in the search field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pupitre.ui.views.choices import Choice
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
        await at.loses_the_link()
        at.desk.search.finder.look("transporteur")
        at.desk.search.finder._ask()
        at.desk.act("search")
        assert "Karim B." in offered(at)


async def test_without_a_link_it_is_said_that_messages_wait() -> None:
    async with deskside() as at:
        await at.loses_the_link()
        at.desk.act("search")
        QTest.keyClicks(at.desk.page.bar.search, "transporteur")
        await until(lambda: offered(at) == ["Messages are searched once the link is back"])


async def test_what_is_found_nowhere_is_said_and_cannot_be_chosen() -> None:
    async with deskside() as at:
        field = at.desk.page.bar.search
        at.desk.act("search")
        QTest.keyClicks(field, "zq")
        assert offered(at) == ["Nothing found"]
        QTest.keyClicks(field, "zq")
        assert offered(at) == []
        await until(lambda: offered(at) == ["Nothing found"])
        at.presses(Qt.Key.Key_Down, on=field)
        at.presses(Qt.Key.Key_Return, on=field)
        assert offered(at) == ["Nothing found"]
        assert field.text() == "zqzq"


async def test_what_is_found_later_leaves_the_mark_where_it_was() -> None:
    async with deskside() as at:
        field = at.desk.page.bar.search
        at.desk.act("search")
        QTest.keyClicks(field, "pause")
        before = offered(at)
        at.presses(Qt.Key.Key_Down, on=field)
        field.add_found("pause", [Choice(key="talk:x", title="Somebody")])
        assert offered(at) == [*before, "Somebody"]
        chosen: list[str] = []
        field.chosen.disconnect()
        field.chosen.connect(chosen.append)
        assert field.offered is not None
        choices = field.offered._model.choices
        at.presses(Qt.Key.Key_Return, on=field)
        assert [it.title for it in choices if it.key in chosen] == [before[1]]
        assert offered(at) == [], "assistive technology finds the rows of a hidden list"


async def test_what_was_typed_without_a_link_is_looked_for_once_it_is_back() -> None:
    async with deskside() as at:
        await at.loses_the_link()
        at.desk.act("search")
        QTest.keyClicks(at.desk.page.bar.search, "transporteur")
        await until(lambda: not at.desk.search.finder._timer.isActive())
        found = offered(at)
        at.stage.backend.reachable = True
        at.stage.session.look_awake()
        await until(lambda: offered(at) != found)
        assert "Karim B." in offered(at)
