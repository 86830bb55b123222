"""A balloon stands in where there is no notification area."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pupitre.app.notifier import Notice
from pupitre.app.tray_notices import TrayNotices
from pupitre.ui.tray import Tray


@pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # offscreen has no tray
async def test_a_click_opens_what_the_newest_balloon_speaks_of(qtbot: QtBot) -> None:
    window, picked = QWidget(), []
    qtbot.addWidget(window)
    tray = Tray(window)
    notices = TrayNotices(lambda key, button: picked.append((key, button)))
    notices.show(Notice(key="c0", title="Nobody hears it: there is no icon yet"))
    notices.use(tray)
    tray.icon.show()
    notices.show(Notice(key="c1", title="Camille"))
    notices.show(Notice(key="c2", title="Karim"))
    tray.icon.messageClicked.emit()
    assert picked == [("c2", "")]
    notices.withdraw("c2")
    tray.icon.messageClicked.emit()
    assert picked == [("c2", "")]
    await notices.run()
    tray.hide()
