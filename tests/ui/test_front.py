"""The list is there before its session, and the session takes it as it is."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pupitre.client.availability import Availability
from pupitre.client.glance import Glance
from pupitre.domain.ids import MissionId
from pupitre.domain.standing import Dot
from pupitre.ui import theme
from pupitre.ui.models.entries import CardEntry
from pupitre.ui.preferences import Preferences
from pupitre.ui.window import DeskWindow
from tests.support.deskside import settled
from tests.support.screen import NOON, noon
from tests.support.story import demo_session, until
from tests.support.values import card, paused

YOU = Availability(available=True, open=1, slots=3, max_slots=4)


def glanced() -> Glance:
    cards = (card("camille", dot=Dot.UNKNOWN), paused("thomas", 3, dot=Dot.UNKNOWN))
    return Glance(cards=cards, missions={MissionId("velo"): "Vélo"}, you=YOU)


def opened(qtbot: QtBot, glance: Glance) -> DeskWindow:
    window = DeskWindow(Preferences())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show_glance(glance, noon)
    window.show()
    return window


def test_what_was_kept_is_shown_and_nobody_is_said_to_be_there(
    screen: QApplication, qtbot: QtBot
) -> None:
    window = opened(qtbot, glanced())
    assert window._front is not None
    page, model = window._front.page, window._front.model
    rows = [str(model.index(place).data(Qt.ItemDataRole.AccessibleTextRole)) for place in range(4)]
    assert rows[1].startswith("Camille, Vélo, Presence unknown: no link, Open")
    assert "Paused" in rows[3]
    assert page.status._link.text() == "Connecting…"
    assert page.status._sent.text() == ""
    picture = page.grab().toImage()
    ground = picture.pixelColor(page.panes.geometry().center())
    assert ground == theme.colour("ground"), "as the empty pane that follows"
    assert page.bar._available.text() == "Available"
    assert page.bar._paused.text() == "Wake-ups · 1"
    assert window.focusWidget() is page.list
    assert window.desk is None
    assert not any(action.isEnabled() for action in window.actions())


def test_a_row_is_chosen_with_the_mouse_and_the_keyboard(
    screen: QApplication, qtbot: QtBot
) -> None:
    window = opened(qtbot, glanced())
    assert window._front is not None
    shown, chosen = window._front.page.list, list[str]()
    shown.chosen.connect(chosen.append)
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=_middle(window, "camille"))
    assert chosen[-1] == "camille"
    assert shown.selectedIndexes()[0].row() == 1
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(shown, key)
    assert chosen[-1] == "thomas"


async def test_what_was_chosen_before_the_session_is_opened_with_it(
    screen: QApplication, qtbot: QtBot
) -> None:
    async with demo_session() as stage:
        await until(stage.session.cards)
        cards = stage.session.cards()
        window = opened(qtbot, Glance(cards=cards, you=YOU))
        front = window._front
        assert front is not None
        top = front.page.list.verticalScrollBar().value()
        before, keys = front.page, front.model.keys()
        front.page.list.chosen.emit(cards[0].id)
        front.page.list.chosen.emit(cards[1].id)
        window.open_desk(stage.session)
        await settled()
        assert window.shown() == cards[1].id
        assert window.desk is not None
        assert window.desk.page is before
        assert window.desk.link.model is front.model
        assert front.model.keys()[: len(keys)] == keys
        assert front.page.list.verticalScrollBar().value() == top
        assert front.now() == stage.session.now() != NOON
        row = front.model.at(front.model.position(cards[0].id))
        assert isinstance(row, CardEntry)
        assert row.card.dot is not Dot.UNKNOWN
        window.leave_desk()
        await settled()


async def test_the_keyboard_stays_in_the_list_when_the_desk_comes(
    screen: QApplication, qtbot: QtBot
) -> None:
    async with demo_session() as stage:
        await until(stage.session.cards)
        window = opened(qtbot, Glance(cards=stage.session.cards(), you=YOU))
        assert window._front is not None
        listed = window._front.page.list
        QTest.keyClick(listed, Qt.Key.Key_Down)
        place = listed.currentIndex().row()
        window.open_desk(stage.session)
        await settled()
        assert window.focusWidget() is listed
        assert listed.currentIndex().row() == place
        window.leave_desk()
        await settled()


async def test_a_conversation_that_left_meanwhile_opens_nothing(
    screen: QApplication, qtbot: QtBot
) -> None:
    async with demo_session() as stage:
        await until(stage.session.cards)
        window = opened(qtbot, glanced())
        assert window._front is not None
        window._front.page.list.chosen.emit("camille")
        window.open_desk(stage.session)
        await settled()
        assert window.shown() is None
        assert window.desk is not None
        assert window.desk.link.model.position("camille") < 0
        window.leave_desk()
        await settled()


async def test_what_was_typed_in_the_search_is_looked_for_once_the_desk_is_there(
    screen: QApplication, qtbot: QtBot
) -> None:
    async with demo_session() as stage:
        await until(stage.session.cards)
        window = opened(qtbot, Glance(cards=stage.session.cards(), you=YOU))
        assert window._front is not None
        window.activateWindow()
        field = window._front.page.bar.search
        field.setFocus()
        QTest.keyClicks(field, "transporteur")
        window.open_desk(stage.session)
        await until(lambda: field.offered and "Karim B." in field.offered.titles())
        window.leave_desk()
        await settled()


async def test_availability_can_be_turned_before_the_session(
    screen: QApplication, qtbot: QtBot
) -> None:
    async with demo_session() as stage:
        await until(lambda: stage.session.you)
        assert stage.session.you is not None
        available = stage.session.you.available
        window = opened(qtbot, glanced())
        assert window._front is not None
        window._front.page.bar.availability_asked.emit(not available)
        window.open_desk(stage.session)
        assert stage.session.you.available is not available
        await settled()
        window.leave_desk()
        await settled()


def test_the_way_in_takes_the_place_of_a_list_that_nobody_may_see(
    screen: QApplication, qtbot: QtBot
) -> None:
    window = opened(qtbot, glanced())
    other = DeskWindow(Preferences())
    qtbot.addWidget(other)
    window.show_page(other)
    assert window._front is None
    assert window._stack.count() == 1


def _middle(window: DeskWindow, key: str) -> QPoint:
    assert window._front is not None
    model, shown = window._front.model, window._front.page.list
    return shown.visualRect(model.index(model.position(key))).center()
