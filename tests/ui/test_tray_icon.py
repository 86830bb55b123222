"""What the tray icon looks like."""

import pytest
from PySide6.QtCore import QDir
from PySide6.QtWidgets import QApplication

from pupitre.client.views import LinkState
from pupitre.ui.tray_icon import TrayState, tray_icon

LIVE = TrayState(available=True, link=LinkState.CONNECTED)
STATES = (
    LIVE,
    TrayState(link=LinkState.CONNECTED),
    TrayState(available=True, link=LinkState.LOST),
    TrayState(available=True, link=LinkState.CONNECTED, waiting=1),
    TrayState(available=True, link=LinkState.CONNECTED, waiting=12),
)


@pytest.mark.parametrize("side", [16, 22, 32])
def test_each_state_looks_different(screen: QApplication, side: int) -> None:
    pictures = [tray_icon(state).pixmap(side, side).toImage() for state in STATES]
    for place, picture in enumerate(pictures):
        assert all(picture != other for other in pictures[place + 1 :])


def test_only_a_link_makes_it_true() -> None:
    assert LIVE.linked
    assert TrayState(link=LinkState.CATCHING_UP).linked
    assert not TrayState(link=LinkState.LOST).linked
    assert not TrayState().is_signed_in


def test_without_its_picture_there_is_still_the_count(screen: QApplication) -> None:
    QDir.setSearchPaths("icons", [])
    assert not tray_icon(STATES[-1]).isNull()
