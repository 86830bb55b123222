"""Nobody leaves the desk with visitors on it (R9)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLabel

from pupitre.app.leaving import Leaving
from pupitre.app.workplace import Workplace
from pupitre.domain.commands import SetAvailability
from pupitre.ui.dialogs.shift import ShiftDialog
from pupitre.ui.preferences import Preferences
from pupitre.ui.window import DeskWindow
from tests.app.afternoon import Afternoon, afternoon
from tests.support.loop import until


@dataclass
class Exit:
    at: Afternoon
    window: DeskWindow
    done: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.leaving = Leaving(self.window, self.place, self.quit, self.sign_out)
        self.window.sign_out_asked.connect(self.leaving.on_settled)

    def place(self) -> Workplace:
        return self.at.place

    def quit(self) -> None:
        self.done.append("quit")

    def sign_out(self, _place: Workplace) -> None:
        self.done.append("signed out")

    def list(self) -> ShiftDialog:
        found = self.window.findChild(ShiftDialog)
        assert isinstance(found, ShiftDialog)
        return found


@dataclass
class SystemsEnd:
    """The system's session manager, which may let programs speak."""

    cancelled: bool = False

    def allowsInteraction(self) -> bool:  # noqa: N802 - as Qt calls it
        return True

    def cancel(self) -> None:
        self.cancelled = True

    def release(self) -> None:
        """Nothing more to say."""


@asynccontextmanager
async def at_the_exit(folder: Path) -> AsyncIterator[Exit]:
    async with afternoon(folder) as at:
        window = DeskWindow(Preferences())
        window.open_desk(at.place.session)
        yield Exit(at, window)
        window.leave_desk()
        window.deleteLater()


async def test_quitting_settles_the_desk_first(tmp_path: Path) -> None:
    async with at_the_exit(tmp_path) as exit_:
        exit_.leaving.ask_to_quit()
        assert exit_.done == []
        exit_.list().accept_button.click()
        await until(lambda: exit_.done)
        assert exit_.done == ["quit"]
        assert not exit_.at.place.has_open


async def test_who_stays_has_not_left(tmp_path: Path) -> None:
    async with at_the_exit(tmp_path) as exit_:
        exit_.leaving.ask_to_quit()
        exit_.list().stay_button.click()
        exit_.leaving.on_stayed()
        assert exit_.done == []
        assert exit_.at.place.has_open
        exit_.leaving.ask_to_sign_out()
        exit_.list().accept_button.click()
        await until(lambda: exit_.done)
        assert exit_.done == ["signed out"]


async def test_a_refused_sign_out_is_said_and_the_desk_stays(tmp_path: Path) -> None:
    async with at_the_exit(tmp_path) as exit_:
        exit_.leaving.on_settled()  # as if the list had been settled, and somebody arrived
        await until(lambda: _says(exit_.window, "settle them first"))
        await until(lambda: not exit_.at.place.over)
        assert exit_.done == []


async def test_without_a_link_the_desk_is_left_all_the_same(tmp_path: Path) -> None:
    async with at_the_exit(tmp_path) as exit_:
        exit_.at.stage.backend.reachable = False
        exit_.at.stage.backend.cut()
        await until(lambda: exit_.at.place.session.connection.stale)
        exit_.leaving.ask_to_quit()
        exit_.list().accept_button.click()
        await until(lambda: exit_.done)
        assert exit_.done == ["quit"]


async def test_the_end_of_the_system_s_session_waits_for_the_list(tmp_path: Path) -> None:
    async with at_the_exit(tmp_path) as exit_:
        manager: Any = SystemsEnd()
        exit_.leaving.on_session_end(manager)
        assert manager.cancelled
        assert exit_.list().isVisible()
        exit_.at.place.session.submit(None, SetAvailability(available=False))


def test_with_nobody_signed_in_quitting_is_at_once() -> None:
    window, done = DeskWindow(Preferences()), []
    leaving = Leaving(window, lambda: None, lambda: done.append("quit"), lambda _: None)
    leaving.ask_to_quit()
    assert done == ["quit"]
    window.deleteLater()


def _says(window: DeskWindow, words: str) -> bool:
    return any(words in label.text() for label in window.findChildren(QLabel))
