"""Everything of one desk lies in the folders it was given."""

from pathlib import Path

from pupitre.app.folders import Folders


def test_the_usual_folders_are_the_system_s(nobodys_home: Path) -> None:
    folders = Folders.chosen(None)
    for folder in (folders.settings, folders.data, folders.logs, folders.server):
        assert folder.is_relative_to(nobodys_home)


def test_a_chosen_folder_holds_everything(tmp_path: Path) -> None:
    folders = Folders.chosen(tmp_path)
    for folder in (folders.settings, folders.data, folders.logs, folders.server):
        assert folder.is_relative_to(tmp_path)
