"""Why nothing is taken from a repository of releases."""

from enum import StrEnum


class Fault(StrEnum):
    """What is wrong with it."""

    FORGED = "forged"
    """Something is not signed by whom it should be."""
    EXPIRED = "expired"
    OLDER = "older"
    """Somebody shows a list from before the one that was seen last."""
    DAMAGED = "damaged"
    """A file is not the one that the list speaks of."""


class Distrusted(Exception):
    """Nothing was taken from the repository; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class Unanswered(Exception):
    """The repository cannot be asked now: it is asked again another day."""
