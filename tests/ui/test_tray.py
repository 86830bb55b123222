"""The desk in the system's tray."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from pupitre.client.views import LinkState
from pupitre.ui.tray import Tray, tooltip
from pupitre.ui.tray_icon import TrayState

LIVE = TrayState(available=True, link=LinkState.CONNECTED)


@pytest.fixture
def tray(screen: QApplication, qtbot: QtBot) -> Iterator[Tray]:
    window = QWidget()
    qtbot.addWidget(window)
    yield Tray(window)  # noqa: PT022 - the window has to live as long


def test_the_icon_is_said_in_words(screen: QApplication) -> None:
    assert tooltip(TrayState()) == "Pupitre — signed out"
    lost = TrayState(available=True, link=LinkState.LOST, said="No link since 15:47")
    assert tooltip(lost) == "Pupitre — No link since 15:47"
    assert tooltip(TrayState(link=LinkState.CONNECTED)) == "Pupitre — Unavailable"
    busy = TrayState(available=True, link=LinkState.CONNECTED, waiting=2, paused=3)
    assert tooltip(busy) == "Pupitre — Available · 2 visitors wait for your answer · 3 paused"


def test_every_entry_is_an_intent(tray: Tray) -> None:
    asked: list[object] = []
    tray.desk_asked.connect(lambda: asked.append("desk"))
    tray.paused_asked.connect(lambda: asked.append("paused"))
    tray.sign_out_asked.connect(lambda: asked.append("sign out"))
    tray.quit_asked.connect(lambda: asked.append("quit"))
    tray.availability_asked.connect(asked.append)
    tray.show_state(LIVE)
    for action in tray.menu.actions():
        action.trigger()
    assert asked == ["desk", False, "paused", "sign out", "quit"]


def test_signed_out_there_is_only_the_desk_and_the_exit(tray: Tray) -> None:
    tray.show_state(TrayState())
    assert tray.open_action.isEnabled()
    assert tray.quit_action.isEnabled()
    assert not tray.available_action.isEnabled()
    tray.show_state(LIVE)
    assert tray.available_action.isEnabled()
    assert tray.available_action.isChecked()


def test_a_click_opens_the_desk(tray: Tray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.desk_asked):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.desk_asked):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)


def test_where_there_is_no_tray_it_stays_away(tray: Tray) -> None:
    assert QSystemTrayIcon.isSystemTrayAvailable() == tray.show()
    tray.hide()
