"""The server inside another program."""

import socket
from pathlib import Path

import httpx
import pytest

from pupitre.app.embedded import EmbeddedServer
from tests.support.clients import visitor_at
from tests.support.uploads import must_send, picture


def test_it_serves_in_its_own_thread_and_stops(tmp_path: Path) -> None:
    with EmbeddedServer(tmp_path, clock_rate=60.0) as address:
        assert httpx.get(f"{address}/healthz", trust_env=False).json() == {"status": "ok"}
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{address}/healthz", trust_env=False)


def test_stopping_twice_or_before_starting_is_harmless(tmp_path: Path) -> None:
    server = EmbeddedServer(tmp_path)
    server.stop()
    server.start()
    assert server.address.startswith("http://127.0.0.1:")
    server.stop()
    server.stop()


def test_what_keeps_it_from_starting_is_raised_by_start(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        server = EmbeddedServer(tmp_path, port=taken.getsockname()[1])
        with pytest.raises(OSError, match="in use"):
            server.start()


async def test_it_takes_files_too(tmp_path: Path) -> None:
    with EmbeddedServer(tmp_path) as address:
        async with visitor_at(address) as camille:
            token = str(camille.of("welcome")[0]["visitor"])
            file = await must_send(address, token, picture(), "a.png")
            answer = await camille.ask({"type": "post", "text": "", "attachments": [file["id"]]})
    assert answer["type"] == "done"
    assert len([it for it in (tmp_path / "attachments").rglob("*") if it.is_file()]) == 2
