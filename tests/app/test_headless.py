"""Without a screen, the demo asks for a folder in one sentence."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pupitre.app import headless


def test_a_demo_without_a_screen_or_a_folder_says_what_to_do() -> None:
    no_screen = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {name: value for name, value in os.environ.items() if name not in no_screen}
    done = subprocess.run(
        [sys.executable, "-m", "pupitre", "demo"],
        env=env | {"PYTHONPATH": str(Path(headless.__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == "There is no screen here: use `pupitre demo --headless DIR`.\n"


def test_a_folder_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    options = argparse.Namespace(headless=tmp_path / "file" / "pictures")
    assert headless.run(options) == 2
    assert "cannot be written" in capsys.readouterr().err
