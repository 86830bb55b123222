"""Small tools to measure with: medians, percentiles, and what the system says of a process."""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import TypeVar

Name = TypeVar("Name", bound=str)
KIB, MIB = 1024.0, 1024.0 * 1024.0
_TICKS = os.sysconf("SC_CLK_TCK")


def percentile(values: Iterable[float], part: float) -> float:
    """Return the value that `part` of them (0 to 1) do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def interleaved(runs: int, ways: dict[Name, Callable[[], float]]) -> dict[Name, float]:
    """Measure each way in turn, several times, and return the medians.

    The machine is shared: what slows one way down slows down its peers of the same turn too.
    """
    found: dict[Name, list[float]] = {name: [] for name in ways}
    for _ in range(runs):
        for name, measure in ways.items():
            found[name].append(measure())
    return {name: median(values) for name, values in found.items()}


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds it takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def pss(pid: int) -> float:
    """Return the bytes of memory that a process accounts for, shared pages by their part."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * KIB
    raise LookupError(pid)


def anonymous(pid: int) -> float:
    """Return the bytes that are a process's own and in no file."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss_Anon:"):
            return int(line.split()[1]) * KIB
    raise LookupError(pid)


def cpu(pid: int) -> float:
    """Return the seconds that a process has worked so far, all its threads together."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def spread(values: Sequence[float]) -> tuple[float, float]:
    """Return the median and the 99th percentile."""
    return median(values), percentile(values, 0.99)
