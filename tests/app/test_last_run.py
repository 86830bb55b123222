"""A run knows how the one before ended."""

import subprocess
import sys
from pathlib import Path

import pytest

from pupitre.app.last_run import LastRun
from tests.architecture.sources import ROOT

FALL = """
import ctypes, sys
from pathlib import Path
from pupitre.app.last_run import LastRun
LastRun(Path(sys.argv[1])).begin()
ctypes.string_at(0)
"""


def ended_badly(folder: Path) -> bool:
    """Begin and end a run; tell what it knew."""
    run = LastRun(folder)
    run.begin()
    run.end()
    return run.ended_badly


def test_a_run_that_ended_well_leaves_nothing(tmp_path: Path) -> None:
    assert not ended_badly(tmp_path)
    assert not ended_badly(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_crash_is_known_once_and_its_trace_is_kept(tmp_path: Path) -> None:
    env = {"PYTHONPATH": str(ROOT / "desktop")}
    fallen = subprocess.run(
        [sys.executable, "-c", FALL, str(tmp_path)], env=env, capture_output=True, check=False
    )
    assert fallen.returncode < 0
    assert ended_badly(tmp_path)
    assert "Segmentation fault" in (tmp_path / "crash-before.txt").read_text()
    assert not ended_badly(tmp_path)


@pytest.mark.logs("a crash would leave no trace")
def test_a_folder_that_cannot_be_written_is_no_harm(tmp_path: Path) -> None:
    assert not ended_badly(tmp_path / "missing")
