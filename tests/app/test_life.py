"""A whole run, from the command line to the end."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT
from tests.support.patience import LONG

LIVE = """
import sys
from pupitre.app import cli, program
sys.exit(program.run(cli.parser().parse_args(["--data", sys.argv[1]])))
"""
TERMINATED = """
import os, signal, sys
from pupitre.app import cli
{imports}
at = {module}.{name}
def terminate_and_go_on(*words):
    os.kill(os.getpid(), signal.SIGTERM)
    return at(*words)
{module}.{name} = terminate_and_go_on
{more}
sys.exit(cli.run(["--data", sys.argv[1]]))
"""
CLOSED = """
load = second_stage.load
def load_and_close(app, window):
    load(app, window)
    window.close()
second_stage.load = load_and_close
"""
"""Closes the window before the desk is there."""


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
    _leaves_in_order("from pupitre.app import second_stage" + CLOSED + LIVE, tmp_path)
    assert "this run begins" in (tmp_path / "data" / "logs" / "desk.log").read_text()


@pytest.mark.parametrize(
    "where",
    ["logs.keep", "second_stage.load", "second_stage._until_painted", "door.may_be_open"],
)
def test_the_system_may_end_a_desk_while_it_starts(where: str, tmp_path: Path) -> None:
    module, name = where.split(".")
    code = TERMINATED.format(
        imports=f"from pupitre.app import {module}", module=module, name=name, more=""
    )
    _leaves_in_order(code, tmp_path)


def test_the_system_may_end_a_desk_that_is_being_closed(tmp_path: Path) -> None:
    """As it does when its session ends: the desk is closing already."""
    code = TERMINATED.format(
        imports="from pupitre.app import second_stage\nfrom pupitre.app.desk import Desk",
        module="Desk",
        name="_end",
        more=CLOSED,
    )
    _leaves_in_order(code, tmp_path)


def _leaves_in_order(code: str, folder: Path) -> None:
    data = folder / "data"
    command = [sys.executable, "-c", code, str(data)]
    done = subprocess.run(
        command, env=environment(folder), capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads((data / "settings.json").read_text())["window"]["geometry"]
    assert not (data / "logs" / "running").exists()


def test_a_desk_is_ended_as_soon_as_it_has_a_folder(tmp_path: Path) -> None:
    """Its window is not even there."""
    data = tmp_path / "data"
    command = [sys.executable, "-m", "pupitre", "--data", str(data)]
    with subprocess.Popen(command, env=environment(tmp_path), stderr=subprocess.PIPE) as desk:
        until = time.monotonic() + LONG
        while not data.exists() and time.monotonic() < until:
            time.sleep(0.002)
        desk.send_signal(signal.SIGTERM)
        assert (desk.wait(LONG), desk.stderr and desk.stderr.read()) == (0, b"")
