"""The test command: the checks that read the code, then the tests that run it."""

import os
import subprocess
from pathlib import Path

from workshop.console import heading
from workshop.environment import prepared
from workshop.places import ROOT

# What is never reached there is meant for here.
ELSEWHERE = ("mypy", "--no-warn-unreachable", "--cache-dir")
CHECKS = {
    "ruff format": ["ruff", "format", "--check", "."],
    "ruff check": ["ruff", "check", "."],
    "mypy": ["mypy"],
    "mypy for Windows": [*ELSEWHERE, ".mypy_cache/windows", "--platform", "win32", "desktop"],
    "mypy for macOS": [*ELSEWHERE, ".mypy_cache/macos", "--platform", "darwin", "desktop"],
    "import contracts": ["lint-imports", "--no-logo"],
}


def test(words: list[str]) -> int:
    """Run pytest with these words, or everything when there is none."""
    python = prepared("test")
    failed = [] if words else _failed_checks(python.parent)
    heading("pytest")
    # The last line of all is pytest's own summary.
    status = subprocess.call([python, "-m", "pytest", *words], cwd=ROOT, env=_environment(failed))
    return status or int(bool(failed))


def _failed_checks(scripts: Path) -> list[str]:
    return [title for title, command in CHECKS.items() if not _passes(title, scripts, command)]


def _passes(title: str, scripts: Path, command: list[str]) -> bool:
    heading(title)
    program, *words = command
    return subprocess.call([scripts / program, *words], cwd=ROOT) == 0


def _environment(failed: list[str]) -> dict[str, str]:
    return os.environ | {"PUPITRE_FAILED_CHECKS": ", ".join(failed)}
