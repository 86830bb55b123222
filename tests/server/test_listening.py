"""Taking an address, and stopping gracefully."""

import contextlib
import socket
from pathlib import Path

import pytest

from pupitre.server.listening import address_of, bound
from tests.support.clients import visitor_at
from tests.support.server import served


def test_a_taken_address_is_known_at_once() -> None:
    with contextlib.closing(bound("127.0.0.1", 0)) as first:
        first.listen()
        with pytest.raises(OSError, match="in use"):
            bound("127.0.0.1", first.getsockname()[1])


def test_the_address_is_one_that_this_computer_can_use() -> None:
    with contextlib.closing(bound("127.0.0.1", 0)) as one:
        assert address_of(one) == f"http://127.0.0.1:{one.getsockname()[1]}"
    with contextlib.closing(bound("0.0.0.0", 0)) as every:  # noqa: S104 - what is tried
        assert address_of(every).startswith("http://127.0.0.1:")
    if socket.has_ipv6:
        with contextlib.suppress(OSError), contextlib.closing(bound("::1", 0)) as six:
            assert address_of(six).startswith("http://[::1]:")


async def test_the_connected_are_told_to_come_back(tmp_path: Path) -> None:
    async with contextlib.AsyncExitStack() as stack:
        async with served(tmp_path) as server:
            page = await stack.enter_async_context(visitor_at(server.url))
            await page.must_say("Bonjour")
        assert (await page.closing())[0] == 1012
