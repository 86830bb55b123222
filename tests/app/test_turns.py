"""What is ready on the desk's loop runs in a row; Qt has its turn soon all the same."""

import asyncio
import socket
import time
import traceback
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from pupitre.app import turns
from pupitre.app.loop import DeskLoop
from tests.support.loop import until
from tests.support.patience import LONG


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A spell that does not end on a slow machine."""
    monkeypatch.setattr(turns, "SPELL", LONG)


@pytest.mark.usefixtures("unhurried")
async def test_what_becomes_ready_meanwhile_runs_before_qt_has_its_turn() -> None:
    loop, order = asyncio.get_running_loop(), list[str]()
    assert isinstance(loop, DeskLoop)

    def first() -> None:
        QTimer.singleShot(0, lambda: order.append("Qt"))
        loop.call_soon(loop.call_soon, order.append, "last")
        order.append("first")

    loop.call_soon(first)
    await until(lambda: len(order) == 3)
    assert order == ["first", "last", "Qt"]


@pytest.mark.usefixtures("unhurried")
async def test_a_socket_is_read_in_the_turn_in_which_it_is_found_ready() -> None:
    loop, order = asyncio.get_running_loop(), list[str]()
    ours, theirs = socket.socketpair()

    def read() -> None:
        callers = [frame.name for frame in traceback.extract_stack()]
        assert "timerEvent" not in callers
        QTimer.singleShot(0, lambda: order.append("Qt"))
        order.append(ours.recv(10).decode())
        loop.call_soon(order.append, "woken")

    with ours, theirs:
        ours.setblocking(False)
        loop.add_reader(ours, read)
        theirs.send(b"read")
        await until(lambda: len(order) == 3)
        loop.remove_reader(ours)
    assert order == ["read", "woken", "Qt"]


async def test_what_is_ready_again_and_again_leaves_qt_its_turn() -> None:
    loop, heard = asyncio.get_running_loop(), list[bool]()
    end = time.monotonic() + LONG

    def again() -> None:
        if not heard and time.monotonic() < end:
            loop.call_soon(again)

    QTimer.singleShot(0, lambda: heard.append(True))
    loop.call_soon(again)
    await until(lambda: bool(heard))
    assert time.monotonic() < end


async def test_callbacks_run_in_the_order_asked_without_those_taken_back() -> None:
    loop, order = asyncio.get_running_loop(), list[int]()
    handles = [loop.call_soon(order.append, number) for number in range(5)]
    handles[2].cancel()
    await until(lambda: len(order) == 4)
    assert order == [0, 1, 3, 4]


async def test_an_error_is_heard_and_what_follows_runs() -> None:
    loop, errors, order = asyncio.get_running_loop(), list[dict[str, Any]](), list[str]()
    before = loop.get_exception_handler()
    loop.set_exception_handler(lambda _, context: errors.append(context))
    loop.call_soon(lambda: 1 / 0)
    loop.call_soon(order.append, "next")
    await until(lambda: order == ["next"])
    loop.set_exception_handler(before)
    assert [type(it["exception"]) for it in errors] == [ZeroDivisionError]


async def test_a_callback_that_turns_qt_itself_keeps_nobody_waiting() -> None:
    loop, order = asyncio.get_running_loop(), list[str]()

    def turn_qt() -> None:
        inner = QEventLoop()
        loop.call_soon(order.append, "meanwhile")
        loop.call_soon(inner.quit)
        inner.exec()
        order.append("after")

    loop.call_soon(turn_qt)
    await until(lambda: len(order) == 2)
    assert order == ["meanwhile", "after"]
