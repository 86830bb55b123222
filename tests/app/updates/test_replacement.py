"""A new version takes the old one's place whole, after it was tried, or not at all."""

import subprocess
from pathlib import Path

import pytest

from pupitre.app.updates.place import Kind, Place
from pupitre.app.updates.replacement import Unfit, prepare, swap
from tests.support.publisher import archive


@pytest.fixture
def place(tmp_path: Path) -> Place:
    home = tmp_path / "there" / "pupitre-1.0"
    home.mkdir(parents=True)
    (home / "old").touch()
    return Place(Kind.FOLDER, home)


def names(place: Place) -> set[str]:
    return {path.name for path in place.home.parent.iterdir()}


def test_the_new_version_stands_where_the_old_one_was(place: Place, tmp_path: Path) -> None:
    staged = prepare(archive(tmp_path, "2.0"), place, "2.0")
    assert (place.home / "old").exists()
    swap(staged, place)
    said = subprocess.run([place.program], capture_output=True, text=True, check=True).stdout
    assert said == "pupitre 2.0\n"
    assert names(place) == {"pupitre-1.0"}


def test_what_is_not_what_it_is_called_is_not_taken(place: Place, tmp_path: Path) -> None:
    with pytest.raises(Unfit):
        prepare(archive(tmp_path, "2.0", says="1.9"), place, "2.0")
    assert names(place) == {"pupitre-1.0"}


def test_what_is_no_archive_is_not_taken(place: Place, tmp_path: Path) -> None:
    (tmp_path / "nonsense").write_bytes(b"nonsense")
    with pytest.raises(Unfit):
        prepare(tmp_path / "nonsense", place, "2.0")


def test_a_swap_that_fails_leaves_the_old_version(place: Place, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        swap(tmp_path / "nowhere", place)
    assert (place.home / "old").exists()


def test_what_an_update_that_was_cut_off_left_is_no_hindrance(place: Place, tmp_path: Path) -> None:
    prepare(archive(tmp_path, "2.0"), place, "2.0")
    swap(prepare(archive(tmp_path, "2.1"), place, "2.1"), place)
    assert names(place) == {"pupitre-1.0"}
