"""Everything that a report holds is on the screen before it is saved."""

from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from pupitre.ui.dialogs.report import ReportDialog

FILES = {"about.txt": "Pupitre 1.0\n", "desk.log": "connected\nclosed\n"}


def shown(qtbot: QtBot) -> ReportDialog:
    dialog = ReportDialog(FILES)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_each_file_is_shown_whole(screen: QApplication, qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    assert (
        dialog.content.toPlainText()
        == "── about.txt\nPupitre 1.0\n\n── desk.log\nconnected\nclosed"
    )


def test_the_place_is_asked_for_without_waiting(screen: QApplication, qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    dialog.save_button.click()
    chooser = dialog.chooser
    assert isinstance(chooser, QFileDialog)
    assert chooser.isVisible()
    with qtbot.waitSignal(dialog.saved) as saved:
        chooser.fileSelected.emit("/somewhere/report.zip")
    assert saved.args == ["/somewhere/report.zip"]
    assert not dialog.isVisible()


def test_a_report_that_nobody_saves_is_not_saved(screen: QApplication, qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    with qtbot.assertNotEmitted(dialog.saved):
        dialog.reject()
