"""A hand that works the desk by the names its parts have on the screen."""

import asyncio
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

W = TypeVar("W", bound=QWidget)

PATIENCE = 20.0
"""How many seconds a part of the screen may take to be there."""
LOOK_AGAIN = 0.02


class NotThere(Exception):
    """Nothing on the screen has that name."""


class Hand:
    """Presses, writes and chooses, `pace` seconds after one another."""

    def __init__(self, pace: float) -> None:
        self._pace = pace

    async def press(self, name: str) -> None:
        """Press a button, tick a box or choose a radio."""
        (await self.finds(QAbstractButton, name)).click()
        await asyncio.sleep(self._pace)

    async def write(self, name: str, text: str) -> None:
        """Write into a field, in place of what is there."""
        field: QLineEdit | QPlainTextEdit = await self._until(lambda: _field(name), name)
        if isinstance(field, QLineEdit):
            field.selectAll()
            field.insert(text)  # as the keyboard does: `setText` is no edit
        else:
            field.setPlainText(text)
        await asyncio.sleep(self._pace)

    async def finds(self, kind: type[W], name: str) -> W:
        """Wait for a part of the screen."""
        return await self._until(lambda: next(_named(kind, name), None), name)

    async def dialog(self, name: str) -> QDialog:
        """Wait for a dialog to be open."""
        return await self.finds(QDialog, name)

    def dismiss(self) -> None:
        """Leave every open dialog as Escape does."""
        for window in _windows():
            if isinstance(window, QDialog):
                window.reject()

    async def no_dialog(self) -> None:
        """Wait until no dialog is open."""
        async with asyncio.timeout(PATIENCE):
            while any(isinstance(it, QDialog) for it in _windows()):  # noqa: ASYNC110 -- Qt tells nobody
                await asyncio.sleep(LOOK_AGAIN)

    async def _until(self, look: Callable[[], W | None], name: str) -> W:
        try:
            async with asyncio.timeout(PATIENCE):
                while (found := look()) is None:  # noqa: ASYNC110 - the screen has no event
                    await asyncio.sleep(LOOK_AGAIN)
                return found
        except TimeoutError:
            raise NotThere(name) from None


def _field(name: str) -> QLineEdit | QPlainTextEdit | None:
    return next(_named(QPlainTextEdit, name), None) or next(_named(QLineEdit, name), None)


def _named(kind: type[W], name: str) -> Iterator[W]:
    """Yield what shows under that name, what is over the rest first."""
    for window in _windows():
        for part in (window, *window.findChildren(QWidget)):
            if isinstance(part, kind) and part.isVisible() and name in _names(part):
                yield part


def _windows() -> list[QWidget]:
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    return sorted(shown, key=lambda window: not isinstance(window, QDialog))


def _names(part: QWidget) -> tuple[str, ...]:
    words = part.text().replace("&", "") if isinstance(part, QAbstractButton) else ""
    return part.accessibleName(), words, part.windowTitle()
