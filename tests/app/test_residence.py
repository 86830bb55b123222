"""Around the desk: the system's list of starts, help, and how the run before ended."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pupitre.app.folders import Folders
from pupitre.app.last_run import MARK
from pupitre.app.residence import Residence
from pupitre.app.tasks import stop_all
from pupitre.app.updates.channel import FILE
from pupitre.ui.preferences import Preferences
from pupitre.ui.window import DeskWindow


class Listed:
    """A system that starts the desk, or does not."""

    def __init__(self, *, on: bool) -> None:
        self.on = on

    def is_on(self) -> bool:
        return self.on

    def turn(self, *, on: bool) -> None:
        self.on = on


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    made = Folders.inside(tmp_path)
    made.logs.mkdir()
    return made


def desk(qtbot: QtBot) -> Any:
    window = DeskWindow(Preferences())
    qtbot.addWidget(window)
    return SimpleNamespace(window=window, leaving=SimpleNamespace(ask_to_quit=window.close))


@pytest.mark.parametrize("on", [True, False])
def test_the_system_has_the_last_word_about_the_start(folders: Folders, on: bool) -> None:
    residence = Residence(folders, Listed(on=on))
    assert residence.begin(Preferences(autostart=not on)).autostart is on
    residence.end()


@pytest.mark.parametrize(
    ("address", "chosen", "shown"),
    [
        ("", None, None),
        ("", True, None),
        ("https://get.example.org/", None, True),
        ("https://get.example.org/", False, False),
    ],
)
def test_new_versions_are_a_choice_where_an_address_is_known(
    folders: Folders, address: str, chosen: bool | None, shown: bool | None
) -> None:
    told = {"address": address, "root": "cm9vdA=="}
    (folders.settings / FILE).write_text(json.dumps(told), encoding="utf-8")
    residence = Residence(folders, Listed(on=False))
    assert residence.begin(Preferences(updates=chosen)).updates is shown
    residence.end()


@pytest.mark.parametrize("ends", [True, False])
async def test_a_run_that_was_cut_short_is_told_at_the_next(
    qapp: QApplication, qtbot: QtBot, folders: Folders, ends: bool
) -> None:
    if not ends:
        (folders.logs / MARK).touch()
    residence, opened = Residence(folders, Listed(on=False)), desk(qtbot)
    said: list[str] = []
    opened.window.say = lambda *words: said.append(words[1])
    residence.begin(Preferences())
    residence.welcome(opened)
    opened.window.desk_opened.emit()
    residence.end()
    assert said == ([] if ends else ["report"])
    await stop_all()
