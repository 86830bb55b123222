"""The frozen program beside a bare window frozen the same way: sizes, and the first window.

Needs what `packaging/dev.py build` leaves in build/ and dist/; the bare one is frozen here, once.
"""

import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.measure import MIB, interleaved
from tests.bench.table import Row, ratio_row
from tests.support.x11 import XSession

ROOT = Path(__file__).parents[2]
FROZEN = ROOT / "build" / "frozen"
OURS = FROZEN / "pupitre"
BARE = FROZEN / "bare_window"
SCRIPT = ROOT / "tests" / "bench" / "programs" / "bare_window.py"
RUNS = 7
MOST = 1.5


def run() -> list[Row]:
    """Compare the two; say so where nothing is built."""
    if not OURS.exists() or importlib.util.find_spec("PyInstaller") is None:
        return [Row(figure="frozen program", value="not built", peer="", target="dev.py build")]
    if not BARE.exists():
        _freeze_bare()
    return [_installed(), _archived(), _first_window()]


def _freeze_bare() -> None:
    sys.path.insert(0, str(ROOT / "packaging"))
    from workshop import build

    env = build.environment() | {"PUPITRE_BARE": str(SCRIPT)}
    build.freeze(Path(sys.executable), ROOT / "build", env, BARE.name)


def _installed() -> Row:
    sizes = [_size(folder) / MIB for folder in (OURS, BARE)]
    return ratio_row("installed size", *sizes, unit="MiB", name="bare, frozen", most=MOST)


def _size(folder: Path) -> int:
    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return sum(file.stat().st_size for file in files)


def _archived() -> Row:
    sizes = [_archive(folder) / MIB for folder in (OURS, BARE)]
    return ratio_row("archive size", *sizes, unit="MiB", name="bare, frozen", most=MOST)


def _archive(folder: Path) -> int:
    """Pack a folder as the build does."""
    sys.path.insert(0, str(ROOT / "packaging"))
    from linux import archive

    with tempfile.TemporaryDirectory() as place:
        target = Path(place) / "packed.tar.gz"
        archive.write(folder, target, moment=0)
        return target.stat().st_size


def _first_window() -> Row:
    with XSession() as session:
        ways: dict[str, Callable[[], float]] = {
            "ours": lambda: _until_window(session, OURS / "pupitre", "--data"),
            "bare": lambda: _until_window(session, BARE / BARE.name),
        }
        for start in ways.values():
            start()  # what the disk has to bring, it brings for both
        took = interleaved(RUNS, ways)
    return ratio_row(
        "first window, frozen",
        took["ours"],
        took["bare"],
        unit="s",
        name="bare, frozen",
        most=MOST,
    )


def _until_window(session: XSession, program: Path, *words: str) -> float:
    """Start a program; return the seconds until the window manager knows its window."""
    with tempfile.TemporaryDirectory() as data, _windows(session) as changes:
        before = _count(next(changes))
        began = time.monotonic()
        command = [str(program), *words, *([data] if words else [])]
        started = subprocess.Popen(command, env=session.env, stderr=subprocess.DEVNULL)
        try:
            while (now := _count(next(changes))) <= before:
                before = now  # the window of the run before was still there
            return time.monotonic() - began
        finally:
            started.terminate()
            started.wait(30)


def _count(line: str) -> int:
    """Count the windows of a line: the tray's panel is one from the start."""
    return line.count("0x")


@contextmanager
def _windows(session: XSession) -> Iterator[Iterator[str]]:
    """Give the list of managed windows, each time that it changes."""
    ask = ["xprop", "-root", "-spy", "_NET_CLIENT_LIST"]
    env = os.environ | session.env
    with subprocess.Popen(ask, env=env, stdout=subprocess.PIPE, text=True) as spy:
        assert spy.stdout
        yield iter(spy.stdout)
        spy.terminate()
