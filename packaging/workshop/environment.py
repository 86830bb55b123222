"""The virtual environment: made once, repaired when half made, left alone when right."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from workshop import debian
from workshop.console import Word, follow
from workshop.locked import SCOPES, section
from workshop.places import PROJECT, ROOT

ABOUT = "import sys; print(sys.version.split()[0], sys.base_prefix)"


def run_pupitre(words: list[str]) -> int:
    """Prepare what is needed, then become pupitre."""
    command = [str(prepared("run")), "-m", "pupitre", *words]
    if os.name == "posix":
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted
    return subprocess.call(command)


def prepared(scope: str) -> Path:
    """Make sure that all is there for `run` or `test`; return the Python that has it."""
    debian.ensure(scope)
    return Environment(ROOT / ".venv", this_python()).ensure(scope)


def this_python() -> Path:
    """Return the Python that runs this, not the environment's that it may have been called by."""
    return Path(getattr(sys, "_base_executable", None) or sys.executable)


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment in a folder, made by one Python."""

    folder: Path
    maker: Path

    @property
    def python(self) -> Path:
        """The environment's own Python."""
        windows, posix = Path("Scripts", "python.exe"), Path("bin", "python")
        return self.folder / (windows if os.name == "nt" else posix)

    def ensure(self, scope: str) -> Path:
        """Bring it to what the lock says for this scope, at no cost when it is there."""
        made_by = f"{self._about_maker()} in {ROOT}"
        stamp = self._stamp()
        if stamp.get("made_by") != made_by or not self.python.exists():
            self._make()
            stamp = {"made_by": made_by}
        if stamp.get(scope) != _digest(scope):
            self._install(scope, stamp)
        return self.python

    def _about_maker(self) -> str:
        if self.maker == this_python():
            return f"{sys.version.split()[0]} {sys.base_prefix}"
        ask = [str(self.maker), "-c", ABOUT]
        return subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip()

    def _stamp(self) -> dict[str, str]:
        try:
            told = json.loads(self._stamp_file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}

    @property
    def _stamp_file(self) -> Path:
        """Absent while something is being changed: what was interrupted is made again."""
        return self.folder / "pupitre.json"

    def _make(self) -> None:
        if self.folder.exists():
            shutil.rmtree(self.folder)
        follow(f"Making {self.folder.name}", [self.maker, "-m", "venv", self.folder])

    def _install(self, scope: str, stamp: dict[str, str]) -> None:
        self._stamp_file.unlink(missing_ok=True)
        wanted = self.folder / f"{scope}.txt"
        wanted.write_text(section(scope), encoding="utf-8")
        self._pip("Installing the pinned packages", "--require-hashes", "-r", wanted)
        self._pip("Installing pupitre from this folder", "--no-build-isolation", "--editable", ROOT)
        here = {name: _digest(name) for name in SCOPES[: SCOPES.index(scope) + 1]}
        kept = {name: digest for name, digest in stamp.items() if name not in SCOPES}
        self._stamp_file.write_text(json.dumps(kept | here, indent=2), encoding="utf-8")

    def _pip(self, title: str, *words: Word) -> None:
        quiet = ("--no-input", "--disable-pip-version-check", "--no-warn-script-location")
        pip: list[Word] = [self.python, "-m", "pip", "install", "--no-deps", *quiet]
        follow(title, [*pip, *words])


def _digest(scope: str) -> str:
    inputs = section(scope).encode() + PROJECT.read_bytes()
    return hashlib.sha256(inputs).hexdigest()
