"""A whole run, from the command line to the end."""

import json
import subprocess
import sys
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


def test_a_desk_that_is_closed_at_once_leaves_in_order(tmp_path: Path) -> None:
    env = {
        "PYTHONPATH": str(ROOT / "desktop"),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    data = tmp_path / "data"
    command = [sys.executable, "-c", RUN, str(data)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads((data / "settings.json").read_text())["window"]["geometry"]
    assert "this run begins" in (data / "logs" / "desk.log").read_text()
    assert not (data / "logs" / "running").exists()
