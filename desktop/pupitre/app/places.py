"""Knows where `resources/` is: in a checkout, in a wheel, in a frozen program."""

import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


class Misplaced(Exception):
    """The files that came with the program are not where they should be."""


def _candidates() -> tuple[Path, ...]:
    frozen = getattr(sys, "_MEIPASS", None)
    return (
        *((Path(frozen) / "resources",) if frozen else ()),
        _PACKAGE / "resources",
        _PACKAGE.parent.parent / "resources",
    )


@cache
def resources() -> Path:
    """Return the folder of icons, translations, the widget and the demo's files."""
    for folder in _candidates():
        if (folder / "widget").is_dir():
            return folder
    raise Misplaced("The folder “resources” is missing: install Pupitre again.")
