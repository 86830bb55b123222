"""The archive, unpacked elsewhere, with an empty home and no Python on the path."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.daemons import wait_for
from tests.support.pilot import SCREENSHOT, WINDOW
from tests.support.x11 import XSession

pytestmark = pytest.mark.slow
LONG = 180


def bare(home: Path, **more: str) -> dict[str, str]:
    """Return what a person's programs have who has nothing."""
    home.mkdir(exist_ok=True)
    return {"HOME": str(home), "PATH": "/nowhere", "LANG": "C.UTF-8"} | more


@pytest.mark.parametrize(
    ("words", "told"), [(["--version"], "pupitre "), (["--help"], "doctor"), (["serve", "-h"], "")]
)
def test_it_explains_itself(words: list[str], told: str, program: Path, tmp_path: Path) -> None:
    env = bare(tmp_path / "home")
    done = subprocess.run([program, *words], env=env, capture_output=True, text=True, check=True)
    assert told in done.stdout
    assert not done.stderr


def test_it_plays_a_day_without_python(program: Path, tmp_path: Path) -> None:
    env = bare(tmp_path / "home")
    day = tmp_path / "day"
    subprocess.run([program, "demo", "--headless", day], env=env, check=True, timeout=LONG)
    assert len(list(day.glob("*.png"))) >= 10
    assert any(day.glob("transcript*"))


def test_it_opens_its_window_and_leaves_when_asked(
    program: Path, tmp_path: Path, x_session: XSession
) -> None:
    env = bare(tmp_path / "home", DISPLAY=x_session.env["DISPLAY"])
    with subprocess.Popen([program], env=env, stderr=subprocess.PIPE, text=True) as desk:
        wait_for(lambda: WINDOW.search(_tree(x_session)) is not None, "the window")
        picture = Path(os.environ.get("PUPITRE_PICTURES", tmp_path)) / "built-first-window.png"
        subprocess.run([sys.executable, "-c", SCREENSHOT, picture], env=x_session.env, check=True)
        desk.send_signal(signal.SIGTERM)
        assert desk.wait(30) == 0
        assert desk.stderr
        assert desk.stderr.read() == ""
    assert picture.stat().st_size > 10_000
    kept = {path.relative_to(tmp_path / "home").parts[0] for path in (tmp_path / "home").iterdir()}
    assert kept <= {".config", ".local", ".cache"}


def _tree(session: XSession) -> str:
    ask = ["xwininfo", "-root", "-tree"]
    return subprocess.run(ask, env=session.env, capture_output=True, text=True, check=True).stdout


def test_nothing_came_along_that_is_not_used(program: Path) -> None:
    names = [path.relative_to(program.parent).as_posix() for path in program.parent.rglob("*")]
    for unused in (
        *("Qt6Quick", "Qt6Qml", "Qt6WebEngine", "tkinter", "sqldrivers", "libavif", "qtbase_de"),
        *("/PyInstaller/", "pytest", "mypy", ".ts"),
    ):
        assert not [name for name in names if unused in name and not name.endswith(".tsx")], unused
    for needed in ("pupitre_fr.qm", "qtbase_fr.qm", "libqxcb.so", "widget", "licences/PySide6"):
        assert [name for name in names if needed.casefold() in name.casefold()], needed
