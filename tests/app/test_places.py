"""Where `resources/` is."""

import sys
from pathlib import Path

import pytest

from pupitre.app import places


@pytest.fixture(autouse=True)
def _forgotten() -> None:
    places.resources.cache_clear()


def test_a_checkout_has_its_resources_beside_the_source() -> None:
    assert (places.resources() / "demo" / "velo.toml").is_file()
    assert places.resources().name == "resources"


def test_a_frozen_program_brings_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources" / "widget").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert places.resources() == tmp_path / "resources"
    places.resources.cache_clear()


def test_their_absence_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "a" / "b")
    with pytest.raises(places.Misplaced, match="install Pupitre again"):
        places.resources()
