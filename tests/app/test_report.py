"""A report helps whoever reads it, and tells nothing of people."""

import json
import zipfile
from pathlib import Path

import pytest

from pupitre.app import report
from pupitre.app.folders import Folders

ID = "0199b2c4-7a10-7c3e-9d55-1f2a3b4c5d6e"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    made = Folders.inside(tmp_path)
    made.logs.mkdir()
    (made.logs / "desk.log").write_text("2026-11-22 INFO session: connected\n")
    settings = {"preferences": {"undo": 5}, "account": {"email": "a@b.test"}, "window": "AAAA"}
    (made.settings / "settings.json").write_text(json.dumps(settings))
    return made


def test_a_report_holds_versions_choices_and_logs(folders: Folders) -> None:
    files = report.gathered(folders, "Pupitre 1.0")
    assert files["about.txt"] == "Pupitre 1.0\n"
    assert json.loads(files["settings.json"]) == {"preferences": {"undo": 5}}
    assert "connected" in files["desk.log"]
    assert "crash.txt" not in files


def test_where_there_is_nothing_a_report_can_still_be_made(tmp_path: Path) -> None:
    files = report.gathered(Folders.inside(tmp_path / "none"), "Pupitre 1.0")
    assert files == {"about.txt": "Pupitre 1.0\n", "settings.json": "{}"}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("signed in as alice@demo.test|x", "signed in as …@…|x"),
        ("file /home/alice/.config/pupitre", "file ~/.config/pupitre"),
        (f"conversation {ID} closed", f"conversation {ID} closed"),
        ("token " + "Ab3_" * 10, "token …"),
        ("a sentence with nothing of anybody", "a sentence with nothing of anybody"),
    ],
)
def test_what_says_who_somebody_is_is_left_out(written: str, shown: str) -> None:
    assert report.harmless(written, Path("/home/alice")) == shown


def test_a_long_log_is_cut_at_its_old_end(folders: Folders) -> None:
    (folders.logs / "desk.log").write_text("old\n" + "x\n" * report.MOST + "new\n")
    log = report.gathered(folders, "")["desk.log"]
    assert log.endswith("new\n")
    assert "old" not in log


def test_a_report_is_saved_as_it_was_shown(tmp_path: Path) -> None:
    target = tmp_path / "report.zip"
    report.save({"about.txt": "é"}, target)
    with zipfile.ZipFile(target) as archive:
        assert archive.read("about.txt").decode() == "é"
    assert list(tmp_path.iterdir()) == [target]


def test_what_cannot_be_saved_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        report.save({"about.txt": ""}, tmp_path / "taken")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
