"""A real server for a test: in the test's own loop, or as a program of its own."""

import asyncio
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import weakref
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from socket import socket
from tempfile import mkdtemp

from starlette.applications import Starlette

from pupitre.server.founding import found_demo
from pupitre.server.house import House, Limits
from pupitre.server.listening import address_of, bound, serve
from pupitre.server.mail.settings import MailSettings
from pupitre.server.service import Plan, opened
from pupitre.server.store.database import address_in, files_in, open_database
from tests.support.patience import LONG

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
READY = "listening on "


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs in this loop."""

    url: str
    house: House


@cache
def _founded() -> Path:
    """Return a database that holds the demo, made once for all tests."""
    folder = Path(mkdtemp(prefix="pupitre-tests-"))

    async def found() -> None:
        database = await open_database(address_in(folder))
        await found_demo(database, RESOURCES)
        await database.close()

    with asyncio.Runner() as runner:
        runner.run(found())
    return folder / "pupitre.sqlite3"


def demo_in(folder: Path) -> None:
    """Have the demo's missions and people in a data folder, unless it has a database."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "pupitre.sqlite3").exists():
        shutil.copy(_founded(), folder / "pupitre.sqlite3")


@contextlib.asynccontextmanager
async def served(
    folder: Path,
    *,
    clock_rate: float = 1.0,
    limits: Limits | None = None,
    mail: MailSettings | None = None,
) -> AsyncIterator[Served]:
    """Serve the demo from a data folder on a free port; stop at the end."""
    await asyncio.to_thread(demo_in, folder)
    with contextlib.closing(bound("127.0.0.1", 0)) as listening:
        plan = Plan(
            database=address_in(folder),
            resources=RESOURCES,
            clock_rate=clock_rate,
            address=f"{address_of(listening)}/",
            files=files_in(folder),
            limits=limits or Limits(),
            mail=mail,
        )
        async with opened(plan) as app, _listened(app, listening) as url:
            yield Served(url, app.state.house)


@contextlib.asynccontextmanager
async def _listened(app: Starlette, listening: socket) -> AsyncIterator[str]:
    ready, stop = asyncio.Event(), asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(serve(app, listening, stop=stop, ready=ready.set), name="server")
        await ready.wait()
        try:
            yield address_of(listening)
        finally:
            stop.set()


class ServerProgram:
    """`pupitre serve` as a program: can be killed, stopped and started again.

    However a test ends, it ends with this object, and with the tests at the latest.
    """

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._command = [sys.executable, "-m", "pupitre", "serve", "--data", str(folder)]
        self._command += ["--demo", "--port", "0", *arguments]
        self._process: subprocess.Popen[str] | None = None
        self.url = ""

    def start(self) -> str:
        """Start it; return its address once it listens."""
        self.launch()
        assert self._process
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line.startswith(READY), self._output()
        self.url = line.removeprefix(READY).strip()
        return self.url

    def launch(self) -> None:
        """Start it and wait for nothing."""
        environment = os.environ | {"PYTHONPATH": str(ROOT / "desktop")}
        self._process = subprocess.Popen(
            self._command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
        )
        weakref.finalize(self, _end, self._process)

    @property
    def pid(self) -> int:
        """The process."""
        assert self._process
        return self._process.pid

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        assert self._process
        self._process.send_signal(signal.SIGKILL)
        self._output()

    def end(self) -> None:
        """End it if it still runs: a test has failed."""
        if self._process is not None:
            _end(self._process)

    def stop(self, within: float = LONG) -> tuple[int, str]:
        """Ask it to stop; return its exit status and what it logged."""
        assert self._process
        self._process.terminate()
        logged = self._output(within)
        return self._process.returncode, logged

    def _output(self, within: float = LONG) -> str:
        assert self._process
        try:
            return self._process.communicate(timeout=within)[1]
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
            raise

    def __enter__(self) -> "ServerProgram":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is None or (self._process.stdout and self._process.stdout.closed):
            return
        died = self._process.poll()
        logged = _end(self._process)
        assert died is None, f"it ended by itself ({died}): {logged}"


def _end(process: subprocess.Popen[str]) -> str:
    """End it if it runs; return what it logged and nobody has read."""
    if process.stdout is None or process.stdout.closed:
        return ""
    process.kill()
    return process.communicate()[1]
