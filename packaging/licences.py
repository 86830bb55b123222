"""Gathers the licences of everything that the bundle carries: each has a folder of its name."""

import re
import shutil
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from workshop.locked import section

NAME = re.compile(r"(?m)^([a-z0-9._-]+)==")
LICENCE = re.compile(r"(?i)(licen[cs]e|copying|notice|authors)[^/]*$")


def gather(target: Path) -> list[str]:
    """Copy the licences of Python and of the pinned packages; name those that state one only."""
    _copy(Path(sys.base_prefix) / _python_licence(), target / "python")
    without = []
    for name in sorted(set(NAME.findall(section("run")))):
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # it is for another system
        if not _copy_all(found, target / name):
            without.append(name)
            _state(found, target / name)
    return without


def _python_licence() -> Path:
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return Path("LICENSE.txt") if sys.platform == "win32" else Path("lib", version, "LICENSE.txt")


def _copy_all(found: Distribution, target: Path) -> bool:
    files = [file for file in found.files or () if LICENCE.search(file.as_posix())]
    plain = [Path(str(found.locate_file(file))) for file in files if file.suffix != ".py"]
    for file in plain:
        _copy(file, target)
    return bool(plain)


def _state(found: Distribution, target: Path) -> None:
    """Write down what a package says of its licence, where it brings no text."""
    facts = found.metadata
    said = facts["License-Expression"] or facts["License"] or "see its project"
    target.mkdir(parents=True, exist_ok=True)
    name = f"{facts['Name']} {facts['Version']}"
    (target / "LICENCE").write_text(f"{name}: {said}\n", encoding="utf-8")


def _copy(file: Path, target: Path) -> None:
    if file.is_file():
        target.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target / file.name)
