"""What tests on a loop need: Qt's loop, nothing left behind, waiting for a fact."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from pupitre.app.loop import DeskLoop
from pupitre.ui import theme
from tests.support.patience import LONG
from tests.support.patience import until as until

APPLICATION = ["tests", *theme.STYLE]
"""The words of the tests' `QApplication`: it wears what the program does, on every system."""


def qt_loop() -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Answer `pytest_asyncio_loop_factories` for a folder whose tests run on Qt's loop."""
    return {"qt": desk_loop}


def desk_loop() -> asyncio.AbstractEventLoop:
    """Return a new loop over the one application."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(APPLICATION)
    app.setQuitOnLastWindowClosed(False)
    return DeskLoop(app)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Tell pytest-qt the words of the application."""
    return APPLICATION


@pytest.fixture
async def nothing_lost() -> AsyncIterator[None]:
    """Fail on errors that nobody heard and on tasks left behind."""
    loop = asyncio.get_running_loop()
    lost: list[dict[str, Any]] = []
    loop.set_exception_handler(lambda _, context: lost.append(context))
    before = asyncio.all_tasks()
    yield
    await asyncio.sleep(0)
    left = asyncio.all_tasks() - before - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.sleep(0)
    gc.collect()
    await asyncio.sleep(0)
    assert not left, f"tasks left behind: {left}"
    assert not lost, f"errors that nobody heard: {lost}"


async def emitted(signal: SignalInstance, within: float = LONG) -> tuple[object, ...]:
    """Wait for a Qt signal without stopping the loop, and return its values."""
    future = asyncio.get_running_loop().create_future()

    def hit(*values: object) -> None:
        if not future.done():
            future.set_result(values)

    signal.connect(hit)
    try:
        async with asyncio.timeout(within):
            return await future  # type: ignore[no-any-return] # create_future tells no type
    finally:
        signal.disconnect(hit)


def close_windows_left() -> list[str]:
    """Delete what asked to be deleted, then close and name the top-level widgets that remain."""
    if QApplication.instance() is None:
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if QApplication.topLevelWidgets():
        gc.collect()
    return [
        _closed(window) for window in QApplication.topLevelWidgets() if shiboken6.isValid(window)
    ]


def _closed(window: QWidget) -> str:
    name = repr(window)
    shiboken6.delete(window)
    return name
