"""Finds out which of Debian's packages a folder of programs needs: the ones its files link to."""

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ELF = b"\x7fELF"
NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
GLIBC = re.compile(r"GLIBC_(\d+)\.(\d+)")
ALTERNATIVES = {"libglib2.0-0": "libglib2.0-0 | libglib2.0-0t64"}
"""Names that changed after Debian 12."""


def packages(folder: Path) -> list[str]:
    """List what `Depends` must say, the C library with the version that the files ask for."""
    told = [_headers(file) for file in programs(folder)]
    there = {file.name for file in folder.rglob("*")}
    wanted = {name for text in told for name in NEEDED.findall(text)} - there
    owners = {owner for name in wanted if (owner := _owner(name))} - {"libc6"}
    newest = max((int(a), int(b)) for text in told for a, b in GLIBC.findall(text))
    needed = [ALTERNATIVES.get(owner, owner) for owner in sorted(owners)]
    return [f"libc6 (>= {newest[0]}.{newest[1]})", *needed]


def programs(folder: Path) -> Iterator[Path]:
    """List the programs and libraries of a folder."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as opened:
                if opened.read(4) == ELF:
                    yield file


def _headers(file: Path) -> str:
    return subprocess.run(
        ["objdump", "-p", file], capture_output=True, text=True, check=True
    ).stdout


def _owner(library: str) -> str | None:
    """Name the package that brings a library; None where it is no file of its own."""
    path = _known().get(library)
    if path is None:
        raise LookupError(f"nothing on this system provides {library}")
    for spelling in (path.resolve(), path, Path("/usr") / path.relative_to("/")):
        done = subprocess.run(
            ["dpkg-query", "--search", spelling], capture_output=True, text=True, check=False
        )
        if done.returncode == 0:
            return done.stdout.split(":")[0]
    raise LookupError(f"no package brings {path}")


@cache
def _known() -> dict[str, Path]:
    told = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True)
    lines = (line.split() for line in told.stdout.splitlines() if "=>" in line)
    known: dict[str, Path] = {}
    for words in lines:
        known.setdefault(words[0], Path(words[-1]))
    return known
