"""A conversation that is over is read again from wherever it is found."""

from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from pupitre.client.archive import NOT_OVER
from pupitre.domain.commands import AnswerSurvey, Close, Transfer
from pupitre.domain.events import Qualified
from pupitre.domain.ids import ConversationId, SubjectId
from pupitre.domain.people import VISITOR
from pupitre.ui.archive_link import why_not
from pupitre.ui.dialogs.closed import ClosedDialog
from pupitre.ui.dialogs.closure import ClosureDialog
from pupitre.ui.preferences import Preferences
from tests.support.deskside import Deskside, deskside, settled
from tests.support.loop import until
from tests.support.story import BRUNO

pytestmark = pytest.mark.usefixtures("screen")
AT_ONCE = Preferences(undo=timedelta(0))


async def over(at: Deskside, name: str, subject: str) -> ConversationId:
    """Close a conversation and forget it, as after a restart."""
    talk = at.id(name)
    at.stage.session.submit(talk, Close(subjects=(SubjectId(subject),), note="Rappeler"))
    await until(lambda: at.stage.floor.talks[talk].state.is_closed)
    await until(lambda: name not in at.listed())
    at.stage.session._desk.replica.forget(talk)
    return talk


D = TypeVar("D", bound=QDialog)


def dialog(kind: type[D]) -> D:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


async def test_it_is_found_by_its_words_and_read_only() -> None:
    async with deskside(AT_ONCE) as at:
        talk = await over(at, "Camille D.", "taille")
        at.desk.act("search")
        search = at.desk.page.bar.search
        QTest.keyClicks(search, "27,5")
        await until(lambda: search.offered and "Camille D." in search.offered.titles())
        QTest.keyClick(search, Qt.Key.Key_Return)
        await until(lambda: at.pane.conversation == talk)
        assert at.sees("29 pouces")
        assert at.pane.pane.composer.field.isReadOnly()
        shown = [it.text() for it in at.pane.pane.head.findChildren(QPushButton) if it.isVisible()]
        assert shown == ["Qualify…"]


async def test_it_is_in_the_list_of_mine_and_can_be_qualified_again() -> None:
    async with deskside(AT_ONCE) as at:
        talk = await over(at, "Camille D.", "taille")
        at.desk.act("closed")
        listed = dialog(ClosedDialog)
        await until(lambda: listed._reads)
        next(iter(listed._reads)).click()
        await until(lambda: at.pane.conversation == talk)
        at.clicks("close")
        asked = dialog(ClosureDialog)
        assert isinstance(asked, ClosureDialog)
        assert asked.picker.chosen() == ("taille",)
        asked.note.edit.setPlainText("Rappelée")
        asked.accept_button.click()
        entries = at.stage.floor.talks[talk].entries
        await until(lambda: isinstance(entries[-1].event, Qualified))
        await until(lambda: at.sees("Rappelée"))


async def test_it_is_read_from_the_visitors_past() -> None:
    async with deskside(AT_ONCE) as at:
        talk = await over(at, "Camille D.", "taille")
        at.stage.guests["Camille D."].writes("Encore moi")
        await until(lambda: "Camille D." in at.listed())
        at.opens("Camille D.")
        past = at.desk.page.panel._past
        await until(past.lines)
        next(iter(past._buttons)).click()
        await until(lambda: at.pane.conversation == talk)


async def test_a_later_survey_is_told_and_led_to() -> None:
    async with deskside(AT_ONCE) as at:
        talk = at.id("Camille D.")
        at.opens("Thomas")
        at.stage.session.submit(talk, Close(subjects=(SubjectId("taille"),)))
        await until(lambda: at.stage.floor.talks[talk].state.is_closed)
        answer = AnswerSurvey(csat=5, nps=10, comment="Parfait")
        at.stage.floor.act(talk, answer, VISITOR)
        notice = at.desk.page.notice
        await until(lambda: notice.text == "Camille D. gave 5 of 5. “Parfait”")
        notice._buttons[0].click()
        await until(lambda: at.pane.conversation == talk)
        assert at.sees("satisfaction 5 of 5 · recommendation 10 of 10: “Parfait”")


async def test_a_draft_to_one_that_left_can_be_read_again() -> None:
    async with deskside(AT_ONCE) as at:
        at.stage.session.keep_draft(at.id("Thomas"), "presque fini")
        talk = at.id("Thomas")
        at.stage.expert("Thomas", Transfer(expert=BRUNO, anyway=True))
        notice = at.desk.page.notice
        await until(lambda: "Your draft is kept." in notice.text)
        notice._buttons[0].click()
        await settled()
        assert at.pane.conversation == talk
        assert at.pane.pane.composer.text == "presque fini"


async def test_without_a_link_it_is_said_that_it_is_elsewhere() -> None:
    async with deskside(AT_ONCE) as at:
        await over(at, "Camille D.", "taille")
        at.desk.act("closed")
        listed = dialog(ClosedDialog)
        await until(lambda: listed._reads)
        await at.loses_the_link()
        next(iter(listed._reads)).click()
        await until(lambda: at.desk.page.notice.text == why_not("unreachable"))


def test_each_reason_has_its_sentence() -> None:
    said = {why_not(it) for it in ("unreachable", NOT_OVER, "slow_down", "unheard of")}
    assert len(said) == 4
