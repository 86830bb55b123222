"""A row as assistive technology reads it, and a card's corner."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QApplication

from pupitre.client.views import Card
from pupitre.domain.conversation import CurrentPause, Status
from pupitre.domain.ids import ConversationId, GroupId, MissionId
from pupitre.domain.presence import Dot
from pupitre.ui.row_text import card_clock, last_words, row_text
from tests.support.screen import NOON

CARD = Card(
    id=ConversationId("talk"),
    name="Camille D.",
    number=4821,
    mission=MissionId("velo"),
    mark="VÉLO",
    colour="#12875a",
    group=GroupId("road"),
    dot=Dot.ON_SITE,
    status=Status.OPEN,
    preview="Et pour un usage en ville ?",
    preview_mine=False,
    last_at=NOON - timedelta(seconds=21),
    waits_since=NOON - timedelta(seconds=21),
    target=timedelta(seconds=30),
    unread=1,
    has_draft=True,
    pause=None,
    suggests_goodbye=False,
    left_at=None,
    on_site_since=NOON,
    asynchronous=False,
    locked="",
    pending=False,
)
PAUSE = CurrentPause(since=NOON, until=NOON + timedelta(hours=3), keep=True, count=1)
PAUSED = replace(CARD, status=Status.PAUSED, pause=PAUSE, waits_since=None, unread=0)


def test_a_row_reads_name_mission_presence_status_message_and_wait(screen: QApplication) -> None:
    assert row_text(CARD, "Atelier Vélo", NOON) == (
        "Camille D., Atelier Vélo, On the site, Open, Et pour un usage en ville ?, "
        "has been waiting for your answer for 21 seconds, 1 unread message, draft"
    )


def test_a_paused_row_says_when_it_comes_back(screen: QApplication) -> None:
    paused = replace(PAUSED, has_draft=False, suggests_goodbye=True, name="")
    assert row_text(paused, "Atelier Vélo", NOON) == (
        "Visitor 4821, Atelier Vélo, On the site, Paused, Back today 18:47 · pause 1 of 2, "
        "Et pour un usage en ville ?, say goodbye and close?"
    )


def test_the_corner_shows_the_clock_that_matters(screen: QApplication) -> None:
    assert card_clock(CARD, NOON) == "0:21"
    assert card_clock(PAUSED, NOON) == "18:47"
    answered = replace(CARD, waits_since=None, last_at=NOON - timedelta(minutes=6))
    assert card_clock(answered, NOON) == "6 min"
    assert card_clock(replace(answered, last_at=None), NOON) == ""


def test_a_message_without_words_is_called_by_what_it_holds(screen: QApplication) -> None:
    theirs = replace(CARD, preview="", preview_mine=False, preview_files=("velo.png", "b.png"))
    assert last_words(theirs) == "2 photos"
    assert last_words(replace(theirs, preview_mine=True, preview_files=("a.pdf",))) == (
        "You: File: a.pdf"
    )
