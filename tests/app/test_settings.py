"""Settings survive restarts, other versions and broken files."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pupitre.app.settings import Account, Settings, SettingsFile


def test_without_a_file_everything_follows_the_system(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "none").load() == Settings()


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "new")
    chosen = Settings(
        language="fr",
        theme="dark",
        account=Account(server="https://chat.example.org", email="alice@demo.test"),
        shortcuts={"pause": "Ctrl+Alt+P"},
        window="AdnQ",
    )
    file.save(chosen)
    assert file.load() == chosen
    assert [path.name for path in file.path.parent.iterdir()] == ["settings.json"]


def test_what_another_version_wrote_is_kept(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    file.path.write_text(json.dumps({"language": "fr", "sound": {"volume": 3}}))
    file.save(replace(file.load(), theme="dark"))
    told = json.loads(file.path.read_text())
    assert told["sound"] == {"volume": 3}
    assert (told["language"], told["theme"]) == ("fr", "dark")


def test_values_of_a_wrong_kind_are_the_defaults(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    file.path.write_text(json.dumps({"language": 3, "account": [], "shortcuts": {"a": 1}}))
    assert file.load() == Settings()


@pytest.mark.logs("kept as settings.broken")
@pytest.mark.parametrize("text", ["{", "[]", "\0"])
def test_a_broken_file_is_kept_aside(tmp_path: Path, text: str) -> None:
    file = SettingsFile(tmp_path)
    file.path.write_text(text)
    assert file.load() == Settings()
    assert (tmp_path / "settings.broken").read_text() == text


def test_an_account_without_a_server_is_a_trial() -> None:
    assert Account(email="alice@demo.test").is_trial
    assert not Account().is_trial
    assert not Account(server="https://x", email="a@x").is_trial
