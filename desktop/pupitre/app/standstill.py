"""What to do where nothing can be kept: say so in a window, and wait until it can."""

import asyncio

from PySide6.QtWidgets import QApplication

from pupitre.app import held, reasons
from pupitre.app.folders import Folders, Unwritable
from pupitre.app.loop import DeskLoop
from pupitre.app.stopping import Stopping
from pupitre.ui.dialogs.stuck import StuckDialog


def wait_until_writable(app: QApplication, folders: Folders, error: Unwritable) -> bool:
    """Show why until it is mended; False: somebody gave up."""
    with asyncio.Runner(loop_factory=lambda: DeskLoop(app)) as runner:
        is_mended = runner.run(ask(folders, error))
    held.hold()
    return is_mended


async def ask(folders: Folders, error: Unwritable) -> bool:
    """Show the window and return what becomes of it."""
    loop = asyncio.get_running_loop()
    answer = loop.create_future()
    dialog = StuckDialog(str(error.folder), reasons.of(error.__cause__), lambda: _still(folders))
    dialog.over.connect(answer.set_result)
    dialog.open()
    dialog.raise_()
    stopping = Stopping(dialog.close, dialog.close)
    stopping.listen(loop)
    try:
        return bool(await answer)
    finally:
        stopping.forget(loop)
        dialog.hide()
        dialog.deleteLater()


def _still(folders: Folders) -> str:
    """Return why the folders cannot be written; empty: they can."""
    try:
        folders.prepare()
    except Unwritable as error:
        return reasons.of(error.__cause__)
    return ""
