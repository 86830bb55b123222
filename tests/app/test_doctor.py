"""`pupitre doctor` looks at this computer and says what to do."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.app.doctor.finding import Finding, Verdict, shown, status
from pupitre.app.doctor.surroundings import folders, spelling
from pupitre.app.folders import Folders
from pupitre.app.settings import Settings, SettingsFile
from pupitre.ui.preferences import Language, Preferences
from tests.architecture.sources import ROOT
from tests.support.x11 import XSession


def visited(env: dict[str, str], data: Path, *words: str) -> tuple[int, dict[str, str]]:
    """Run the doctor; return its status, and the mark and sentence of each thing."""
    command = [sys.executable, "-m", "pupitre", "doctor", "--data", str(data), *words]
    env = env | {"PYTHONPATH": str(ROOT / "desktop")}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert not done.stderr, done.stderr
    lines = (line.split(None, 2) for line in done.stdout.splitlines()[1:])
    return done.returncode, {thing: f"{mark} {sentence}" for mark, thing, sentence in lines}


def test_in_a_whole_session_all_is_well(x_session: XSession, tmp_path: Path) -> None:
    code, found = visited(x_session.env, tmp_path)
    assert {thing: line[:2] for thing, line in found.items()} == dict.fromkeys(
        ("folders", "keyring", "notifications", "tray", "spelling", "server"), "ok"
    )
    assert code == 0


def test_with_nothing_around_each_lack_has_its_advice(tmp_path: Path) -> None:
    """Nor a language: Qt has a word to say of that, and nobody wants to read it."""
    bare = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    bare |= {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "1"}  # as the built program runs
    code, found = visited(bare, tmp_path)
    assert "Install gnome-keyring" in found["keyring"]
    assert "notification service" in found["notifications"]
    assert found["screen"].startswith("NO")
    assert code == 1


@pytest.mark.parametrize("asked", ["the system", "the command line", "the settings"])
def test_it_speaks_the_language_that_was_chosen(asked: str, tmp_path: Path) -> None:
    """Also where there is no screen: whoever looks after a computer may have none."""
    env = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    words = ["--language", "fr"] if asked == "the command line" else []
    if asked == "the system":
        env["LANG"] = "fr_FR.UTF-8"
    if asked == "the settings":
        SettingsFile(tmp_path).save(Settings(preferences=Preferences(language=Language.FRENCH)))
    _, found = visited(env, tmp_path, *words)
    assert "Installez gnome-keyring, KWallet ou KeePassXC" in found["trousseau"]
    assert found["écran"].startswith("NON Il n’y en a pas")
    assert "Aucun n’est encore choisi" in found["serveur"]


def test_without_a_tray_the_advice_says_that_the_desk_works(
    x_session: XSession, tmp_path: Path
) -> None:
    code, found = visited(x_session.env | {"QT_QPA_PLATFORM": "offscreen"}, tmp_path)
    assert found["tray"].startswith("!! This desktop shows no tray icons.")
    assert code == 0


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    found = folders(Folders.inside(tmp_path / "file"))
    assert found.verdict is Verdict.BAD
    assert str(tmp_path / "file") in found.sentence


@pytest.mark.parametrize(
    ("languages", "verdict", "words"),
    [
        (("fr", "en"), Verdict.GOOD, "Misspelt words are marked in: en, fr."),
        (("fr", "tlh"), Verdict.GOOD, "Misspelt words are marked in: fr."),
        (("tlh",), Verdict.POOR, "Install libenchant-2-2 and a dictionary"),
    ],
)
def test_the_dictionaries_that_are_there_are_named(
    languages: tuple[str, ...], verdict: Verdict, words: str
) -> None:
    found = spelling(languages)
    assert found.verdict is verdict
    assert words in found.sentence


@pytest.mark.parametrize(
    ("verdict", "code"), [(Verdict.GOOD, 0), (Verdict.POOR, 0), (Verdict.BAD, 1)]
)
def test_only_what_stops_the_desk_makes_it_fail(verdict: Verdict, code: int) -> None:
    assert status([Finding("tray", Verdict.GOOD, "Fine."), Finding("x", verdict, "So.")]) == code


def test_the_lines_stand_below_each_other() -> None:
    found = [Finding("tray", Verdict.GOOD, "Fine."), Finding("keyring", Verdict.POOR, "None.")]
    assert shown(found) == "ok  tray     Fine.\n!!  keyring  None."


def test_marks_of_another_language_stand_below_each_other(french: QApplication) -> None:
    found = [Finding("tray", Verdict.GOOD, "Bien."), Finding("screen", Verdict.BAD, "Aucun.")]
    assert shown(found) == "ok   icône  Bien.\nNON  écran  Aucun."


def test_why_a_folder_cannot_be_written_is_said_in_the_language_of_the_screen(
    french: QApplication, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    found = folders(Folders.inside(tmp_path / "file"))
    assert "(un fichier est à cet endroit)" in found.sentence
