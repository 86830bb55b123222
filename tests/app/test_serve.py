"""`pupitre serve` as a program: one line when ready, one sentence when not."""

import asyncio
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.clients import expert_at, raw_visitor, visitor_at
from tests.support.patience import LONG
from tests.support.server import ROOT, ServerProgram


def served(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pupitre", "serve", *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT / "desktop")},
        capture_output=True,
        text=True,
        timeout=LONG,
        check=False,
    )


def refused(*arguments: str) -> str:
    ended = served(*arguments)
    assert ended.returncode == 2, ended
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1, ended.stderr
    return ended.stderr


def test_it_says_where_it_listens_and_stops_when_asked(tmp_path: Path) -> None:
    with ServerProgram(tmp_path) as program:
        assert program.url.startswith("http://127.0.0.1:")
        status, logged = program.stop()
    assert (status, logged) == (0, "")


def test_a_taken_port_is_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert "in use" in refused("--data", str(tmp_path), "--port", port)


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "cannot be written" in refused("--data", str(tmp_path / "file" / "x"), "--port", "0")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[server]\nprot = 1", "line 2: there is no setting “prot”"),
        ('[server]\nport = "a"', "line 2: “server.port”: expected int"),
        ("[server", "not TOML"),
    ],
)
def test_a_broken_file_is_one_sentence(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "pupitre.toml"
    file.write_text(text)
    assert told in refused("--config", str(file))


def test_what_is_not_there_yet_says_so() -> None:
    assert "not there yet" in refused("--bus", "nats://127.0.0.1")
    assert "not there yet" in refused("--database", "postgresql://x/y", "--port", "0")


def test_qt_is_not_loaded() -> None:
    check = "import sys, pupitre.app.cli, pupitre.app.serve, pupitre.app.admin; " + (
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'qasync'))]"
    )
    subprocess.run(
        [sys.executable, "-c", check],
        env=os.environ | {"PYTHONPATH": str(ROOT / "desktop")},
        check=True,
        timeout=LONG,
    )


async def test_the_connected_do_not_hold_a_stop_back(tmp_path: Path) -> None:
    program = ServerProgram(tmp_path)
    url = await asyncio.to_thread(program.start)
    async with expert_at(url) as alice, visitor_at(url) as visitor, raw_visitor(url) as silent:
        status, logged = await asyncio.to_thread(program.stop)
        assert (status, logged) == (0, "")
        assert [(await page.closing())[0] for page in (alice, visitor, silent)] == [1012] * 3
