"""The desk's loop turns for long, wakes late rather than early, and leaves nothing open."""

import asyncio
import gc
import itertools
import socket
import threading
import time
from collections.abc import AsyncIterator
from pathlib import Path

import qasync
from PySide6.QtWidgets import QApplication

from pupitre.app.loop import DeskLoop
from tests.support.listening import listening
from tests.support.patience import LONG

TURNS = 50_000


async def test_the_loop_turns_fifty_thousand_times() -> None:
    """PySide6 6.12.0 on Python 3.11 aborts here after a few thousand timers."""
    assert isinstance(asyncio.get_running_loop(), DeskLoop)
    for _ in range(TURNS):
        await asyncio.sleep(0)


async def test_a_socket_may_be_read_and_written_many_times() -> None:
    """Each pause of a transport goes through QSocketNotifier.setEnabled, unsound in 6.12.0."""

    async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while line := await reader.readline():
            writer.write(line)

    async with listening(echo) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for number in range(2_000):
            writer.write(b"%d\n" % number)
            assert await reader.readline() == b"%d\n" % number
        writer.close()
        await writer.wait_closed()


async def test_a_call_in_a_thread_starts_one() -> None:
    """With qasync's own threads, ten are started for the first call."""
    before = set(_threads())
    name = await asyncio.to_thread(lambda: threading.current_thread().name)
    assert name.startswith("call")
    assert len(set(_threads()) - before) <= 1


def _threads() -> list[str]:
    """Return the ids of all, Qt's among them, where the system lists them."""
    tasks = Path("/proc/self/task")
    return [task.name for task in tasks.iterdir()] if tasks.is_dir() else []


async def test_no_timer_fires_early() -> None:
    delays = [0.001, 0.01, 0.05, 0.1, 0.2, 0.4]

    async def woken_after(delay: float) -> float:
        start = time.monotonic()
        await asyncio.sleep(delay)
        return time.monotonic() - start

    lasted = await asyncio.gather(*map(woken_after, delays))
    assert all(took >= delay for took, delay in zip(lasted, delays, strict=True))


async def test_an_async_generator_left_half_way_is_closed() -> None:
    closed = asyncio.Event()

    async def numbers() -> AsyncIterator[int]:
        try:
            for number in itertools.count():
                yield number
        finally:
            await asyncio.sleep(0)
            closed.set()

    async for number in numbers():
        if number == 2:
            break
    async with asyncio.timeout(1):
        await closed.wait()


def test_a_task_never_runs_outside_its_loop() -> None:
    """pytest-qt turns Qt between a fixture and its test: a task would find no running loop."""
    app = QApplication.instance() or QApplication(["tests"])
    found: list[bool] = []

    async def look() -> None:
        await asyncio.sleep(0)
        found.append(asyncio.get_running_loop() is not None)

    assert isinstance(app, QApplication)
    with asyncio.Runner(loop_factory=lambda: DeskLoop(app)) as runner:
        task = runner.get_loop().create_task(look())
        app.processEvents()
        assert not found
        runner.run(asyncio.wait_for(task, 1))
    assert found == [True]
    del runner
    gc.collect()  # here: a later test's server would collect the loop's timers in its own thread


def test_a_socket_is_never_read_outside_its_loop() -> None:
    """qasync turns Qt once more after each run: a task that is woken would find no loop."""
    app = QApplication.instance() or QApplication(["tests"])
    ours, theirs = socket.socketpair()
    came = asyncio.Event()

    def read() -> None:
        ours.recv(1)
        came.set()

    assert isinstance(app, QApplication)
    with ours, theirs, asyncio.Runner(loop_factory=lambda: DeskLoop(app)) as runner:
        runner.get_loop().add_reader(ours, read)
        theirs.send(b"x")
        app.processEvents()
        assert not came.is_set()
        runner.run(asyncio.wait_for(came.wait(), LONG))
        runner.get_loop().remove_reader(ours)
    del runner
    gc.collect()  # as above


def test_qasync_still_has_the_private_names_that_the_loop_replaces() -> None:
    assert qasync._SimpleTimer.startTimer is qasync.QtCore.QObject.startTimer
    assert hasattr(qasync._QEventLoop, "_QEventLoop__on_notifier_ready")
    assert "_timer" in qasync._QEventLoop.__init__.__code__.co_names
