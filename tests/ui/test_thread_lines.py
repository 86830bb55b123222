"""One sentence for each event of a thread."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.domain import events as e
from pupitre.domain.ids import ConversationId, ExpertId, GroupId, MessageId, SubjectId
from pupitre.domain.people import Page, Role
from pupitre.ui import thread_lines
from pupitre.ui.thread_lines import Names
from tests.support.screen import NOON

YOU, MARC = ExpertId("you"), ExpertId("marc")
ROAD, SIZE = GroupId("road"), SubjectId("size")
NAMES = Names(
    visitor="Camille",
    you=YOU,
    experts={YOU: "Anne", MARC: "Marc"},
    groups={ROAD: "Route"},
    subjects={SIZE: "Taille de cadre"},
)
TONIGHT = NOON + timedelta(hours=3)
R, A = e.ResumeReason, e.AssignReason

LINES: list[tuple[e.Event, str]] = [
    (e.Started(page=Page(url="/velos", title="Vélos")), "Conversation started from “Vélos”"),
    (e.Started(page=Page(url="/velos")), "Conversation started from “/velos”"),
    (e.Started(previous=ConversationId("old")), "Conversation started"),
    (e.VisitorArrived(page=Page(url="/")), "Camille is on the site again"),
    (e.VisitorLeft(), "Camille left the site"),
    (e.EmailGiven(email="c@example.org"), "Camille left an address: c@example.org"),
    (e.Mailed(messages=(MessageId("m"),)), "1 message sent by e-mail"),
    (
        e.MailFailed(messages=(), reason=e.MailTrouble.REFUSED),
        "E-mail not sent: it was refused",
    ),
    (e.EmailWithdrawn(), "Camille wants no more e-mail"),
    (e.Paused(until=TONIGHT, keep=True, count=1), "Paused until today 18:47 · pause 1 of 2"),
    (
        e.Paused(until=TONIGHT, keep=False, count=2),
        "Paused until today 18:47 · pause 2 of 2 · given back to the group then",
    ),
    (e.Resumed(reason=R.VISITOR_REPLIED), "Camille wrote: the pause is over"),
    (e.Resumed(reason=R.EXPIRED), "The pause is over"),
    (e.Resumed(reason=R.BY_EXPERT), "Taken back before the end of the pause"),
    (e.Assigned(expert=MARC, reason=A.ROUTED), "On the desk of Marc"),
    (e.Assigned(expert=ExpertId("gone"), reason=A.ROUTED), "On the desk of an expert"),
    (e.Assigned(expert=YOU, reason=A.ROUTED), "On your desk"),
    (e.Assigned(expert=YOU, reason=A.RELEASED), "On your desk: a colleague gave it back"),
    (
        e.Assigned(expert=YOU, reason=A.RETURNING),
        "On your desk: you answered this visitor before",
    ),
    (
        e.Assigned(expert=YOU, reason=A.UNAVAILABLE),
        "On your desk: its expert was away for 24 h",
    ),
    (e.Queued(reason=A.RELEASED), "Waits in the group for an expert"),
    (
        e.Queued(reason=A.UNAVAILABLE),
        "Its expert was away for 24 h: waits in the group",
    ),
    (e.Transferred(sender=MARC, expert=YOU, note="Vu"), "Marc transferred it to you: “Vu”"),
    (e.Transferred(sender=YOU, expert=MARC), "You transferred it to Marc"),
    (e.Transferred(sender=MARC, group=ROAD), "Marc transferred it to Route"),
    (e.Released(expert=YOU), "You gave it back to the group"),
    (e.Released(expert=MARC), "Marc gave it back to the group"),
    (e.Noted(expert=YOU, text="Fidèle"), "Your note: “Fidèle”"),
    (e.Noted(expert=MARC, text="Fidèle"), "Note by Marc: “Fidèle”"),
    (e.Closed(by=Role.VISITOR), "Camille ended the conversation"),
    (e.Closed(by=Role.SYSTEM), "Closed"),
    (
        e.Closed(by=Role.EXPERT, expert=YOU, subjects=(SIZE,), note="Vu"),
        "You closed the conversation · Taille de cadre: “Vu”",
    ),
    (e.Closed(by=Role.EXPERT, expert=MARC), "Marc closed the conversation"),
    (e.Qualified(expert=YOU, subjects=(SIZE,)), "Qualified: Taille de cadre"),
    (e.Qualified(expert=YOU, subjects=(), note="Vu"), "Qualified: “Vu”"),
    (
        e.SurveyAnswered(csat=5, nps=9, comment="Merci"),
        "Survey answered · satisfaction 5 of 5 · recommendation 9 of 10: “Merci”",
    ),
    (e.Blocked(expert=YOU, reason="Insultes"), "Camille is blocked: “Insultes”"),
    (
        e.Blocked(expert=YOU, reason="Insultes", until=TONIGHT),
        "Camille is blocked until today 18:47: “Insultes”",
    ),
    (e.Message(id=MessageId("m"), author=Role.VISITOR, text="Bonjour"), ""),
    (e.PageChanged(url="/"), ""),
    (e.Seen(by=Role.VISITOR, seq=3), ""),
]


@pytest.mark.parametrize(("event", "line"), LINES, ids=lambda it: type(it).__name__)
def test_an_event_is_one_sentence(screen: QApplication, event: e.Event, line: str) -> None:
    assert thread_lines.line(event, NAMES, NOON) == line


@pytest.mark.parametrize(("event", "line"), LINES, ids=lambda it: type(it).__name__)
def test_no_event_stays_english_in_french(french: QApplication, event: e.Event, line: str) -> None:
    said = thread_lines.line(event, NAMES, NOON)
    assert bool(said) == bool(line)
    assert said != line or not line


def test_a_pause_ends_on_the_day_that_it_is_for_who_reads(screen: QApplication) -> None:
    paused = e.Paused(until=NOON + timedelta(days=1), keep=True, count=1)
    read = [thread_lines.line(paused, NAMES, NOON + timedelta(days=days)) for days in range(3)]
    assert [words.split(" · ")[0] for words in read] == [
        "Paused until tomorrow 15:47",
        "Paused until today 15:47",
        "Paused until Mon 23 Nov 15:47",
    ]


def test_every_event_has_its_line() -> None:
    assert {type(event) for event, _ in LINES} == set(e.Event.__args__)


def test_a_departure_and_its_return_are_one_line(screen: QApplication) -> None:
    back = thread_lines.came_back("Camille", NOON, NOON + timedelta(minutes=3))
    assert back == "Camille left the site 15:47 — came back 15:50"
