"""What Qt made dies on Qt's thread, whoever allocates."""

import asyncio
import gc
import threading
import weakref

from PySide6.QtCore import QObject

from pupitre.app.garbage import Sweeper
from tests.support.loop import until


class Knot(QObject):
    """A Qt object that only the collector can free."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def tied(died: list[int]) -> None:
    weakref.finalize(Knot(), lambda: died.append(threading.get_ident()))


def allocate(kept: list[list[int]]) -> None:
    kept.extend([number] for number in range(200_000))


async def test_a_widget_in_a_knot_dies_on_qts_thread_though_another_allocates() -> None:
    gc.collect()
    died: list[int] = []
    tied(died)
    kept: list[list[int]] = []
    worker = threading.Thread(target=allocate, args=(kept,))
    worker.start()
    await until(lambda: not worker.is_alive())
    assert died == []
    await until(lambda: died)
    assert died == [threading.get_ident()]


async def test_python_collects_again_once_the_loop_has_stopped() -> None:
    assert not gc.isenabled()
    sweeper = Sweeper()
    gc.enable()
    sweeper.start()
    assert not gc.isenabled()
    sweeper.stop()
    assert gc.isenabled()
    gc.disable()
    await asyncio.sleep(0)
