"""SIGTERM, held while nobody can follow it: as the desk starts, and at its very end."""

import signal
from types import FrameType

_asked = False


def hold() -> None:
    """Note SIGTERM from now on, instead of dying of it."""
    signal.signal(signal.SIGTERM, _note)


def let_go() -> None:
    """Let SIGTERM end the program, as it does any other."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def was_asked() -> bool:
    """Tell whether the system asked meanwhile."""
    return _asked


def _note(_number: int, _frame: FrameType | None) -> None:
    global _asked
    _asked = True
