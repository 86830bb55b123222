"""The server inside this desk, for "Try it on this computer": started when it is needed."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from pupitre.app.aside import Aside
from pupitre.app.settings import Account

if TYPE_CHECKING:  # a desk on another server never loads it
    from pupitre.app.embedded import EmbeddedServer

ACCOUNT = Account(email="alice@demo.test")
"""Who sits at a trial's desk."""
PASSWORD = "demo"  # noqa: S105 - told to everybody in the README
USUAL_PORT = 8421
"""Tried first, so that a visitor's browser finds its conversation again tomorrow."""


class Trial:
    """One embedded server, kept in a folder between runs."""

    def __init__(
        self,
        folder: Path,
        *,
        clock_rate: float = 1.0,
        begins: datetime | None = None,
        port: int = USUAL_PORT,
    ) -> None:
        self._folder = folder
        self._clock_rate = clock_rate
        self._begins = begins
        self._port = port
        self._server: EmbeddedServer | None = None
        self._aside = Aside("trial")

    async def address(self) -> str:
        """Return where it listens, starting it the first time; raises what kept it from that."""
        if self._server is None:
            self._server = await self._aside.do(self._start)
        return self._server.address

    async def stop(self) -> None:
        """Stop it gracefully; harmless when it never started."""
        server, self._server = self._server, None
        if server is not None:
            await self._aside.do(server.stop)

    def _start(self) -> EmbeddedServer:
        """Load and start it, away from Qt's thread."""
        try:
            return self._started_on(self._port)
        except OSError:
            return self._started_on(0)

    def _started_on(self, port: int) -> EmbeddedServer:
        embedded = import_module("pupitre.app.embedded")
        server: EmbeddedServer = embedded.EmbeddedServer(
            self._folder, clock_rate=self._clock_rate, begins=self._begins, port=port
        )
        server.start()
        return server
