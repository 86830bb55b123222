"""A new version is offered in the desk, shown, fetched, and takes over at the end."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from pupitre.app.folders import Folders
from pupitre.app.tasks import stop_all
from pupitre.app.updates.offer import Updates
from pupitre.app.updates.place import Kind, Place
from pupitre.ui.preferences import Preferences
from pupitre.ui.window import DeskWindow
from tests.support.loop import until
from tests.support.publisher import Publisher, archive


class Window(DeskWindow):
    """Keeps what it is told, without a desk to show it on."""

    def __init__(self) -> None:
        super().__init__(Preferences())
        self.said: list[tuple[str, list[str]]] = []

    @override
    def warn(self, sentence: str) -> None:
        self.said.append((sentence, []))

    @override
    def offer(self, sentence: str, acts: Sequence[tuple[str, str]]) -> None:
        self.said.append((sentence, [act for act, _ in acts]))


class Offered:
    """A window to which versions are offered, and what it was told."""

    def __init__(self, folder: Path, kind: Kind) -> None:
        self.quits: list[bool] = []
        self.opened: list[str] = []
        self.window = Window()
        self.said = self.window.said
        self.folders = Folders.inside(folder / "desk")
        home = folder / "there" / "pupitre-1.0"
        home.mkdir(parents=True)
        self.place = Place(kind, home)
        self.updates = Updates(
            self.window, self.folders, self.place, self._on_quit, self.opened.append
        )
        self.updates.first = timedelta()
        self.updates.look(wanted=True)

    def _on_quit(self) -> None:
        self.quits.append(True)

    @property
    def acts(self) -> list[str]:
        """The buttons that are there now."""
        return self.said[-1][1] if self.said else []


@pytest.fixture
async def offered(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> AsyncIterator[Callable[[Kind], Offered]]:
    def make(kind: Kind) -> Offered:
        made = Offered(tmp_path, kind)
        qtbot.addWidget(made.window)
        return made

    yield make
    await stop_all()


def published(publisher: Publisher, at: Offered, folder: Path, version: str = "99.0") -> None:
    publisher.tells(at.folders.settings)
    publisher.publishes(version, archive(folder, version))


async def offer(publisher: Publisher, at: Offered, folder: Path) -> None:
    """Have a version published, the desk opened, and wait until it says so."""
    published(publisher, at, folder)
    at.window.desk_opened.emit()
    await until(lambda: at.acts == ["news", "update"])


async def test_without_an_address_nothing_is_said(offered: Callable[[Kind], Offered]) -> None:
    at = offered(Kind.FOLDER)
    at.window.desk_opened.emit()
    await until(lambda: not _is_watching())
    assert at.said == []


def _is_watching() -> bool:
    return any(task.get_name() == "updates" for task in asyncio.all_tasks())


async def test_who_does_not_want_it_is_not_asked_for_and_may_change_their_mind(
    offered: Callable[[Kind], Offered], publisher: Publisher, tmp_path: Path
) -> None:
    at = offered(Kind.FOLDER)
    published(publisher, at, tmp_path)
    at.window.preferences_changed.emit(Preferences(updates=True))
    assert _is_watching()
    at.window.preferences_changed.emit(Preferences(updates=False))
    await until(lambda: not _is_watching())
    at.window.desk_opened.emit()
    assert not _is_watching()
    at.window.preferences_changed.emit(Preferences(updates=True))
    await until(lambda: at.acts == ["news", "update"])


async def test_a_version_is_offered_fetched_and_takes_over(
    offered: Callable[[Kind], Offered], publisher: Publisher, tmp_path: Path
) -> None:
    at = offered(Kind.FOLDER)
    await offer(publisher, at, tmp_path)
    assert at.said == [("Pupitre 99.0 is out.", ["news", "update"])]
    at.window.program_asked.emit("update")
    await until(lambda: at.acts == ["restart"])
    assert ("Fetching Pupitre 99.0: 100 %", []) in at.said
    at.window.program_asked.emit("restart")
    assert at.quits
    assert at.updates.take_over() == at.place.program
    assert at.place.program.exists()


async def test_without_a_restart_the_next_start_is_the_new_versions(
    offered: Callable[[Kind], Offered], publisher: Publisher, tmp_path: Path
) -> None:
    at = offered(Kind.FOLDER)
    await offer(publisher, at, tmp_path)
    at.window.program_asked.emit("update")
    await until(lambda: at.acts == ["restart"])
    at.window.program_asked.emit("restart")
    at.window.stayed.emit()
    assert at.updates.take_over() is None
    assert at.place.program.exists()


async def test_what_is_new_is_shown_and_leads_to_the_update(
    offered: Callable[[Kind], Offered], publisher: Publisher, tmp_path: Path
) -> None:
    at = offered(Kind.FOLDER)
    await offer(publisher, at, tmp_path)
    at.window.program_asked.emit("news")
    assert at.updates.dialog is not None
    assert at.updates.dialog.notes.toPlainText() == "Attachments."
    at.updates.dialog.update_button.click()
    await until(lambda: at.acts == ["restart"])


@pytest.mark.parametrize(
    ("kind", "how"),
    [(Kind.PACKAGE, "came with a package"), (Kind.LOCKED, "ask whoever installed Pupitre there")],
)
async def test_a_copy_that_is_not_the_desks_is_told_how_and_not_touched(
    kind: Kind,
    how: str,
    offered: Callable[[Kind], Offered],
    publisher: Publisher,
    tmp_path: Path,
) -> None:
    at = offered(kind)
    await offer(publisher, at, tmp_path)
    at.window.program_asked.emit("update")
    assert at.updates.dialog is not None
    assert how in at.updates.dialog.how.text()
    at.updates.dialog.update_button.click()
    assert at.updates.take_over() is None
    assert not list(at.place.home.parent.glob(".*"))


async def test_another_language_keeps_what_was_offered(
    offered: Callable[[Kind], Offered], publisher: Publisher, tmp_path: Path
) -> None:
    at = offered(Kind.FOLDER)
    await offer(publisher, at, tmp_path)
    at.window.desk_opened.emit()
    assert [acts for _, acts in at.said] == [["news", "update"]] * 2


@pytest.mark.logs("updates: forged")
async def test_a_forged_list_is_said(
    offered: Callable[[Kind], Offered], publisher: Publisher, tmp_path: Path
) -> None:
    at = offered(Kind.FOLDER)
    published(publisher, at, tmp_path)
    publisher.file("timestamp.json").write_text("{}")
    at.window.desk_opened.emit()
    await until(lambda: at.said)
    assert "is not signed by Pupitre’s publisher" in at.said[0][0]
    assert at.updates.take_over() is None


async def test_on_other_systems_the_installer_has_the_last_word(
    offered: Callable[[Kind], Offered], publisher: Publisher, tmp_path: Path
) -> None:
    at = offered(Kind.INSTALLER)
    await offer(publisher, at, tmp_path)
    at.window.program_asked.emit("update")
    await until(lambda: at.acts == ["installer"])
    at.window.program_asked.emit("installer")
    assert at.opened[0].startswith("file://")
