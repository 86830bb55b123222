"""What was found: a thing, how it stands, and in a sentence what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Verdict(Enum):
    """How a thing stands."""

    GOOD = "ok"
    POOR = "!!"
    """The desk works without it."""
    BAD = "no"
    """The desk does not work like this."""

    @property
    def mark(self) -> str:
        """What stands before the line."""
        return translate("Doctor", "NO") if self is Verdict.BAD else self.value


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    thing: str
    verdict: Verdict
    sentence: str


def shown(findings: Sequence[Finding]) -> str:
    """Return them as lines to read."""
    names = [_name(found.thing) for found in findings]
    width = max(map(len, names), default=0)
    marks = max((len(found.verdict.mark) for found in findings), default=0)
    return "\n".join(
        f"{found.verdict.mark.ljust(marks)}  {name.ljust(width)}  {found.sentence}"
        for name, found in zip(names, findings, strict=True)
    )


def status(findings: Sequence[Finding]) -> int:
    """Return the exit status: 1 when something keeps the desk from working."""
    return int(any(found.verdict is Verdict.BAD for found in findings))


def _name(thing: str) -> str:
    """Return one word for it."""
    return {
        "folders": translate("Doctor", "folders"),
        "keyring": translate("Doctor", "keyring"),
        "notifications": translate("Doctor", "notifications"),
        "screen": translate("Doctor", "screen"),
        "tray": translate("Doctor", "tray"),
        "spelling": translate("Doctor", "spelling"),
        "server": translate("Doctor", "server"),
        "clock": translate("Doctor", "clock"),
    }.get(thing, thing)
