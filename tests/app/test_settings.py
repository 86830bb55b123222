"""Settings survive restarts, other versions and broken files."""

import json
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from pupitre.app.formats import FORMAT
from pupitre.app.settings import Account, Settings, SettingsFile
from pupitre.ui.preferences import Arrangement, Language, Preferences
from pupitre.ui.theme import Scheme

TRIAL = Account(email="alice@demo.test")


def test_without_a_file_everything_follows_the_system(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "none").load() == Settings()


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "new")
    chosen = Settings(
        preferences=Preferences(
            language=Language.FRENCH,
            scheme=Scheme.DARK,
            undo=timedelta(seconds=8),
            sounds=False,
            hours=((0, time(9), time(17, 30)),),
            shortcuts={"pause": "Ctrl+Alt+P"},
        ),
        account=Account(server="https://chat.example.org", email="alice@demo.test"),
        window=Arrangement(geometry="AdnQ", panes=4, panel=False),
    )
    file.save(chosen)
    assert file.load() == chosen
    assert [path.name for path in file.path.parent.iterdir()] == ["settings.json"]


def test_what_another_version_wrote_is_kept(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    file.path.write_text(json.dumps({"window": "AdnQ", "sound": {"volume": 3}}))
    file.save(replace(file.load(), account=TRIAL))
    told = json.loads(file.path.read_text())
    assert told["sound"] == {"volume": 3}
    assert (told["window"]["geometry"], told["account"]["email"]) == ("AdnQ", TRIAL.email)


def test_settings_of_the_first_version_are_brought_up_to_date(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    file.path.write_text(json.dumps({"window": "AdnQ", "account": {"email": TRIAL.email}}))
    kept = file.load()
    assert (kept.window, kept.account) == (Arrangement(geometry="AdnQ"), TRIAL)
    file.save(kept)
    assert json.loads(file.path.read_text())["format"] == FORMAT
    assert file.load() == kept


def test_settings_of_a_newer_version_are_read_as_far_as_known_and_kept(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    newer = json.dumps({"format": FORMAT + 1, "account": {"email": TRIAL.email}, "window": []})
    file.path.write_text(newer)
    kept = file.load()
    assert kept.account == TRIAL
    file.save(kept)
    assert file.path.with_suffix(".newer").read_text() == newer
    assert json.loads(file.path.read_text())["format"] == FORMAT


@pytest.mark.logs("not understood: language", "not understood: undo")
def test_values_of_a_wrong_kind_are_the_defaults(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    preferences = {"language": "klingon", "undo": [], "sounds": False}
    file.path.write_text(json.dumps({"preferences": preferences, "account": [], "window": 3}))
    assert file.load() == Settings(preferences=Preferences(sounds=False))


@pytest.mark.logs("kept as settings.broken")
@pytest.mark.parametrize("text", ["{", "[]", "\0"])
def test_a_broken_file_is_kept_aside(tmp_path: Path, text: str) -> None:
    file = SettingsFile(tmp_path)
    file.path.write_text(text)
    assert file.load() == Settings()
    assert (tmp_path / "settings.broken").read_text() == text


def test_an_account_without_a_server_is_a_trial() -> None:
    assert TRIAL.is_trial
    assert not Account().is_trial
    assert not Account(server="https://x", email="a@x").is_trial
