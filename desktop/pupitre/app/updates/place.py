"""How this copy of Pupitre was installed, and so who may replace it."""

import os
import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

SHORTCUT = Path("/usr/bin/pupitre")
"""What the package of a Linux system puts on the path."""


class Kind(Enum):
    """Who replaces this copy."""

    SOURCE = "source"
    """It runs from a checkout or a Python environment: whoever made that."""
    PACKAGE = "package"
    """The system's packages."""
    LOCKED = "locked"
    """Whoever may write its folder."""
    FOLDER = "folder"
    """The desk itself."""
    INSTALLER = "installer"
    """The system's own installer: Windows' and macOS'."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a copy lies."""

    kind: Kind
    home: Path
    """The folder that an update replaces."""

    @property
    def program(self) -> Path:
        """What starts it."""
        return self.home / "pupitre"


def here(shortcut: Path = SHORTCUT) -> Place:
    """Look at the copy that runs."""
    program = Path(sys.executable)
    if not getattr(sys, "frozen", False):
        return Place(Kind.SOURCE, program.parent)
    if sys.platform != "linux":
        return Place(Kind.INSTALLER, program.parent)
    return look(program.parent, shortcut)


def look(home: Path, shortcut: Path) -> Place:
    """Tell who may replace a folder on Linux; root may write everywhere, and is no answer."""
    home = home.resolve()
    if shortcut.resolve().parent == home:
        return Place(Kind.PACKAGE, home)
    writable = os.access(home, os.W_OK) and os.access(home.parent, os.W_OK)
    return Place(Kind.FOLDER if writable else Kind.LOCKED, home)
