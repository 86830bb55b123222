"""Whether it is worth asking if another desk is open."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pupitre.app import door
from pupitre.app.instance import Begun, Instance


@pytest.fixture(autouse=True)
def session_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


def test_desks_of_other_data_do_not_meet(tmp_path: Path) -> None:
    assert door.name(tmp_path / "a") != door.name(tmp_path / "b")
    assert door.name(tmp_path / "a") == door.name(tmp_path / "x" / ".." / "a")


def test_an_open_desk_is_asked_and_one_that_ended_is_not(qtbot: QtBot, tmp_path: Path) -> None:
    assert not door.may_be_open(tmp_path)
    opened = Instance(tmp_path)
    assert opened.begin("") is Begun.FIRST
    assert door.may_be_open(tmp_path)
    opened.end()
    assert not door.may_be_open(tmp_path)
    opened.deleteLater()


def test_elsewhere_than_on_linux_one_has_to_ask(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert door.may_be_open(tmp_path)
