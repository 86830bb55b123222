"""Hearing nothing once deleted: what is told to a widget that is gone is not an error (T18)."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

import shiboken6
from PySide6.QtCore import QObject

Q = TypeVar("Q", bound=QObject)
P = ParamSpec("P")


def while_alive(heard: Callable[Concatenate[Q, P], None]) -> Callable[Concatenate[Q, P], None]:
    """Ignore what comes after Qt deleted the object; for listeners that Qt does not disconnect."""

    @wraps(heard)
    def guarded(self: Q, /, *values: P.args, **named: P.kwargs) -> None:
        if shiboken6.isValid(self):
            heard(self, *values, **named)

    return guarded
