"""Who may replace a copy of Pupitre."""

import os
import sys
from pathlib import Path

import pytest

from pupitre.app.updates.place import Kind, here, look


def copy(folder: Path) -> Path:
    home = folder / "pupitre-1.0"
    home.mkdir(parents=True)
    (home / "pupitre").touch()
    return home


def test_a_checkout_is_its_owners() -> None:
    assert here().kind is Kind.SOURCE


def test_a_copy_that_a_package_put_there_belongs_to_the_packages(tmp_path: Path) -> None:
    home, shortcut = copy(tmp_path), tmp_path / "bin-pupitre"
    shortcut.symlink_to(home / "pupitre")
    assert look(home, shortcut).kind is Kind.PACKAGE


def test_an_unpacked_archive_replaces_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = copy(tmp_path)
    assert look(home, tmp_path / "none").kind is Kind.FOLDER
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(home / "pupitre"))
    assert here(tmp_path / "none").program == home / "pupitre"


@pytest.mark.parametrize("locked", [".", "pupitre-1.0"])
def test_a_copy_that_cannot_be_written_is_left_alone(
    locked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may write everywhere, so the system's answer is played."""
    home = copy(tmp_path)
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != (tmp_path / locked).resolve())
    assert look(home, tmp_path / "none").kind is Kind.LOCKED
