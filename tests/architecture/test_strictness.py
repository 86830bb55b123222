"""The tests' own net holds: what must fail, fails."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

NET = """
import asyncio, logging, warnings
import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QWidget

def test_bad_log():
    logging.getLogger("x").warning("trouble")

@pytest.mark.logs("never said")
def test_bad_announced_log():
    pass

def test_bad_warning():
    warnings.warn("old")

def test_bad_qt_warning():
    qWarning("something is crooked")

async def test_bad_task_left_behind():
    test_bad_task_left_behind.task = asyncio.get_running_loop().create_task(asyncio.sleep(9))

async def test_bad_error_nobody_heard():
    async def fail():
        raise ValueError
    asyncio.get_running_loop().create_task(fail())
    await asyncio.sleep(0.01)

def test_bad_window_left_behind(qtbot):
    test_bad_window_left_behind.window = QWidget()

def test_bad_home():
    from pathlib import Path
    assert Path.home() == Path("HOME")

@pytest.mark.xfail
def test_bad_surprise():
    pass

def test_good_window(qtbot):
    qtbot.addWidget(QWidget())

@pytest.mark.logs("trouble")
def test_good_announced_log():
    logging.getLogger("x").error("trouble")

async def test_good_task():
    await asyncio.get_running_loop().create_task(asyncio.sleep(0))
"""


def test_the_net_catches_what_it_must_and_nothing_else(tmp_path: Path) -> None:
    output = _run_the_net(tmp_path)
    verdicts = re.findall(r"^(PASSED|FAILED|ERROR) \S+::(\w+)", output, re.MULTILINE)
    troubled = {name for verdict, name in verdicts if verdict != "PASSED"}
    assert troubled == set(re.findall(r"def (test_bad_\w+)", NET)), output
    assert {name for _, name in verdicts} == set(re.findall(r"def (test_\w+)", NET)), output


def _run_the_net(folder: Path) -> str:
    (folder / "tests").mkdir()
    (folder / "tests" / "conftest.py").write_bytes((ROOT / "tests/conftest.py").read_bytes())
    (folder / "tests" / "support").symlink_to(ROOT / "tests/support")
    (folder / "tests" / "test_net.py").write_text(NET.replace("HOME", str(Path.home())))
    (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rA", "tests/test_net.py"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT / "desktop")},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout
