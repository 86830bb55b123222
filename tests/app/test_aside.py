"""Blocking work is done in order, elsewhere, and what it raises comes back."""

import asyncio
import threading

import pytest

from pupitre.app.aside import Aside


async def test_work_is_done_in_order_in_another_thread() -> None:
    aside, done, here = Aside("tests"), [], threading.get_ident()

    def work(number: int) -> int:
        done.append((number, threading.get_ident() != here))
        return number

    assert await asyncio.gather(*(aside.do(work, n) for n in range(5))) == [0, 1, 2, 3, 4]
    assert done == [(n, True) for n in range(5)]


async def test_what_work_raises_comes_back() -> None:
    with pytest.raises(ZeroDivisionError):
        await Aside("tests").do(lambda: 1 // 0)


async def test_one_who_no_longer_waits_is_not_told() -> None:
    aside, go = Aside("tests"), threading.Event()
    waiting = asyncio.ensure_future(aside.do(go.wait))  # noqa: TID251 - cancelled right here
    await asyncio.sleep(0)
    waiting.cancel()
    go.set()
    assert await aside.do(lambda: 1) == 1
