"""The language of the screen, complete and compiled."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDir, QFileInfo, QLocale, QTranslator
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QFileDialog,
    QFileIconProvider,
    QLabel,
)
from pytestqt.qtbot import QtBot

from pupitre.ui import languages, text
from pupitre.ui.counts import Counts
from pupitre.ui.preferences import Language
from tests.architecture.sources import ROOT
from tests.support.screen import speak

FOLDER = ROOT / "resources" / "i18n"


def messages(language: str) -> Iterator[tuple[str, str, str, list[str]]]:
    """List context, source, comment and the translated forms of each message of a file."""
    tree = ET.parse(FOLDER / f"pupitre_{language}.ts")  # noqa: S314 - the project's own
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            plurals = [form.text or "" for form in translation.findall("numerusform")]
            forms = plurals or [translation.text or ""]
            name, source = context.findtext("name", ""), message.findtext("source", "")
            yield name, source, message.findtext("comment", ""), forms


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_compiled_is_what_is_translated(language: str) -> None:
    """Run `python packaging/words.py` when this fails."""
    compiled = QTranslator()
    assert compiled.load(str(FOLDER / f"pupitre_{language}.qm"))
    for context, source, comment, forms in messages(language):
        for n, form in zip((1, 2), forms, strict=False):
            number = n if len(forms) > 1 else -1
            assert compiled.translate(context, source, comment or None, number) == form


def test_both_languages_have_the_same_words() -> None:
    assert [it[:3] for it in messages("en")] == [it[:3] for it in messages("fr")]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_translation_has_the_places_of_its_source(language: str) -> None:
    for _, source, _, forms in messages(language):
        for form in forms:
            assert _places(form) == _places(source), form


def _places(words: str) -> list[str]:
    names = [part.split("}")[0] for part in words.split("{")[1:]]
    return sorted([*names, "%n"] if "%n" in words else names)


def test_french_keeps_its_signs_with_their_words() -> None:
    for _, _, _, forms in messages("fr"):
        for form in forms:
            for wrong in (" ?", " !", " ;", " :", " »", "« ", "'", '"', "..."):
                assert wrong not in form, form


def test_english_is_typeset_too() -> None:
    for _, source, _, _ in messages("en"):
        for wrong in ("'", '"', "...", " - "):
            assert wrong not in source, source


def test_words_change_with_the_language(screen: QApplication) -> None:
    assert text.visitor_name("", 4821) == "Visitor 4821"
    assert Counts.unread(1) == "1 unread message"
    speak(screen, Language.FRENCH)
    assert text.visitor_name("", 4821) == "Visiteur 4821"
    assert [Counts.unread(n) for n in (0, 1, 2)] == [
        "0 message non lu",
        "1 message non lu",
        "2 messages non lus",
    ]
    speak(screen, Language.ENGLISH)
    assert Counts.unread(2) == "2 unread messages"


def test_qts_own_words_follow(french: QApplication) -> None:
    assert french.translate("QPlatformTheme", "Cancel") == "Annuler"
    assert QCalendarWidget().locale().language() == QLocale.Language.French


@pytest.mark.parametrize(
    ("language", "system", "locale"),
    [
        (Language.SYSTEM, "fr_CA", "fr_CA"),
        (Language.SYSTEM, "en_US", "en_US"),
        (Language.SYSTEM, "de_DE", "en_GB"),
        (Language.SYSTEM, "C", "en_GB"),
        (Language.FRENCH, "en_US", "fr_FR"),
        (Language.ENGLISH, "en_US", "en_US"),
        (Language.ENGLISH, "fr_FR", "en_GB"),
    ],
)
def test_dates_are_written_as_the_system_does_where_it_speaks_the_language(
    language: Language, system: str, locale: str
) -> None:
    assert languages.locale_for(language, QLocale(system)).name() == locale


def test_without_its_files_the_desk_speaks_english(screen: QApplication) -> None:
    QDir.setSearchPaths("i18n", [str(ROOT / "nowhere")])
    speak(screen, Language.FRENCH)
    assert text.visitor_name("", 4821) == "Visitor 4821"


def test_the_dialog_of_files_is_french_where_the_system_has_none(
    french: QApplication, qtbot: QtBot
) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.setNameFilters(["Images (*.png)"])
    labels = [it.text().replace("&", "") for it in dialog.findChildren(QLabel) if it.text()]
    assert labels == ["Voir dans\u00a0:", "Nom de fichier\u00a0:", "Types de fichiers\u00a0:"]
    assert QFileIconProvider().type(QFileInfo(str(ROOT))) == "Dossier"
