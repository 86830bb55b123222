"""What the desk says of visitors and conversations, in both languages."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.domain.conversation import CurrentPause, Status
from pupitre.domain.people import Page
from pupitre.domain.presence import Dot
from pupitre.ui import text
from tests.support.screen import NOON

BIKE = Page(url="/vtt/expl-500", title="VTT 29 pouces Expl 500")


def test_a_visitor_without_a_name_has_a_number(screen: QApplication) -> None:
    assert text.visitor_name("", 4821) == "Visitor 4821"
    assert text.first_name("", 4821) == "Visitor 4821"
    assert text.visitor_name("Camille D.", 7) == "Camille D."
    assert text.first_name("Camille D.", 7) == "Camille"


def test_presence_is_told_in_words_too(screen: QApplication) -> None:
    left_at = NOON - timedelta(minutes=6)
    page = text.presence(Dot.ON_SITE, NOON, page=BIKE)
    assert page == "On the site · reading “VTT 29 pouces Expl 500”"
    assert text.presence(Dot.ON_SITE, NOON) == "On the site"
    assert text.presence(Dot.LEFT, NOON, left_at=left_at) == "Left the site 6 min ago"
    assert text.presence(Dot.LEFT, NOON) == "Left the site"
    assert text.presence(Dot.UNKNOWN, NOON, page=BIKE) == "Presence unknown: no link"
    assert text.on_site_for(left_at, NOON) == "On the site for 6 min"


def test_presence_in_french_has_its_spaces(french: QApplication) -> None:
    page = text.presence(Dot.ON_SITE, NOON, page=BIKE)
    assert page == "Sur le site · lit «\u00a0VTT 29 pouces Expl 500\u00a0»"
    assert text.presence(Dot.UNKNOWN, NOON) == "Présence inconnue\u00a0: pas de liaison"


@pytest.mark.parametrize("dot", Dot)
def test_every_dot_has_its_short_words(screen: QApplication, dot: Dot) -> None:
    assert (
        text.short_presence(dot, NOON, NOON)
        == {
            Dot.ON_SITE: "on the site",
            Dot.LEFT: "left just now",
            Dot.UNKNOWN: "presence unknown",
        }[dot]
    )


def test_a_pause_says_when_it_ends_and_which_it_is(screen: QApplication) -> None:
    until = NOON + timedelta(hours=3)
    pause = CurrentPause(since=NOON, until=until, keep=True, count=1)
    loose = CurrentPause(since=NOON, until=until, keep=False, count=3)
    assert text.pause_line(pause, NOON) == "Back today 18:47 · pause 1 of 2"
    assert text.pause_line(loose, NOON) == "Back today 18:47 · pause 3 · released then"


def test_every_status_has_a_word(screen: QApplication) -> None:
    assert [text.status(it) for it in Status] == ["Waiting", "Open", "Paused", "Closed"]


def test_the_experts_own_state(screen: QApplication) -> None:
    assert text.availability(available=False, full=True) == "Unavailable"
    assert text.availability(available=True, full=True) == "Full"
    assert text.availability(available=True, full=False) == "Available"
    assert text.slots_used(2, 4) == "2 of 4 slots"


def test_the_rest_of_the_words(screen: QApplication) -> None:
    assert text.preview("Bonjour", mine=True) == "You: Bonjour"
    assert text.preview("Bonjour", mine=False) == "Bonjour"
    assert text.preview("Bonjour", mine=True, by="Bruno Leroy") == "Bruno: Bonjour"
    assert text.typing("Camille", "je") == "Camille is typing: “je”"
    assert text.is_typing() == "is typing…"
    assert text.language("fr-CA") == "French"
    assert text.language("tlh") == "tlh"
    assert text.unsent(0) == "Everything sent"
    assert text.unsent(2) == "2 queued on this computer"
