"""Any byte is a sign of life; long silence is the end, whatever else the link is doing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from pupitre.backends import beating
from pupitre.backends.beating import BeatingConnection
from tests.support.link import Link, link_to
from tests.support.patience import LONG


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    assert beating.DEAD + 1 < 15, "and then the desk connects again"
    assert beating.QUIET < beating.DEAD / 2, "an answer has time to come"
    monkeypatch.setattr(beating, "QUIET", 0.1)
    monkeypatch.setattr(beating, "DEAD", 1.0)


@asynccontextmanager
async def talking() -> AsyncIterator[tuple[ClientConnection, ServerConnection, Link]]:
    came: asyncio.Future[ServerConnection] = asyncio.get_running_loop().create_future()

    async def serves(socket: ServerConnection) -> None:
        came.set_result(socket)
        await socket.wait_closed()

    async with (
        serve(serves, "127.0.0.1", 0, ping_interval=None, close_timeout=0.1) as server,
        link_to(server.sockets[0].getsockname()[1]) as link,
        connect(
            f"ws://127.0.0.1:{link.port}",
            create_connection=BeatingConnection,
            compression=None,
            proxy=None,
            close_timeout=0.1,
        ) as socket,
    ):
        yield socket, await came, link


async def ends(socket: ClientConnection) -> None:
    """Wait until the connection is given up."""
    async with asyncio.timeout(LONG):
        with pytest.raises(ConnectionClosed):
            await socket.recv()


async def test_a_link_on_which_nobody_says_anything_is_kept() -> None:
    async with talking() as (socket, other, _):
        await asyncio.sleep(2 * beating.DEAD)
        await other.send("still there?")
        assert await socket.recv() == "still there?"


async def test_a_half_open_link_is_found() -> None:
    async with talking() as (socket, _, link):
        link.freeze()
        await ends(socket)
        link.mend()


async def test_a_half_open_link_is_found_while_much_waits_to_leave() -> None:
    """The ping itself cannot leave; the library waited for that, and for ever."""
    async with talking() as (socket, _, link):
        link.freeze()
        sending = asyncio.get_running_loop().create_task(socket.send("x" * 30_000_000))
        await ends(socket)
        link.mend()
        await asyncio.wait([sending], timeout=LONG)
        assert sending.done()


async def test_bytes_that_trickle_in_are_a_sign_of_life() -> None:
    """An answer to a ping would come behind all that is on its way."""
    async with talking() as (socket, other, link):
        link.trickle(4_000)
        await other.send("x" * 8_000)
        async with asyncio.timeout(LONG):
            assert len(await socket.recv()) == 8_000
        link.mend()
