"""Serves an application on a socket until it is asked to stop, gracefully."""

import asyncio
import contextlib
import socket
import sys
from collections.abc import Callable, Generator

import uvicorn
from starlette.applications import Starlette
from typing_extensions import override

from pupitre.server.gateway.shortcut import Shortcut
from pupitre.server.heads import Heads
from pupitre.server.local_address import local_address

STOP_WITHIN = 3
"""Seconds for what is in progress when asked to stop."""
LONGEST_MESSAGE = 1024 * 1024
"""Bytes; longer frames close the socket, those over 64 KiB are refused by the gateways."""


class _Server(uvicorn.Server):
    """Leaves signals to the program, and says when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    @override
    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield

    @override
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def bound(host: str, port: int) -> socket.socket:
    """Take the address now, so that a taken one is known before anything starts."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there it lets two servers have one address
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((host, port))
    except OSError:
        taken.close()
        raise
    taken.setblocking(False)  # noqa: FBT003 -- it takes no name
    return taken


def address_of(listening: socket.socket) -> str:
    """Return the address that people and programs on this computer may use."""
    return local_address(*listening.getsockname()[:2])


async def serve(
    app: Starlette,
    listening: socket.socket,
    *,
    stop: asyncio.Event,
    ready: Callable[[], None],
    behind_proxy: bool = False,
) -> None:
    """Serve until `stop` is set; connected clients are told to come back (1012)."""
    config = uvicorn.Config(
        app,
        lifespan="off",
        loop="none",
        http=Heads,
        ws=Shortcut,
        ws_max_size=LONGEST_MESSAGE,
        ws_per_message_deflate=False,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=behind_proxy,
        forwarded_allow_ips="*" if behind_proxy else None,
        timeout_graceful_shutdown=STOP_WITHIN,
    )
    server = _Server(config, ready)

    async def stop_when_asked() -> None:
        await stop.wait()
        server.should_exit = True

    async with asyncio.TaskGroup() as tasks:
        asked = tasks.create_task(stop_when_asked(), name="stop")
        await server.serve(sockets=[listening])
        asked.cancel()
