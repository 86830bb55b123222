"""`python -m pupitre`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.patience import LONG
from tests.support.server import ROOT


def test_the_package_runs_and_says_its_version() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "pupitre", "--version"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "desktop")},
        capture_output=True,
        text=True,
        timeout=LONG,
        check=True,
    )
    assert ended.stdout.startswith("pupitre ")


def test_a_pipe_that_knows_few_letters_ends_nothing(tmp_path: Path) -> None:
    """Windows' pipes write cp1252, in which French has no narrow space before its colon."""
    told = {"PYTHONIOENCODING": "cp1252", "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-m", "pupitre", "doctor", "--language", "fr", "--data", str(tmp_path)],
        env=os.environ | told | {"PYTHONPATH": str(ROOT / "desktop")},
        capture_output=True,
        text=True,
        encoding="cp1252",
        timeout=LONG,
        check=False,
    )
    assert ended.stderr == ""
    assert "Pupitre" in ended.stdout
    assert ended.returncode in (0, 1)


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["nonsense"], ["doctor"]])
def test_without_a_console_nothing_is_said_and_nothing_breaks(
    words: list[str], tmp_path: Path
) -> None:
    """A program for Windows' desktop has no output at all: `sys.stdout` is None."""
    code = "import sys; sys.stdin = sys.stdout = sys.stderr = sys.__stderr__ = None; "
    code += "from pupitre.__main__ import main; main()"
    if words == ["doctor"]:
        words = ["doctor", "--data", str(tmp_path)]
    ended = subprocess.run(
        [sys.executable, "-c", code, *words],
        env=os.environ | {"PYTHONPATH": str(ROOT / "desktop"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=LONG,
        check=False,
    )
    assert (ended.stdout, ended.stderr) == (b"", b"")
    assert ended.returncode in ({"nonsense": (2,), "doctor": (0, 1)}.get(words[0], (0,)))
