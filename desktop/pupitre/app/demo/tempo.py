"""How fast the demo's day goes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo:
    """How fast the day goes."""

    clock_rate: float
    pace: float
    """Seconds between two acts."""
    limit: float
    """Seconds after which the story has gone wrong, also on a computer with much to do."""


ALONE = Tempo(clock_rate=720, pace=0.08, limit=240)
SHOWN = Tempo(clock_rate=180, pace=0.7, limit=600)
"""Slow enough for somebody who looks."""
