"""No address is asked unless somebody chose one, and only one that is encrypted."""

import json
from pathlib import Path

import pytest

from pupitre.app.updates.channel import FILE, Channel, chosen, first


def written(folder: Path, **told: object) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text(json.dumps(told))
    return folder


def test_nothing_is_asked_by_default(tmp_path: Path) -> None:
    assert chosen(tmp_path) is None


def test_the_person_comes_before_the_publisher(tmp_path: Path) -> None:
    mine = written(tmp_path / "mine", address="https://mine.example/pupitre", root="cm9vdA==")
    theirs = written(tmp_path / "theirs", address="https://theirs.example", root="cm9vdA==")
    assert first([mine, theirs]) == Channel(address="https://mine.example/pupitre/", root=b"root")
    assert first([tmp_path / "none", theirs]) is not None


def test_an_empty_address_switches_it_off(tmp_path: Path) -> None:
    mine = written(tmp_path / "mine", address="")
    theirs = written(tmp_path / "theirs", address="https://theirs.example", root="cm9vdA==")
    assert first([mine, theirs]) is None


@pytest.mark.logs("updates.json names no address that can be used")
def test_a_link_that_anybody_can_change_is_not_used(tmp_path: Path) -> None:
    assert first([written(tmp_path, address="http://mine.example", root="cm9vdA==")]) is None


@pytest.mark.logs("updates.json is not understood")
@pytest.mark.parametrize("content", ["{", "[]", '{"address": "https://a.example", "root": "?"}'])
def test_what_cannot_be_read_asks_nobody(content: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(content)
    assert first([tmp_path]) is None


def test_another_root_is_another_channel() -> None:
    one, two = (Channel(address="https://a.example/", root=root) for root in (b"1", b"2"))
    assert one.name != two.name
