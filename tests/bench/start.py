"""Start: from nothing to a conversation list that can be used, then to the whole desk.

The list counts as usable when it is painted with the cards that were kept: from then on it scrolls
and rows are chosen with the mouse and the keyboard. The rest of the program is loaded behind it;
what was chosen opens when the desk is whole, which the second row measures. The rows of work say
the same without what else the machine did meanwhile.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.afternoon import crowded
from tests.bench.child import Child
from tests.bench.screen import screen
from tests.bench.table import Row, ratio_row

RUNS = 7
CONVERSATIONS = 200
BARE = "bare window"


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was there, and how much work it took."""

    time: float
    work: float


def run() -> list[Row]:
    """Start the desk and a bare window in turn."""
    with tempfile.TemporaryDirectory() as folder, screen() as env:
        home = Path(folder)
        crowded(home, CONVERSATIONS)
        env |= {"HOME": folder, "XDG_CONFIG_HOME": folder}
        _start(env, "desk", home)
        turns = [
            (_start(env, "bare_window")["painted"], _start(env, "desk", home, last="whole"))
            for _ in range(RUNS)
        ]
    bare = [peer for peer, _ in turns]
    painted, whole = ([desk[word] for _, desk in turns] for word in ("painted", "whole"))
    figure = f"start to a list of {CONVERSATIONS} conversations"
    return [
        _row(figure, painted, bare, most=1.5),
        _row("start to the whole desk", whole, bare),
        _work(f"{figure}, work", painted, bare),
        _work("start to the whole desk, work", whole, bare),
    ]


def _start(env: dict[str, str], *words: object, last: str = "painted") -> dict[str, Moment]:
    """Start a program; return when it said what, up to the last word.

    Each has a session folder of its own: the door of a desk that was killed is not there.
    """
    said = {}
    with (
        tempfile.TemporaryDirectory() as session,
        Child(*map(str, words), env=env | {"XDG_RUNTIME_DIR": session}) as child,
    ):
        for word in dict.fromkeys(("painted", last)):
            time, work = map(float, child.says(word).split())
            said[word] = Moment(time - child.began, work)
    return said


def _row(figure: str, here: list[Moment], peer: list[Moment], most: float | None = None) -> Row:
    times = [median(it.time for it in moments) for moments in (here, peer)]
    return ratio_row(figure, *times, unit="s", name=BARE, most=most)


def _work(figure: str, here: list[Moment], peer: list[Moment]) -> Row:
    works = [median(it.work for it in moments) for moments in (here, peer)]
    return ratio_row(figure, *works, unit="s", name=BARE, most=None)
