"""The desk's loop while a thousand events arrive each second: for how long it answers to nobody."""

import tempfile
import time
from pathlib import Path

from tests.bench.afternoon import crowded
from tests.bench.child import Child
from tests.bench.screen import screen
from tests.bench.table import Row

CONVERSATIONS = 200
RATE, SECONDS = 1_000, 6.0
QUIET = 3.0
FRAME = 16.7


def run() -> list[Row]:
    """Measure the loop at rest, then under the stream, with one of the conversations open."""
    with (
        tempfile.TemporaryDirectory() as folder,
        screen() as env,
        Child("feed", CONVERSATIONS) as feed,
    ):
        crowded(Path(folder), 1, server=feed.says("listening"))
        with Child("desk", folder, env=env | {"HOME": folder}) as desk:
            feed.says("welcomed")
            time.sleep(3)
            desk.tell("open 1")
            desk.says("open")
            desk.tell(f"stall {QUIET}")
            quiet = _told(desk)
            feed.tell(f"feed {RATE} {SECONDS + 1}")
            time.sleep(0.5)
            desk.tell(f"stall {SECONDS - 1}")
            busy = _told(desk)
    p99, most, waited99, waited, heard, worked = busy
    return [
        _row(f"event loop stall at {heard:.0f} events a second, p99", p99, quiet[0], 8),
        _row("  the longest", most, quiet[1], 33),
        Row(
            figure="  by the clock, p99 and longest (other programs' turns included)",
            value=f"{waited99:.1f} and {waited:.1f} ms",
            peer=f"at rest {quiet[2]:.1f} and {quiet[3]:.1f} ms",
            target="",
        ),
        Row(
            figure="  part of one processor",
            value=f"{worked * 100:.0f} %",
            peer=f"at rest {quiet[5] * 100:.0f} %",
            target="",
        ),
    ]


def _row(figure: str, value: float, quiet: float, most: float) -> Row:
    return Row(
        figure=figure,
        value=f"{value:.1f} ms",
        peer=f"a frame of {FRAME} ms; at rest {quiet:.1f} ms",
        ratio=value / FRAME,
        target=f"≤ {most} ms",
        met=value <= most,
    )


def _told(desk: Child) -> tuple[float, ...]:
    return tuple(float(word) for word in desk.says("stalled").split())
