"""One server for each data folder."""

import asyncio
from pathlib import Path

import pytest

from pupitre.app.tenancy import held
from pupitre.server.documents import Unreadable
from tests.support.server import ServerProgram


def test_a_folder_is_held_once_and_let_go(tmp_path: Path) -> None:
    with held(tmp_path):
        with pytest.raises(Unreadable, match="in use by another server"), held(tmp_path):
            pass
        with held(None):
            pass
    with held(tmp_path):
        pass


async def test_a_killed_server_lets_go(tmp_path: Path) -> None:
    with ServerProgram(tmp_path) as program:
        with pytest.raises(Unreadable), held(tmp_path):
            pass
        await asyncio.to_thread(program.kill)
        with held(tmp_path):
            pass
