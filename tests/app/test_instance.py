"""A second start hands its link to the desk that is open, and ends."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from pupitre.app import door, doorbell, instance, pipe_bell
from pupitre.app.instance import Begun, Instance
from tests.architecture.sources import ROOT

LINK = "pupitre://conversation/0199"
SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from pupitre.app.instance import Instance
app = QCoreApplication([])
print(Instance(Path(sys.argv[1])).begin(sys.argv[2]).value)
"""


@pytest.fixture(params=[doorbell.ring, pipe_bell.ring], ids=("unix", "pipe"), autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Meet as each system does; whoever is started meanwhile rings as this one does."""
    bell = doorbell.UnixBell if request.param is doorbell.ring else pipe_bell.PipeBell
    monkeypatch.setattr(instance, "way_of_this_system", lambda: (bell, request.param))


@pytest.fixture(autouse=True)
def session_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> Iterator[Instance]:
    opened = Instance(tmp_path)
    assert opened.begin("") is Begun.FIRST
    yield opened
    opened.end()
    opened.deleteLater()


def second(folder: Path, link: str) -> subprocess.Popen[str]:
    """Start another desk of the same data."""
    command = [sys.executable, "-c", SECOND, str(folder), link]
    env = {"PYTHONPATH": str(ROOT / "desktop"), "XDG_RUNTIME_DIR": str(folder)}
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("link", [LINK, ""])
def test_the_first_desk_hears_what_the_second_was_started_for(
    first: Instance, qtbot: QtBot, tmp_path: Path, link: str
) -> None:
    with qtbot.waitSignal(first.asked, timeout=15_000) as asked:
        other = second(tmp_path, link)
    assert asked.args == [link]
    assert other.communicate()[0] == "handed over\n"


def test_what_a_killed_desk_left_is_no_obstacle(qtbot: QtBot, tmp_path: Path) -> None:
    Path(door.name(tmp_path)).touch()
    late = Instance(tmp_path)
    assert late.begin(LINK) is Begun.FIRST
    late.end()


def test_a_desk_that_hangs_is_not_taken_for_one_that_answers(
    first: Instance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody turns the first desk's loop meanwhile."""
    monkeypatch.setattr(instance, "PATIENCE", 200)
    assert Instance(tmp_path).begin(LINK) is Begun.NO_ANSWER


@pytest.mark.parametrize("noise", [b"hello\n", b'{"link": 3}\n', b"x" * 10_000])
def test_noise_at_the_door_is_not_heard(
    first: Instance, qtbot: QtBot, tmp_path: Path, noise: bytes
) -> None:
    heard: list[str] = []
    first.asked.connect(heard.append)
    socket = QLocalSocket()
    with qtbot.waitSignal(socket.disconnected, timeout=5_000):
        socket.connectToServer(door.name(tmp_path))
        socket.write(noise)
    assert not heard


def test_somebody_who_stays_silent_is_left_when_the_desk_ends(
    first: Instance, qtbot: QtBot, tmp_path: Path
) -> None:
    socket = QLocalSocket()
    socket.connectToServer(door.name(tmp_path))
    assert socket.waitForConnected()
    with qtbot.waitSignal(first.asked, timeout=15_000):
        other = second(tmp_path, LINK)
    first.end()
    assert other.communicate()[0] == "handed over\n"
    assert not Path(door.name(tmp_path)).exists()
    socket.abort()
