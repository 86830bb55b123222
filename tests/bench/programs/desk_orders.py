"""What the measured desk is told to do."""

import asyncio
import sys
import time
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer

from pupitre.ui.views.thread import ThreadView

BEAT = 4
"""Milliseconds between two looks at the clock."""


async def obey(desk: Any) -> None:
    """Do what each line says, and say so."""
    loop = asyncio.get_running_loop()
    while not (desk.place and desk.window.desk):  # noqa: ASYNC110 - as a person would look
        await asyncio.sleep(0.01)
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        word, *rest = line.split()
        match word:
            case "open":
                await _open(desk, int(rest[0]))
            case "show":
                await _show(desk, rest[0])
            case "cards":
                print("cards", len(desk.place.session.cards()) if desk.place else 0, flush=True)
                continue
            case "watch":
                _watch(desk)
            case "stall":
                await _stall(desk, float(rest[0]))
                continue
        print(word, flush=True)


async def _open(desk: Any, count: int) -> None:
    """Read that many conversations one after the other."""
    for card in desk.place.session.cards()[-count:]:
        desk.window.show_conversation(card.id)
        await asyncio.sleep(0.15)


async def _show(desk: Any, name: str) -> None:
    """Open the first conversation whose card shows this text or name."""
    while True:
        cards = desk.place.session.cards() if desk.place else ()
        found = [card for card in cards if name in (card.id, card.name, card.preview)]
        if found:
            desk.window.show_conversation(found[0].id)
            await asyncio.sleep(0.3)
            return
        await asyncio.sleep(0.02)


def _watch(desk: Any) -> None:
    """Say when each new message is painted."""
    original, seen = ThreadView.paintEvent, set[str]()

    def paint(self: Any, event: Any) -> None:
        original(self, event)
        painted, model = time.monotonic(), self.model()
        for place in range(max(0, model.rowCount() - 3), model.rowCount()):
            row = model.at(place)
            text = getattr(row, "text", "")
            if text and row.key not in seen:
                seen.add(row.key)
                print("bubble", text, painted, flush=True)

    ThreadView.paintEvent = paint  # type: ignore[method-assign]
    pane = desk.window.desk.current.pane
    view = pane.place.view
    view.paintEvent = paint.__get__(view)
    view.viewport().update()


class _Beats(QObject):
    """Looks at the clock as often as the loop lets it."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.work: list[float] = []
        """Of this thread alone between two looks: what others do to the machine is not in it."""
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.gaps.append((now - self._last) * 1000 - BEAT)
        self.work.append((worked - self._worked) * 1000)
        self._last, self._worked = now, worked

    def stop(self) -> None:
        self._timer.stop()


async def _stall(desk: Any, seconds: float) -> None:
    """Measure for how long the loop answers to nobody."""
    beats = _Beats()
    before = {id_: record.state.seq for id_, record in _records(desk)}
    worked = time.process_time()
    await asyncio.sleep(seconds)
    beats.stop()
    worked = time.process_time() - worked
    heard = sum(record.state.seq - before.get(id_, 0) for id_, record in _records(desk))
    figures = [each(values) for values in (beats.work, beats.gaps) for each in (_p99, max)]
    print("stalled", *figures, heard / seconds, worked / seconds, flush=True)


def _p99(values: list[float]) -> float:
    return sorted(values)[int(0.99 * len(values))]


def _records(desk: Any) -> Any:
    return desk.place.session._desk.replica.records.items()
