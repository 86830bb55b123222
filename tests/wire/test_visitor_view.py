"""What a visitor may see, for each event there is."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given

from pupitre.domain import events as e
from pupitre.domain.ids import ConversationId, ExpertId, GroupId, MessageId, SubjectId
from pupitre.domain.people import Page, Role
from pupitre.wire import codec, events, translate
from pupitre.wire.instants import Instant
from pupitre.wire.visitor_view import visible, visible_entry, visible_frame, visible_replica
from tests.support.strategies import made

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ALICE, BRUNO = ExpertId("alice"), ExpertId("bruno")
NAMES = {ALICE: "Alice Martin"}
PAGE = Page(url="https://velo.test/", title="Vélos")

SEEN: list[tuple[e.Event, str]] = [
    (
        e.Started(page=PAGE, previous=ConversationId("before")),
        '{"type":"started","page":{"url":"https://velo.test/","title":"Vélos"}}',
    ),
    (e.Queued(reason=e.AssignReason.ROUTED), '{"type":"queued","reason":"routed"}'),
    (
        e.Assigned(expert=ALICE, reason=e.AssignReason.ROUTED),
        '{"type":"assigned","expert":"alice","expert_name":"Alice","reason":"routed"}',
    ),
    (
        e.Message(id=MessageId("m"), author=Role.EXPERT, expert=ALICE, text="Bonjour"),
        '{"type":"message","id":"m","author":"expert","text":"Bonjour",'
        '"expert":"alice","expert_name":"Alice","attachments":[]}',
    ),
    (
        e.Message(id=MessageId("m"), author=Role.VISITOR, text="Bonjour"),
        '{"type":"message","id":"m","author":"visitor","text":"Bonjour",'
        '"expert":null,"expert_name":null,"attachments":[]}',
    ),
    (e.Seen(by=Role.EXPERT, seq=4), '{"type":"seen","by":"expert","seq":4}'),
    (
        e.Closed(
            by=Role.EXPERT, expert=ALICE, subjects=(SubjectId("s"),), note="secret", survey=True
        ),
        '{"type":"closed","by":"expert","survey":true}',
    ),
    (e.EmailGiven(email="secret@visitor.test"), '{"type":"email_given"}'),
    (
        e.SurveyAnswered(csat=5, nps=9, comment="Merci"),
        '{"type":"survey_answered","csat":5,"nps":9,"comment":"Merci"}',
    ),
]
HIDDEN: list[e.Event] = [
    e.Seen(by=Role.VISITOR, seq=4),
    e.VisitorArrived(page=PAGE),
    e.VisitorLeft(),
    e.PageChanged(url="https://velo.test/panier"),
    e.Paused(until=NOON, keep=True, count=1),
    e.Resumed(reason=e.ResumeReason.EXPIRED),
    e.Transferred(sender=ALICE, expert=BRUNO, group=GroupId("g"), note="secret"),
    e.Released(expert=ALICE),
    e.Noted(expert=ALICE, text="secret"),
    e.Mailed(messages=(MessageId("m"),)),
    e.MailFailed(messages=(), reason=e.MailTrouble.REFUSED, detail="secret"),
    e.EmailWithdrawn(),
    e.Qualified(expert=ALICE, subjects=(SubjectId("s"),), note="secret"),
    e.Blocked(expert=ALICE, reason="secret"),
]


def test_every_event_there_is_stands_in_one_of_these_lists() -> None:
    tried = {type(event) for event, _ in SEEN} | {type(event) for event in HIDDEN}
    assert tried == set(get_args(e.Event))


@pytest.mark.parametrize(("event", "sent"), SEEN, ids=lambda it: type(it).__name__)
def test_a_visitor_sees_exactly_this(event: e.Event, sent: str) -> None:
    shown = visible(event, NAMES)
    assert shown is not None
    assert codec.encode(shown) == sent


@pytest.mark.parametrize("event", HIDDEN, ids=lambda it: type(it).__name__)
def test_a_visitor_never_sees(event: e.Event) -> None:
    assert visible(event, NAMES) is None


@given(made(events.Event))
def test_no_note_subject_or_address_ever_passes(shape: events.Event) -> None:
    shown = visible(translate.event_from_wire(shape), NAMES)
    passed = set() if shown is None else set(shown.__struct_fields__)
    assert not passed & {"note", "subjects", "email", "until", "sender", "messages", "previous"}


def test_r8_a_transfer_is_announced_by_the_expert_and_not_by_the_desk() -> None:
    transferred = e.AssignReason.TRANSFERRED
    assert visible(e.Assigned(expert=BRUNO, reason=transferred), NAMES) is None
    assert visible(e.Queued(reason=transferred), NAMES) is None


def test_an_expert_whose_name_is_not_known_has_none() -> None:
    shown = visible(e.Assigned(expert=BRUNO, reason=e.AssignReason.ROUTED), {BRUNO: "  "})
    assert '"expert_name":null' in codec.encode(shown)  # type: ignore[arg-type] # it is shown, not None


def test_a_visitors_replica_keeps_the_numbers_and_has_holes() -> None:
    happened: list[e.Event] = [
        e.Queued(reason=e.AssignReason.ROUTED),
        e.Noted(expert=ALICE, text="secret"),
        e.Seen(by=Role.EXPERT, seq=1),
    ]
    entries = [
        e.Entry(seq=seq, at=NOON + timedelta(microseconds=1_234), event=event)
        for seq, event in enumerate(happened, 1)
    ]
    replica = visible_replica(ConversationId("c"), entries, NAMES)
    assert [entry.seq for entry in replica.events] == [1, 3]
    assert visible_entry(entries[1], NAMES) is None
    assert visible_frame(ConversationId("c"), entries[1], NAMES) is None
    frame = visible_frame(ConversationId("c"), entries[2], NAMES)
    assert frame is not None
    assert frame.at == Instant.of(NOON + timedelta(milliseconds=1))
    assert codec.decode_for_visitor(codec.encode(frame)) == frame
