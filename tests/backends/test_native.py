"""The native backend passes the contract on the real server."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from typing_extensions import override
from websockets.asyncio.server import ServerConnection, serve

from pupitre.backends.native import NativeBackend
from pupitre.backends.port import AccessRefused, Link, Unreachable
from pupitre.wire import replies
from tests.backends.contract import BackendContract, Place, drain
from tests.backends.files_contract import FilesContract
from tests.support.clients import visitor_at
from tests.support.link import Link as Wire
from tests.support.link import link_to
from tests.support.listening import listening
from tests.support.server import served


class NativePlace(Place):
    """A running server, reached over a wire that can be cut."""

    def __init__(self, url: str, wire: Wire) -> None:
        self.url, self.wire = url, wire
        self.backend = NativeBackend(f"http://127.0.0.1:{wire.port}")

    @override
    async def visitor_writes(self, text: str) -> None:
        async with visitor_at(self.url) as page:
            await page.must_say(text)

    @override
    async def breaks(self) -> None:
        self.wire.unplug()


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[NativePlace]:
    ready: asyncio.Future[NativePlace] = asyncio.get_running_loop().create_future()
    over = asyncio.Event()

    async def live() -> None:
        async with served(tmp_path) as server:
            port = int(server.url.rpartition(":")[2])
            async with link_to(port) as wire:
                ready.set_result(NativePlace(server.url, wire))
                await over.wait()

    living = asyncio.get_running_loop().create_task(live())
    yield await ready
    over.set()
    await living


class TestNative(BackendContract):
    """See the contract."""


class TestNativeFiles(FilesContract):
    """See the contract."""


async def opened_on(code: int, reason: str) -> Exception:
    """Return what a link says when a server closes it with this code."""

    async def closes(socket: ServerConnection) -> None:
        await socket.close(code, reason)

    async with serve(closes, "127.0.0.1", 0, subprotocols=["pupitre.v1"]) as server:  # type: ignore[list-item] # its Subprotocol
        port = server.sockets[0].getsockname()[1]
        link: Link = await NativeBackend(f"http://127.0.0.1:{port}").open()
        with pytest.raises((AccessRefused, Unreachable)) as ended:
            await drain(link)
        with pytest.raises(type(ended.value)):
            await link.send(replies.Ping())
        return ended.value


@pytest.mark.parametrize("code", [1000, 1008, 1012, 1013, 4399])
async def test_a_server_that_may_come_back_is_unreachable(code: int) -> None:
    assert isinstance(await opened_on(code, ""), Unreachable)


async def test_a_final_close_code_is_a_refusal() -> None:
    """T20: a server that accepts, then closes, is not asked again."""
    gone = await opened_on(4401, "sign in again")
    assert isinstance(gone, AccessRefused)
    assert gone.code == "not_signed_in"
    other = await opened_on(4410, "this desk is too old")
    assert isinstance(other, AccessRefused)
    assert "this desk is too old" in other.sentence


async def test_what_is_no_server_of_ours_is_unreachable() -> None:
    async def silent(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"SSH-2.0-something\r\n")

    async with listening(silent) as port:
        backend = NativeBackend(f"http://127.0.0.1:{port}")
        with pytest.raises(Unreachable):
            await backend.open()
        with pytest.raises(Unreachable):
            await backend.sign_in("a@b.test", "x")


def test_a_plain_link_to_another_computer_is_refused() -> None:
    with pytest.raises(AccessRefused) as refused:
        NativeBackend("http://desk.example.org")
    assert refused.value.code == "plain_link"
