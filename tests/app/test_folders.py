"""Everything of one desk lies in the folders it was given."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pupitre.app.folders import Folders, Unwritable, make


def test_the_usual_folders_are_the_system_s(nobodys_home: Path) -> None:
    folders = Folders.chosen(None)
    for folder in (folders.settings, folders.data, folders.logs, folders.server):
        assert folder.is_relative_to(nobodys_home)


def test_a_chosen_folder_holds_everything(tmp_path: Path) -> None:
    folders = Folders.chosen(tmp_path)
    for folder in (folders.settings, folders.data, folders.logs, folders.server):
        assert folder.is_relative_to(tmp_path)


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unwritable, match=r"^The folder .+ cannot be written: .+\.$"):
        Folders.inside(tmp_path / "file").prepare()


def test_what_is_needed_is_created(tmp_path: Path) -> None:
    folders = Folders.inside(tmp_path / "new")
    folders.prepare()
    assert folders.settings.is_dir()
    assert folders.data.is_dir()
    assert not list(folders.data.iterdir())


def test_two_starts_at_the_same_instant_do_not_get_in_each_other_s_way(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as starts:
        assert not any(starts.map(make, [tmp_path] * 2_000))
