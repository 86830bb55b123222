"""Older forms of the settings file, brought up to date one step after the other."""

from collections.abc import Callable
from typing import Any

Told = dict[str, Any]
"""What a file says."""


def _window_with_its_panes(told: Told) -> Told:
    """0.1 kept only where the window was, and no format."""
    geometry = told.get("window")
    return told | {"window": {"geometry": geometry if isinstance(geometry, str) else ""}}


STEPS: tuple[Callable[[Told], Told], ...] = (_window_with_its_panes,)
"""Each leads from the format of its number to the next."""
FORMAT = len(STEPS)
"""What is written today."""


def format_of(told: Told) -> int:
    """Return the format of a file; before there was a number, it was 0."""
    number = told.get("format", 0)
    return number if isinstance(number, int) and number >= 0 else 0


def brought_up_to_date(told: Told) -> Told:
    """Return the same choices in today's form."""
    for step in STEPS[format_of(told) :]:
        told = step(told)
    return told | {"format": FORMAT}
