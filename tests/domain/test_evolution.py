"""Folding: what each event makes of a conversation."""

from typing import get_args

import pytest

from pupitre.domain import events as e
from pupitre.domain.attachments import Attachment
from pupitre.domain.conversation import Conversation, LastMessage, Status
from pupitre.domain.evolution import evolve, fold
from pupitre.domain.ids import AttachmentId, ConversationId, MessageId
from pupitre.domain.people import Role
from tests.support.playbook import (
    ADVICE,
    ALICE,
    BASKET,
    BRUNO,
    DELAY,
    HOME,
    NINE,
    NOON,
    TEN,
    Playbook,
    answered,
    assigned,
    closed,
    opened,
    paused,
    queued,
    resumed,
    waiting,
    written,
)

LIFE: tuple[e.Event, ...] = (
    e.Started(page=HOME, previous=ConversationId("before")),
    written(),
    queued(),
    assigned(),
    e.Seen(by=Role.EXPERT, seq=2),
    answered(),
    e.VisitorLeft(),
    e.EmailGiven(email="zoe@visitor.test"),
    e.MailFailed(messages=(MessageId("r"),), reason=e.MailTrouble.REFUSED, again=True),
    e.Mailed(messages=(MessageId("r"),)),
    e.EmailWithdrawn(),
    e.VisitorArrived(page=BASKET),
    e.PageChanged(url=HOME.url),
    paused(),
    resumed(e.ResumeReason.EXPIRED),
    e.Noted(expert=ALICE, text="?"),
    e.Transferred(sender=ALICE, expert=BRUNO),
    assigned(BRUNO),
    e.Released(expert=BRUNO),
    assigned(ALICE),
    e.Blocked(expert=ALICE, reason="?"),
    closed(),
    e.Qualified(expert=ALICE, subjects=(DELAY,), note="?"),
    e.SurveyAnswered(csat=5),
)


def test_every_event_there_is_is_in_this_life() -> None:
    assert {type(event) for event in LIFE} == set(get_args(e.Event))


def test_folding_a_life_gives_the_state_that_it_had(play: Playbook) -> None:
    blank = play.conversation
    play.given(LIFE)
    assert fold(blank, play.entries) == play.conversation
    assert play.conversation.seq == len(LIFE)


@pytest.mark.parametrize("cut", range(len(LIFE) + 1))
def test_folding_in_two_parts_is_folding(play: Playbook, cut: int) -> None:
    blank = play.conversation
    play.given(LIFE)
    halfway = fold(blank, play.entries[:cut])
    assert fold(halfway, play.entries[cut:]) == play.conversation


def test_folding_nothing_changes_nothing(play: Playbook) -> None:
    assert fold(play.conversation, ()) == play.conversation


def test_an_event_makes_a_new_value_and_leaves_the_old_one(play: Playbook) -> None:
    before = play.conversation
    after = evolve(before, e.Entry(seq=1, at=NINE, event=e.Started(page=HOME)))
    assert (before.is_blank, after.is_blank) == (True, False)


@pytest.mark.parametrize(
    ("script", "status"),
    [
        ((), Status.WAITING),
        (waiting(), Status.WAITING),
        (opened(), Status.OPEN),
        ((opened(), paused()), Status.PAUSED),
        ((opened(), paused(), resumed(e.ResumeReason.BY_EXPERT)), Status.OPEN),
        ((opened(), e.Released(expert=ALICE), queued()), Status.WAITING),
        ((opened(), paused(), closed()), Status.CLOSED),
    ],
)
def test_the_status_follows_its_events(play: Playbook, script: e.Event, status: Status) -> None:
    play.given(script)
    assert play.conversation.status is status
    assert (play.conversation.pause is not None) is (status is Status.PAUSED)


@pytest.mark.parametrize("event", LIFE, ids=lambda it: type(it).__name__)
def test_only_these_events_change_the_status_or_the_owner(play: Playbook, event: e.Event) -> None:
    play.given(opened(), answered())
    before = play.conversation
    play.given(event)
    changes = (e.Queued, e.Assigned, e.Paused, e.Transferred, e.Released, e.Closed)
    after = play.conversation
    same = (before.status, before.owner) == (after.status, after.owner)
    assert same is not (isinstance(event, changes) and event != assigned(ALICE))


def test_a_visitor_waits_from_the_first_message_that_nobody_answered(play: Playbook) -> None:
    play.given(opened())
    play.given(written(), at=TEN)
    assert play.conversation.visitor_waits_since == NINE
    play.given(answered(), at=NOON)
    assert waits_since(play.conversation) is None
    play.given(written("Merci"), at=NOON)
    assert waits_since(play.conversation) == NOON


def waits_since(conversation: Conversation) -> object:
    return conversation.visitor_waits_since


def test_the_newest_message_is_at_hand(play: Playbook) -> None:
    play.given(opened(), answered("Bonjour !"), paused())
    assert play.conversation.last_message == LastMessage(
        seq=4, at=NINE, author=Role.EXPERT, text="Bonjour !"
    )
    files = (Attachment(id=AttachmentId("a"), name="frein.jpg"),)
    play.given(e.Message(id=MessageId("m"), author=Role.VISITOR, text="", attachments=files))
    assert play.conversation.last_message is not None
    assert play.conversation.last_message.files == ("frein.jpg",)


def test_a_transfer_within_the_group_leaves_the_group(play: Playbook) -> None:
    play.given(opened(), e.Transferred(sender=ALICE, expert=BRUNO), assigned(BRUNO))
    assert play.conversation.group == ADVICE


def test_qualifying_what_is_not_closed_changes_nothing(play: Playbook) -> None:
    play.given(opened(), e.Qualified(expert=ALICE, subjects=(DELAY,)))
    assert play.conversation.closure is None
