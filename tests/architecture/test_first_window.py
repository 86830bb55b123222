"""The first window waits for nothing that it does not show."""

import json
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT

FIRST = """
from pupitre.app import cli
cli.parser().parse_args([])
import pupitre.app.program
"""
"""What `program.run` imports before it shows the way in."""
LIST = """
import pupitre.client.glance, pupitre.ui.front
"""
"""What it imports too where there is a list to show."""
REST = """
import json, sys
from importlib import import_module
from pupitre.app import second_stage
brought = {}
for piece in second_stage.PIECES:
    before = set(sys.modules)
    import_module(piece)
    brought[piece] = sum(name.startswith("pupitre.") for name in set(sys.modules) - before)
"""
"""What it imports while that window is used already."""
TELL = """
import json, sys
print(json.dumps(sorted(sys.modules)))
"""
SHOWN = """
import json
from datetime import datetime
from pathlib import Path
from PySide6 import QtWidgets
from pupitre.app import opening, screen, settings
app = screen.application(settings.Preferences())
opening.Opening(settings.Preferences(), settings.Settings(), None).show(Path("none"), datetime.now)
loaded = "QStyle" in vars(QtWidgets)
app.setStyleSheet("")
print(json.dumps([loaded, app.style().name()]))
"""
"""Shows the way in; tells whether the class of styles was loaded, then which one is worn."""
MOST_AT_ONCE = 25
NOT_FIRST = {
    "the loop": ("asyncio", "ssl", "qasync", "concurrent.futures", "socket"),
    "the session": ("pupitre.client.session", "pupitre.client.views", "pupitre.wire"),
    "the rules": ("pupitre.domain.events", "pupitre.domain.commands", "pupitre.domain.mission"),
    "the panes": ("pupitre.ui.desk", "pupitre.ui.views.pane.", "pupitre.ui.views.composer"),
}
"""Loaded while the list is used already."""
NOT_ON_THE_WAY_IN = {
    "the list": ("pupitre.ui.front", "pupitre.ui.views.conversations", "pupitre.client"),
    "frames and files": ("msgspec", "sqlite3", "hashlib"),
}
"""Loaded while the first page is read already."""
LATER = {
    "Qt's own network": ("PySide6.QtNetwork",),
    "the dialogs": ("pupitre.ui.dialogs.",),
    "the server": ("pupitre.server", "starlette", "uvicorn", "sqlalchemy", "alembic", "argon2"),
    "the link": ("websockets", "truststore", "urllib.request", "http.client"),
    "notices and keyring": ("desktop_notifier", "keyring", "dbus_fast"),
    "the demo and the other commands": ("pupitre.app.demo", "pupitre.app.serve", "jinja2", "PIL"),
    "what tells versions": ("importlib.metadata", "email.", "tarfile", "tuf"),
}


def imported(*parts: str) -> list[str]:
    names: list[str] = json.loads(python(*parts, TELL))
    return names


def python(*parts: str, **more: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", "".join(parts)],
        env={"PYTHONPATH": str(ROOT / "desktop"), "QT_QPA_PLATFORM": "offscreen"} | more,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def first() -> list[str]:
    return imported(FIRST)


@pytest.fixture(scope="module")
def listed() -> list[str]:
    return imported(FIRST, LIST)


@pytest.fixture(scope="module")
def whole() -> list[str]:
    return imported(FIRST, REST)


@pytest.mark.parametrize("what", NOT_FIRST)
def test_the_first_window_does_not_wait_for(what: str, listed: list[str]) -> None:
    assert [name for name in listed if name.startswith(NOT_FIRST[what])] == []


def test_the_first_window_needs_the_list(listed: list[str]) -> None:
    assert "pupitre.ui.views.conversations" in listed


@pytest.mark.parametrize("what", NOT_ON_THE_WAY_IN)
def test_the_way_in_does_not_wait_for(what: str, first: list[str]) -> None:
    assert [name for name in first if name.startswith(NOT_ON_THE_WAY_IN[what])] == []


def test_the_way_in_wears_fusion_without_loading_every_name_of_a_style() -> None:
    loaded, style = json.loads(python(SHOWN, QT_STYLE_OVERRIDE="Windows"))
    assert not loaded
    assert style == "fusion"


@pytest.mark.parametrize("what", LATER)
def test_the_desk_does_not_wait_for(what: str, whole: list[str]) -> None:
    assert [name for name in whole if name.startswith(LATER[what])] == []


def test_what_a_desk_needs_is_loaded_piece_by_piece() -> None:
    """A window that waits for a hundred modules at once does not answer meanwhile."""
    told = python(FIRST, REST, "print(json.dumps(brought))")
    brought: dict[str, int] = json.loads(told)
    assert sum(brought.values()) > 150
    assert {piece: count for piece, count in brought.items() if count > MOST_AT_ONCE} == {}
