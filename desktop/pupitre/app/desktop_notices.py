"""Notices in the system's own notification area, with buttons, through desktop-notifier."""

import asyncio
import logging
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pupitre.app.aside import Aside
from pupitre.app.notifier import Notice, Notifier, Picked

if TYPE_CHECKING:  # it takes longer to load than the first window may
    from desktop_notifier import DesktopNotifier

log = logging.getLogger(__name__)

FAREWELL = 1.0
"""How many seconds taking the notices away may hold the end of the program."""
READERS = {"body-markup", "body-hyperlinks", "body-images"}
"""What a notification area can do only if it reads markup; dunst tells of the first or not."""


class DesktopNotices:
    """Shows notices one after the other; what the system cannot show goes to `fallback`."""

    def __init__(self, name: str, icon: Path, picked: Picked, fallback: Notifier) -> None:
        self._name = name
        self._icon = icon
        self._picked = picked
        self._fallback = fallback
        self._asked: asyncio.Queue[Notice | str] = asyncio.Queue()
        self._shown: dict[str, str] = {}
        self._system: DesktopNotifier | None = None
        self._reads_markup = False

    def show(self, notice: Notice) -> None:
        """Show a notice, in place of the one of the same key."""
        self._asked.put_nowait(notice)

    def withdraw(self, key: str) -> None:
        """Take the notice of that key away."""
        self._asked.put_nowait(key)

    async def run(self) -> None:
        """Do what was asked until cancelled, then take every notice away.

        The library is loaded for the first notice: the first window would wait for it.
        """
        try:
            first = await self._asked.get()
            await self._open()
            await self._do(first)
            while True:
                await self._do(await self._asked.get())
        finally:
            await self._close()

    async def _do(self, asked: Notice | str) -> None:
        """Do one thing; log and go on when the system fails."""
        try:
            if isinstance(asked, Notice):
                await self._show(asked)
            else:
                await self._withdraw(asked)
        except Exception:
            log.exception("a notice could not be shown or taken away")

    async def _show(self, notice: Notice) -> None:
        await self._withdraw(notice.key)
        if self._system is None:
            self._fallback.show(notice)
            return
        self._shown[notice.key] = await self._system.send_notification(self._made(notice))

    async def _withdraw(self, key: str) -> None:
        self._fallback.withdraw(key)
        shown = self._shown.pop(key, None)
        if self._system is None or shown is None:
            return
        if shown in await self._system.get_current_notifications():
            await self._system.clear(shown)

    def _made(self, notice: Notice) -> Any:
        import html  # knows two thousand names of characters

        from desktop_notifier import Button, Notification

        def pressed(name: str) -> Any:
            return lambda: self._on_picked(notice.key, name)

        buttons = tuple(
            Button(title=button.label, identifier=button.name, on_pressed=pressed(button.name))
            for button in notice.buttons
        )
        text = html.escape(notice.text, quote=False) if self._reads_markup else notice.text
        return Notification(notice.title, text, buttons=buttons, on_clicked=pressed(""))

    def _on_picked(self, key: str, name: str) -> None:
        self._shown.pop(key, None)
        self._picked(key, name)

    async def _open(self) -> None:
        """Load the library away from Qt's thread and see whether the system answers."""
        try:
            library = await Aside("notifications").do(import_module, "desktop_notifier")
            system = library.DesktopNotifier(self._name, library.Icon(path=self._icon))
            await system.get_capabilities()
            self._reads_markup = await _reads_markup(system)
            self._system = system
        except Exception as error:  # noqa: BLE001 - each system fails in its own way
            log.info("no notification area: %s", type(error).__name__)

    async def _close(self) -> None:
        if self._system is None:
            return
        try:
            async with asyncio.timeout(FAREWELL):
                await self._system.clear_all()
        except Exception as error:  # noqa: BLE001 - the program ends anyway
            log.info("notices may be left behind: %s", type(error).__name__)
        bus = getattr(self._system._backend, "bus", None)  # noqa: SLF001 - no public way
        if bus is not None:
            bus.disconnect()


async def _reads_markup(system: "DesktopNotifier") -> bool:
    """Tell whether the system would read a visitor's `<b>` or `<img>` instead of showing it."""
    area: Any = getattr(system._backend, "interface", None)  # noqa: SLF001 - no public way
    return area is not None and not READERS.isdisjoint(await area.call_get_capabilities())
