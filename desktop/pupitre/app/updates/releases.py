"""Releases as the signed list tells them: which is newer than this one, and what is new in it."""

import platform
import re
import sys
from collections.abc import Mapping

import msgspec

NAMES = {"linux": "linux", "win32": "windows", "darwin": "macos"}
MACHINES = {"amd64": "x86_64", "aarch64": "arm64"}
VERSION = re.compile(r"\d+(\.\d+)*")


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """One version, as it is published."""

    version: str
    date: str = ""
    notes: Mapping[str, str] = {}
    """What is new, in plain text, by language."""
    files: Mapping[str, str] = {}
    """The file to fetch, by system."""

    def news(self, language: str) -> str:
        """Return what is new in this language, else in English, else in any."""
        return (
            self.notes.get(language) or self.notes.get("en") or next(iter(self.notes.values()), "")
        )


class _List(msgspec.Struct):
    releases: list[Release] = []


def newer(content: bytes, mine: str, system: str) -> Release | None:
    """Return the newest release of the list that is newer than mine and made for this system."""
    told = msgspec.json.decode(content, type=_List)
    fit = [it for it in told.releases if VERSION.fullmatch(it.version) and system in it.files]
    best = max(fit, key=lambda it: rank(it.version), default=None)
    return best if best is not None and rank(best.version) > rank(mine) else None


def rank(version: str) -> tuple[int, ...]:
    """Return what versions are compared by; what is no number counts for nothing."""
    numbers = [int(part) for part in re.findall(r"\d+", version)]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def this_system() -> str:
    """Name the system that this runs on as releases do: `linux-x86_64`."""
    machine = platform.machine().lower()
    return f"{NAMES.get(sys.platform, sys.platform)}-{MACHINES.get(machine, machine)}"
