"""A whole run, from the command line to the end."""

import json
import subprocess
import sys
import time
from pathlib import Path

from tests.architecture.sources import ROOT

RUN = """
import sys
from pupitre.app import cli, program, second_stage
load = second_stage.load
def load_and_close(app, window):
    load(app, window)
    window.close()
second_stage.load = load_and_close
sys.exit(program.run(cli.parser().parse_args(["--data", sys.argv[1]])))
"""
"""Whoever runs it closes the window before the desk is there."""


LIVE = """
import sys
from pupitre.app import cli, program
sys.exit(program.run(cli.parser().parse_args(["--data", sys.argv[1]])))
"""
LONG = 30.0


def environment(folder: Path) -> dict[str, str]:
    return {
        "PYTHONPATH": str(ROOT / "desktop"),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
    }


def test_of_two_that_start_at_once_one_stays(tmp_path: Path) -> None:
    """Neither finds the other at first: their windows are there before they meet."""
    command = [sys.executable, "-c", LIVE, str(tmp_path / "data")]
    both = [subprocess.Popen(command, env=environment(tmp_path)) for _ in range(2)]
    try:
        until = time.monotonic() + LONG
        while all(one.poll() is None for one in both) and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.5)
        assert sorted(one.poll() is None for one in both) == [False, True]
        assert [one.poll() for one in both if one.poll() is not None] == [0]
    finally:
        for one in both:
            one.kill()
            one.wait()


def test_a_desk_that_is_closed_at_once_leaves_in_order(tmp_path: Path) -> None:
    data = tmp_path / "data"
    command = [sys.executable, "-c", RUN, str(data)]
    done = subprocess.run(
        command, env=environment(tmp_path), capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads((data / "settings.json").read_text())["window"]["geometry"]
    assert "this run begins" in (data / "logs" / "desk.log").read_text()
    assert not (data / "logs" / "running").exists()
