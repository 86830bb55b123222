"""The newest release that is newer and made for this system, and what is new in it."""

import json

import pytest

from pupitre.app.updates.releases import Release, newer, rank, this_system


def listed(*versions: str, system: str = "linux-x86_64") -> bytes:
    told = [{"version": version, "files": {system: "file"}} for version in versions]
    return json.dumps({"releases": told, "later": "unknown"}).encode()


def test_the_newest_is_offered_whatever_the_order() -> None:
    found = newer(listed("1.2", "1.10", "1.9"), "1.2", "linux-x86_64")
    assert found is not None
    assert found.version == "1.10"


@pytest.mark.parametrize("mine", ["1.2", "1.2.0", "1.3", "2"])
def test_nothing_older_is_offered(mine: str) -> None:
    assert newer(listed("1.2"), mine, "linux-x86_64") is None


def test_what_is_made_for_another_system_is_not_offered() -> None:
    assert newer(listed("9", system="macos-arm64"), "1", "linux-x86_64") is None


def test_a_version_that_is_none_is_passed_over() -> None:
    assert newer(listed("latest", "2.0rc1"), "1", "linux-x86_64") is None


def test_the_notes_are_in_the_language_of_the_screen_where_there_are_some() -> None:
    release = Release(version="2", notes={"en": "New.", "fr": "Nouveau."})
    assert (release.news("fr"), release.news("de")) == ("Nouveau.", "New.")
    assert Release(version="2").news("fr") == ""


def test_versions_are_numbers() -> None:
    assert rank("0.10") > rank("0.9.9") > rank("0.9") == rank("0.9.0")


def test_this_system_has_the_name_of_its_archive() -> None:
    assert this_system().split("-")[0] in ("linux", "windows", "macos")
