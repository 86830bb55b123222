"""A very long thread beside a short one: opening it and scrolling it."""

import tempfile

from tests.bench.child import Child
from tests.bench.screen import screen
from tests.bench.table import Row, ratio_row

SHORT, LONG = 100, 100_000


def run() -> list[Row]:
    """Open and scroll both in turn, in one program."""
    with (
        tempfile.TemporaryDirectory() as home,
        screen() as env,
        Child("threads", SHORT, LONG, env=env | {"HOME": home}) as child,
    ):
        found = {
            word: [float(figure) for figure in child.says(word, within=100).split()]
            for word in ("opened", "scrolled")
        }
    names = {"opened": f"opening a thread of {LONG:,}", "scrolled": "  scrolling it"}
    return [
        ratio_row(names[word], long, short, unit="ms", name=f"of {SHORT}", most=1.5)
        for word, (short, long) in found.items()
    ]
