"""The list is chosen from by hand, by keys and by assistive technology, never by surprise."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pupitre.client.views import Card
from pupitre.domain.conversation import Status
from pupitre.domain.ids import ConversationId, GroupId, MissionId
from pupitre.domain.presence import Dot
from pupitre.ui.models.conversations import ConversationModel
from pupitre.ui.models.entries import GroupEntry, Section, SectionEntry
from pupitre.ui.views.card_paint import paint_card, second_line, signs
from pupitre.ui.views.conversation_delegate import title_in
from pupitre.ui.views.conversations import ConversationList
from tests.support.screen import NOON, noon
from tests.support.values import card, paused, waiting

CARDS: tuple[Card, ...] = (
    waiting("camille", 21, unread=1),
    waiting("thomas", 80, dot=Dot.UNKNOWN, unread=120, pending=True, locked="answered"),
    card("karim", dot=Dot.LEFT, has_draft=True, suggests_goodbye=True),
    paused("ines", 18),
)
QUEUE = GroupEntry(
    group=GroupId("conseil"), name="Conseil vélo", mark="VÉLO", colour="#0f7b4f", waiting=3
)


def mission_name(_id: MissionId) -> str:
    return "Atelier Vélo"


@pytest.fixture
def shown(screen: QApplication, qtbot: QtBot) -> ConversationList:
    model = ConversationModel(noon, mission_name)
    made = ConversationList(model, noon)
    model.setParent(made)
    qtbot.addWidget(made)
    model.show(CARDS, [QUEUE])
    made.resize(315, 600)
    made.show()
    return made


def chosen(shown: ConversationList) -> list[str]:
    told: list[str] = []
    shown.chosen.connect(told.append)
    return told


def test_a_click_chooses(shown: ConversationList) -> None:
    told = chosen(shown)
    place = shown.visualRect(shown.model().index(2, 0)).center()
    QTest.mouseClick(
        shown.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    assert told == ["camille"]


def test_arrows_pass_over_and_enter_opens(shown: ConversationList) -> None:
    told = chosen(shown)
    shown.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(shown, key)
    assert told == []
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert len(told) == 1


def test_the_keyboard_begins_at_the_first_card_and_never_at_a_title(
    shown: ConversationList,
) -> None:
    told = chosen(shown)
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert told == ["thomas"]


def test_the_keyboard_begins_at_the_conversation_that_is_shown(shown: ConversationList) -> None:
    told = chosen(shown)
    shown.show_chosen(ConversationId("karim"))
    QTest.keyClick(shown, Qt.Key.Key_Down)
    shown.clearFocus()
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert told == ["karim"]


def test_the_keyboard_stays_where_it_was_while_somebody_looks_away(shown: ConversationList) -> None:
    told = chosen(shown)
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Down)
    shown.clearFocus()
    shown.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert told == ["camille"]


def test_what_assistive_technology_selects_is_opened(shown: ConversationList) -> None:
    told = chosen(shown)
    flag = QItemSelectionModel.SelectionFlag.Select
    shown.selectionModel().select(shown.model().index(1, 0), flag)
    assert told == ["thomas"]


def test_showing_what_is_open_opens_nothing(shown: ConversationList) -> None:
    told = chosen(shown)
    shown.show_chosen(ConversationId("camille"))
    assert told == []
    assert [it.row() for it in shown.selectionModel().selectedIndexes()] == [2]
    shown.show_chosen(None)
    assert not shown.selectionModel().hasSelection()


def test_a_title_folds_its_section(shown: ConversationList) -> None:
    place = shown.visualRect(shown.model().index(4, 0)).center()
    before = shown.model().rowCount()
    QTest.mouseClick(
        shown.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    assert shown.model().rowCount() == before - 1


def test_a_title_gives_way_to_its_count(screen: QApplication) -> None:
    row = SectionEntry(section=Section.WAITING, count=120)
    assert title_in(500, row) == "Waiting in my groups"
    words = title_in(150, row)
    assert words.startswith("Waiting")
    assert words.endswith("…")


def test_the_order_is_kept_under_the_pointer_and_while_typing(shown: ConversationList) -> None:
    model = shown.model()
    assert isinstance(model, ConversationModel)
    shown.enterEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert model.is_held
    shown.somebody_types()
    shown.leaveEvent(QEvent(QEvent.Type.Leave))
    assert model.is_held
    shown._typing.stop()
    shown._hold()
    assert not model.is_held


def test_clocks_run_only_while_they_are_seen(shown: ConversationList) -> None:
    assert shown._clock.isActive()
    shown.hide()
    assert not shown._clock.isActive()


def test_each_second_paints_only_what_says_another_time(
    screen: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [NOON]
    model = ConversationModel(noon, mission_name)
    made = ConversationList(model, lambda: clock[0])
    model.setParent(made)
    qtbot.addWidget(made)
    model.show(CARDS, [QUEUE])
    made.resize(315, 600)
    made.show()
    painted: list[str] = []

    def paint_and_tell(
        painter: QPainter, box: QRect, card: Card, now: datetime, *, types: bool
    ) -> None:
        painted.append(card.id)
        paint_card(painter, box, card, now, types=types)

    def second(passed: int) -> list[str]:
        clock[0] = NOON + timedelta(seconds=passed)
        made._on_second()
        painted.clear()
        for _ in range(5):
            screen.processEvents()
        return painted

    monkeypatch.setattr("pupitre.ui.views.conversation_delegate.paint_card", paint_and_tell)
    for passed in (0, 1):
        second(passed)
    assert set(second(2)) == {"camille", "thomas"}
    assert set(second(60)) == {"camille", "thomas", "karim"}


def test_a_late_answer_is_red_and_one_in_time_is_amber(shown: ConversationList) -> None:
    picture = shown.grab().toImage()
    late, in_time = (shown.visualRect(shown.model().index(row, 0)) for row in (1, 2))
    for rect, colour in ((late, "#c8372d"), (in_time, "#b25e09")):
        top = rect.top() + shown.viewport().y()
        seen = {
            picture.pixelColor(x, y).name() for x in range(240, 315) for y in range(top, top + 30)
        }
        assert colour in seen


def test_who_is_typing_stands_out(shown: ConversationList) -> None:
    model = shown.model()
    assert isinstance(model, ConversationModel)
    quiet = shown.grab().toImage()
    model.show_typing(ConversationId("camille"), typing=True)
    rect = shown.visualRect(model.index(model.position("camille"), 0))
    line = rect.adjusted(0, rect.height() // 2, 0, 0).translated(0, shown.viewport().y())
    assert shown.grab().toImage().copy(line) != quiet.copy(line)


def test_the_second_line_says_what_matters(screen: QApplication) -> None:
    assert second_line(card("camille"), NOON) == "Et pour un usage en ville ?"
    assert second_line(card("camille", preview_mine=True), NOON).startswith("You: ")
    assert second_line(paused("ines", 3), NOON) == "Back today 18:47 · pause 1 of 2"
    assert "goodbye" in second_line(card("karim", suggests_goodbye=True), NOON)


def test_signs_tell_drafts_locks_and_what_is_on_its_way() -> None:
    assert signs(card("camille")) == ()
    assert signs(card("camille", has_draft=True)) == ("pencil",)
    assert signs(card("camille", locked="answered", pending=True)) == ("lock", "clock")
    assert card("camille", status=Status.OPEN).status is Status.OPEN
