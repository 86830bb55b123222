"""A mission's TOML file."""

from datetime import timedelta
from pathlib import Path

import pytest

from pupitre.domain.mission import OpeningHours
from pupitre.server.documents import Unreadable
from pupitre.server.mission_file import read_mission
from tests.support.server import RESOURCES

LEAST = """
id = "x"
name = "X"
mark = "X"
colour = "#123456"
[[groups]]
id = "g"
name = "G"
"""


@pytest.mark.parametrize(
    ("name", "asynchronous", "queue", "required"),
    [("velo", True, 50, True), ("cave", False, 0, False)],
)
def test_the_demos_missions_are_as_the_contract_says(
    *, name: str, asynchronous: bool, queue: int, required: bool
) -> None:
    mission = read_mission(RESOURCES / "demo" / f"{name}.toml")
    assert mission.id == name
    assert mission.asynchronous is asynchronous
    assert mission.subjects_required is required
    assert [group.queue_size for group in mission.groups] == [queue]
    assert len(mission.leaves()) >= 3
    assert len(mission.canned) >= 3


def test_the_least_that_a_file_says(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text(LEAST)
    mission = read_mission(tmp_path / "x.toml")
    assert mission.targets.first == timedelta(seconds=30)
    assert mission.max_slots == 4
    assert mission.retention_days == 365
    assert (mission.consent, mission.legal_url, mission.hours) == ("", "", ())
    assert mission.timezone == "Europe/Paris"


def test_what_visitors_are_told_beforehand(tmp_path: Path) -> None:
    told = """
consent = "We keep this for a year."
legal_url = "https://x.example/privacy"
timezone = "America/Montreal"
hours = [
    { days = [1, 2, 3, 4, 5], start = "09:00", end = "18:30" },
    { days = [6], start = "22:00", end = "24:00" },
]
"""
    (tmp_path / "x.toml").write_text(told + LEAST)
    mission = read_mission(tmp_path / "x.toml")
    assert mission.consent == "We keep this for a year."
    assert mission.legal_url == "https://x.example/privacy"
    assert mission.timezone == "America/Montreal"
    assert mission.hours == (
        OpeningHours(days=(1, 2, 3, 4, 5), start="09:00", end="18:30"),
        OpeningHours(days=(6,), start="22:00", end="24:00"),
    )


def test_consent_may_be_told_in_each_language(tmp_path: Path) -> None:
    told = """
consent.fr = "Nous gardons ceci un an."
consent.en = "We keep this for a year."
"""
    (tmp_path / "x.toml").write_text(told + LEAST)
    mission = read_mission(tmp_path / "x.toml")
    assert mission.consent == ""
    assert mission.consent_in("fr-CA") == "Nous gardons ceci un an."
    assert mission.consent_in("de") == mission.consent_in("en") == "We keep this for a year."


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('timezone = "Europe/Atlantis"', "no time zone “Europe/Atlantis”"),
        ('timezone = "/etc/passwd"', "no time zone"),
        ('hours = [{ days = [1], start = "18:00", end = "09:00" }]', "end before they start"),
        ('hours = [{ days = [1], start = "9:00", end = "18:00" }]', "start"),
        ('hours = [{ days = [8], start = "09:00", end = "18:00" }]', "days"),
        ('legal_url = "javascript:alert(1)"', "legal_url"),
        ('legal_url = "//evil.example"', "legal_url"),
    ],
)
def test_what_visitors_cannot_be_told(tmp_path: Path, line: str, told: str) -> None:
    (tmp_path / "x.toml").write_text(f"{line}\n{LEAST}")
    with pytest.raises(Unreadable, match=told):
        read_mission(tmp_path / "x.toml")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('colour = "red"', "colour"),
        ('id = "a b"', "id"),
        ("max_slots = 0", "max_slots"),
        ('origins = ["shop.example"]', "origins"),
    ],
)
def test_a_value_that_cannot_be_is_named(tmp_path: Path, line: str, told: str) -> None:
    key = line.partition(" ")[0]
    kept = [each for each in LEAST.splitlines() if not each.startswith(f"{key} ")]
    (tmp_path / "x.toml").write_text(
        "\n".join(
            [line, *LEAST.splitlines()]
            if key not in {each.partition(" ")[0] for each in LEAST.splitlines()}
            else [line, *kept]
        )
    )
    with pytest.raises(Unreadable, match=told):
        read_mission(tmp_path / "x.toml")
