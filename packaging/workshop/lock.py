"""Refreshing the lock: newest versions that fit pyproject.toml, for every system, with hashes."""

import os
import re
import tempfile
import tomllib
from pathlib import Path

from workshop.console import Word, follow, say
from workshop.environment import this_python
from workshop.locked import SCOPES, TITLES
from workshop.places import LOCK, PROJECT, ROOT

HEADER = """\
# What Pupitre is run, tested and built with: every version, and what its files must hash to.
# Made by `python3 packaging/dev.py lock` from pyproject.toml; do not write here.
"""
COMPILE = (
    *("pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
)


def refresh(words: list[str]) -> int:
    """Write packaging/constraints.txt anew."""
    del words
    with tempfile.TemporaryDirectory() as folder:
        pinned = {scope: _compiled(scope, Path(folder)) for scope in SCOPES}
    LOCK.write_text(HEADER + _sections(pinned), encoding="utf-8")
    say(f"{len(pinned[SCOPES[-1]])} packages are pinned in {LOCK.relative_to(ROOT)}.")
    return 0


def _sections(pinned: dict[str, dict[str, str]]) -> str:
    """Write each package once, in the first section that needs it, as the widest scope has it."""
    everything, text, written = pinned[SCOPES[-1]], "", set[str]()
    for scope in SCOPES:
        names = [name for name in everything if name in pinned[scope] and name not in written]
        text += TITLES[scope] + "\n" + "".join(everything[name] for name in names)
        written.update(names)
    return text


def _compiled(scope: str, folder: Path) -> dict[str, str]:
    """Return the text that pins each package of this scope, by its name."""
    wanted, result = folder / "wanted.in", folder / f"{scope}.txt"
    wanted.write_text("\n".join(_build_system()), encoding="utf-8")
    more = SCOPES[1 : SCOPES.index(scope) + 1]  # each is an extra of pyproject.toml
    extras = [word for extra in more for word in ("--extra", extra)]
    command: list[Word] = [_uv(), *COMPILE, PROJECT, wanted, *extras, "--output-file", result]
    follow(f"Choosing versions to {scope}", command, _environment())
    pins: dict[str, str] = {}
    for block in re.split(r"(?m)^(?=[a-z0-9])", result.read_text(encoding="utf-8")):
        if name := re.match(r"[a-z0-9._-]+", block):
            pins[name[0]] = pins.get(name[0], "") + block
    return pins


def _build_system() -> list[str]:
    requires: list[str] = tomllib.loads(PROJECT.read_text("utf-8"))["build-system"]["requires"]
    return requires


def _uv() -> Path:
    """Return uv, which alone locks for every system at once, from an environment of its own."""
    folder = ROOT / ".venv-lock"
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    if not (scripts / "pip").exists():
        follow("Making an environment for uv", [this_python(), "-m", "venv", "--clear", folder])
    if not (scripts / "uv").exists():
        follow("Installing uv", [scripts / "pip", "install", "uv"])
    return scripts / "uv"


def _environment() -> dict[str, str]:
    """Say to uv what pip was told about the index and its certificate."""
    told = {"UV_SYSTEM_CERTS": "1"}
    for ours, theirs in (("UV_DEFAULT_INDEX", "PIP_INDEX_URL"), ("SSL_CERT_FILE", "PIP_CERT")):
        if value := os.environ.get(theirs):
            told[ours] = value
    return os.environ | told
