"""What desktop notifications say."""

from datetime import timedelta

from PySide6.QtWidgets import QApplication

from pupitre.domain.presence import Dot
from pupitre.ui import notices
from tests.support.screen import NOON


def test_a_reply_brings_it_back(screen: QApplication) -> None:
    notice = notices.replied("Camille D.", "Merci, et pour\nun usage en ville ?")
    assert notice.title == "Camille D. replied — back on your desk"
    assert notice.body == "“Merci, et pour un usage en ville ?”"


def test_the_second_pause_proposes_goodbye(screen: QApplication) -> None:
    notice = notices.pause_over(
        "Karim B.",
        NOON + timedelta(hours=3),
        silent_since=NOON,
        dot=Dot.LEFT,
        count=2,
        suggests_goodbye=True,
    )
    assert notice.title == "Pause over: Karim B."
    assert notice.body == (
        "No reply since 15:47 · left the site · pause 2 of 2, say goodbye and close?"
    )


def test_a_first_pause_proposes_nothing(screen: QApplication) -> None:
    notice = notices.pause_over(
        "Karim B.", NOON, silent_since=None, dot=Dot.ON_SITE, count=1, suggests_goodbye=False
    )
    assert notice.body == "On the site · pause 1 of 2"


def test_what_a_colleague_hands_on_says_who_and_why(screen: QApplication) -> None:
    notice = notices.handed("Inès", "VÉLO", "Bruno Leroy", "Elle attend un devis", "Merci")
    assert notice.title == "Bruno Leroy hands you Inès · VÉLO"
    assert notice.body == "“Elle attend un devis”"
    assert notices.handed("Inès", "VÉLO", "Bruno Leroy", "", "Merci").body == "“Merci”"


def test_the_others(screen: QApplication) -> None:
    assert notices.arrived("Inès", "VÉLO", "Bonjour").title == "Inès is on your desk · VÉLO"
    assert notices.wrote("Inès", "Bonjour").body == "“Bonjour”"
    assert notices.ended("Inès").title == "Inès ended the conversation"
    assert notices.open_button() == "Open"


def test_a_file_without_words_is_called_by_what_it_is(screen: QApplication) -> None:
    assert notices.wrote("Camille", "", ["velo.png"]).body == "Photo"
    assert notices.replied("Camille", "Voici", ["a.pdf"]).body == "“Voici”"
    assert notices.arrived("Camille", "Vélo", "", ["a.pdf"]).body == "File: a.pdf"


def test_long_words_are_cut_and_no_words_are_none(screen: QApplication) -> None:
    assert notices.quoted("  ") == ""
    assert notices.quoted("abcdef", limit=4) == "“abc…”"


def test_in_french(french: QApplication) -> None:
    notice = notices.pause_over(
        "Karim B.", NOON, silent_since=NOON, dot=Dot.LEFT, count=2, suggests_goodbye=True
    )
    assert notice.title == "Pause terminée\u00a0: Karim B."
    assert notice.body.endswith("pause 2 sur 2, dire au revoir et clôturer\u202f?")
