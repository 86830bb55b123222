"""Dialogs cost nothing until one is opened."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.ui.preferences import Preferences
from tests.architecture.sources import ROOT
from tests.support.deskside import deskside, settled

pytestmark = pytest.mark.usefixtures("screen")


def test_the_first_window_imports_no_dialog() -> None:
    code = "import sys, pupitre.ui.window; print([m for m in sys.modules if '.dialogs.' in m])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(ROOT / "desktop"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


async def test_dialogs_are_made_when_one_is_asked_for() -> None:
    async with deskside() as at:
        late = at.desk._late
        assert not late.are_made
        late.prefer(Preferences(sounds=False))
        at.desk.server = "wss://desk.example"
        at.desk.act("settings")
        assert late.made.server == "wss://desk.example"
        assert not late.made.preferences.sounds
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.close()
        await settled()


async def test_a_conversation_asked_for_in_a_dialog_is_shown() -> None:
    async with deskside() as at:
        at.desk.dialogs.conversation_asked.emit(at.id("Karim B."))
        assert at.window.shown() == at.id("Karim B.")
