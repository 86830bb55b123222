"""What is chosen in the search field is shown, or done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.support.deskside import Deskside, deskside
from tests.support.loop import until

pytestmark = pytest.mark.usefixtures("screen")


def offered(at: Deskside, words: str) -> list[str]:
    """Type in the search field; return what it offers at once."""
    field = at.desk.page.bar.search
    at.desk.act("search")
    QTest.keyClicks(field, words)
    assert field.offered is not None
    return field.offered.titles()


async def test_a_conversation_is_found_by_name_and_shown() -> None:
    async with deskside() as at:
        assert offered(at, "karim")[0] == "Karim B."
        at.presses(Qt.Key.Key_Return, on=at.desk.page.bar.search)
        assert at.pane.conversation == at.id("Karim B.")
        assert not at.desk.page.bar.search.text()


async def test_a_conversation_is_found_by_what_was_said_in_it() -> None:
    async with deskside() as at:
        field = at.desk.page.bar.search
        assert "Karim B." not in offered(at, "transporteur")
        await until(lambda: field.offered and "Karim B." in field.offered.titles())
        at.presses(Qt.Key.Key_Return, on=field)
        assert at.pane.conversation == at.id("Karim B.")


async def test_an_act_that_is_chosen_is_done() -> None:
    async with deskside() as at:
        offered(at, "four conv")
        at.presses(Qt.Key.Key_Return, on=at.desk.page.bar.search)
        assert at.desk.page.panes.count == 4
