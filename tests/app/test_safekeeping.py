"""`pupitre admin backup`, `restore` and `check`, as they are typed."""

import asyncio
from pathlib import Path

import pytest

from pupitre.app.cli import run
from tests.server.keeping.saved import spoil, worked_in
from tests.support.server import ServerProgram


def admin(folder: Path, *words: str) -> int:
    return run(["admin", *words, "--data", str(folder)])


def test_a_running_server_is_saved_checked_and_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    live, target = tmp_path / "live", tmp_path / "saved.zip"
    asyncio.run(worked_in(live))
    with ServerProgram(live):
        assert admin(live, "backup", str(target)) == 0
        assert "3 conversations with" in capsys.readouterr().out
        assert admin(live, "check") == 0
        assert "all is well" in capsys.readouterr().out
        assert admin(live, "restore", str(target), "--replace") == 2
        assert "in use by another server" in capsys.readouterr().err
        assert admin(live, "check", "--repair") == 2
        assert "in use by another server" in capsys.readouterr().err
    assert admin(live, "restore", str(target)) == 2
    assert "--replace" in capsys.readouterr().err
    assert admin(tmp_path / "other", "restore", str(target)) == 0
    assert "3 conversations with" in capsys.readouterr().out
    assert admin(tmp_path / "other", "check") == 0
    with ServerProgram(tmp_path / "other") as again:
        assert again.url


def test_faults_are_told_and_mended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(worked_in(tmp_path))
    asyncio.run(spoil(tmp_path, "UPDATE conversations SET owner = 'bruno'"))
    assert admin(tmp_path, "check") == 1
    told = capsys.readouterr().out
    assert "another owner than its row" in told
    assert "can be mended with --repair" in told
    assert admin(tmp_path, "check", "--repair") == 0
    assert "3 rows mended" in capsys.readouterr().out
    assert admin(tmp_path, "check") == 0


def test_what_is_saved_does_not_swallow_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    live, link = tmp_path / "live", tmp_path / "link"
    asyncio.run(worked_in(live))
    link.symlink_to(live)
    before = sorted(live.rglob("*"))
    for target in (live / "saved.zip", live / "attachments" / "saved.zip", link / "saved.zip"):
        assert admin(live, "backup", str(target)) == 2
        assert "save it elsewhere" in capsys.readouterr().err
    assert sorted(live.rglob("*")) == before


def test_mistakes_are_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "saved.zip"
    mistakes = {
        ("backup", str(target)): "no database",
        ("check",): "no database",
        ("restore", str(target)): "no file",
    }
    for words, told in mistakes.items():
        assert admin(tmp_path / "nowhere", *words) == 2
        said = capsys.readouterr().err
        assert told in said
        assert len(said.splitlines()) == 1
    asyncio.run(worked_in(tmp_path / "live"))
    target.write_text("mine")
    assert admin(tmp_path / "live", "backup", str(target)) == 2
    assert "exists already" in capsys.readouterr().err
    assert admin(tmp_path / "other", "restore", str(target)) == 2
    assert "not a zip" in capsys.readouterr().err
    assert target.read_text() == "mine"
