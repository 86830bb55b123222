"""What is new in a version is plain text, beside how this desk comes by it."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pupitre.ui.dialogs.update import News, UpdateDialog


def shown(qtbot: QtBot, *, by_itself: bool) -> UpdateDialog:
    news = News(
        version="2.0",
        mine="1.0",
        date="2026-11-22",
        notes="Attachments <b>at last</b>.",
        how="So.",
        by_itself=by_itself,
    )
    dialog = UpdateDialog(news)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_the_notes_are_shown_as_they_are_written(screen: QApplication, qtbot: QtBot) -> None:
    dialog = shown(qtbot, by_itself=True)
    assert dialog.notes.toPlainText() == "Attachments <b>at last</b>."
    assert "22" in dialog.intro.text()
    assert "2026-11-22" not in dialog.intro.text()
    assert dialog.how.text() == "So."


def test_the_update_is_asked_for_once(screen: QApplication, qtbot: QtBot) -> None:
    dialog = shown(qtbot, by_itself=True)
    with qtbot.waitSignal(dialog.asked):
        dialog.update_button.click()
    assert not dialog.isVisible()


def test_where_the_desk_cannot_it_only_tells(screen: QApplication, qtbot: QtBot) -> None:
    dialog = shown(qtbot, by_itself=False)
    with qtbot.assertNotEmitted(dialog.asked):
        dialog.update_button.click()
    assert not dialog.isVisible()
