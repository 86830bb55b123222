"""The port for desktop notifications: what is shown, and by whom."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

Picked = Callable[[str, str], None]
"""Called with a notice's key and the name of the button pressed, or "" for the notice itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeButton:
    """Something that can be done from the notice."""

    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a notification says. A newer one of the same key takes its place."""

    key: str
    title: str
    text: str = ""
    buttons: tuple[NoticeButton, ...] = ()


class Notifier(Protocol):
    """Whoever shows notices. Nothing here raises: a notice is a bonus, never the only way."""

    def show(self, notice: Notice) -> None:
        """Show a notice, in place of the one of the same key."""

    def withdraw(self, key: str) -> None:
        """Take the notice of that key away: it has been dealt with."""

    async def run(self) -> None:
        """Do what was asked until cancelled, then take every notice away."""


class KeptNotices:
    """A notifier that shows nothing and remembers all: for a desk without a screen."""

    def __init__(self) -> None:
        self.shown: list[Notice] = []
        self.withdrawn: list[str] = []

    def show(self, notice: Notice) -> None:
        """Remember the notice."""
        self.shown.append(notice)

    def withdraw(self, key: str) -> None:
        """Remember that it was dealt with."""
        self.withdrawn.append(key)

    async def run(self) -> None:
        """Have nothing to do."""
