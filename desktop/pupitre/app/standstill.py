"""What to do where nothing can be kept: say so in a window, and wait until it can."""

import asyncio

from PySide6.QtWidgets import QApplication

from pupitre.app.folders import Folders, Unwritable
from pupitre.app.loop import DeskLoop
from pupitre.ui.dialogs.stuck import StuckDialog


def wait_until_writable(app: QApplication, folders: Folders, error: Unwritable) -> bool:
    """Show why until it is mended; False: somebody gave up."""
    with asyncio.Runner(loop_factory=lambda: DeskLoop(app)) as runner:
        return runner.run(ask(folders, error))


async def ask(folders: Folders, error: Unwritable) -> bool:
    """Show the window and return what becomes of it."""
    answer = asyncio.get_running_loop().create_future()
    dialog = StuckDialog(str(error.folder), error.reason, lambda: _still(folders))
    dialog.over.connect(answer.set_result)
    dialog.open()
    dialog.raise_()
    try:
        return bool(await answer)
    finally:
        dialog.hide()
        dialog.deleteLater()


def _still(folders: Folders) -> str:
    """Return why the folders cannot be written; empty: they can."""
    try:
        folders.prepare()
    except Unwritable as error:
        return error.reason
    return ""
