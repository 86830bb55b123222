"""Where nothing can be kept, a window says so until it is mended."""

import asyncio
import os
import signal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from pupitre.app import standstill
from pupitre.app.folders import Folders, Unwritable
from pupitre.ui.dialogs.stuck import StuckDialog
from tests.support.loop import until


def shown() -> StuckDialog:
    (found,) = [it for it in QApplication.topLevelWidgets() if isinstance(it, StuckDialog)]
    return found


def unwritable(folders: Folders) -> Unwritable:
    with pytest.raises(Unwritable) as caught:
        folders.prepare()
    return caught.value


async def test_it_waits_until_the_folder_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    folders = Folders.inside(tmp_path / "data")
    waiting = asyncio.get_running_loop().create_task(standstill.ask(folders, unwritable(folders)))
    await until(lambda: any(isinstance(it, StuckDialog) for it in QApplication.topLevelWidgets()))
    dialog = shown()
    assert str(tmp_path / "data") in dialog._reason.text()
    dialog.retry_button.click()
    assert dialog.isVisible(), "it is still in the way"
    (tmp_path / "data").unlink()
    dialog.retry_button.click()
    assert await waiting
    assert folders.data.is_dir()


async def test_somebody_may_give_up(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    folders = Folders.inside(tmp_path / "data")
    waiting = asyncio.get_running_loop().create_task(standstill.ask(folders, unwritable(folders)))
    await until(lambda: any(isinstance(it, StuckDialog) for it in QApplication.topLevelWidgets()))
    next(it for it in shown().findChildren(QPushButton) if it.text() == "Quit").click()
    assert not await waiting


async def test_the_system_may_end_it(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    folders = Folders.inside(tmp_path / "data")
    waiting = asyncio.get_running_loop().create_task(standstill.ask(folders, unwritable(folders)))
    await until(lambda: any(isinstance(it, StuckDialog) for it in QApplication.topLevelWidgets()))
    os.kill(os.getpid(), signal.SIGTERM)
    assert not await waiting
