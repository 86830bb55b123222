"""The server inside another program: in its own thread, with its own loop."""

import asyncio
import contextlib
import threading
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path

from pupitre.app.configuration import make_folder
from pupitre.app.places import resources
from pupitre.app.server_loop import loop_factory, quieten
from pupitre.app.tenancy import held
from pupitre.server.founding import found_demo
from pupitre.server.listening import address_of, bound, serve
from pupitre.server.service import Plan, opened
from pupitre.server.store.database import address_in, files_in

STOP_WITHIN = 8.0
"""Seconds that `stop` waits for the thread."""


class EmbeddedServer:
    """Reached like any other server, through its address on the loopback.

    In its own thread, because a busy user interface would keep every visitor waiting.
    """

    def __init__(
        self,
        data: Path,
        *,
        clock_rate: float = 1.0,
        begins: datetime | None = None,
        demo: bool = True,
        port: int = 0,
    ) -> None:
        self._data = data
        self._clock_rate = clock_rate
        self._begins = begins
        self._demo = demo
        self._port = port
        self._address: Future[str] = Future()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="pupitre-server", daemon=True)

    @property
    def address(self) -> str:
        """Where it listens; only once started."""
        return self._address.result(0)

    def start(self, timeout: float | None = 30.0) -> str:
        """Start it and return its address; raise what kept it from starting."""
        quieten()
        self._thread.start()
        return self._address.result(timeout)

    def stop(self, timeout: float = STOP_WITHIN) -> None:
        """Stop it gracefully; harmless when it is not running."""
        if self._loop and not self._loop.is_closed():
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._stop.set)
        if self._thread.is_alive():
            self._thread.join(timeout)

    def __enter__(self) -> str:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _run(self) -> None:
        try:
            make_folder(self._data)
            with held(self._data), asyncio.Runner(loop_factory=loop_factory()) as loop:
                loop.run(self._main())
        except BaseException as error:
            if self._address.done():
                raise
            self._address.set_exception(error)

    async def _main(self) -> None:
        self._loop = asyncio.get_running_loop()
        plan = Plan(
            database=address_in(self._data),
            resources=resources(),
            clock_rate=self._clock_rate,
            begins=self._begins,
            files=files_in(self._data),
            prepare=found_demo if self._demo else None,
        )
        with contextlib.closing(bound("127.0.0.1", self._port)) as listening:

            def ready() -> None:
                self._address.set_result(address_of(listening))

            async with opened(plan) as app:
                await serve(app, listening, stop=self._stop, ready=ready)
