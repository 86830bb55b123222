"""Writing, reading, noting and blocking; that every command has its answer."""

from datetime import timedelta
from typing import get_args

import pytest

from pupitre.domain import commands as c
from pupitre.domain import events as e
from pupitre.domain.attachments import Attachment
from pupitre.domain.ids import AttachmentId, ExpertId, MessageId
from pupitre.domain.people import SYSTEM, VISITOR, Actor, Block, Role
from pupitre.domain.refusals import Code, Refused
from tests.support.playbook import (
    ALICE,
    BASKET,
    BRUNO,
    HOME,
    INSTANT,
    NINE,
    NOON,
    Playbook,
    answered,
    closed,
    opened,
    paused,
    post,
    waiting,
    written,
)


def every_command() -> list[c.ConversationCommand]:
    return [
        post(),
        c.MarkSeen(seq=1),
        c.Pause(until=NOON),
        c.Resume(),
        c.Release(),
        c.Transfer(expert=BRUNO),
        c.Close(),
        c.Qualify(),
        c.WriteNote(text="?"),
        c.BlockVisitor(reason="?"),
        c.End(),
        c.GiveEmail(email="zoe@visitor.test"),
        c.AnswerSurvey(csat=5),
        c.Arrive(page=HOME),
        c.Leave(),
        c.Browse(page=BASKET),
        c.Wake(),
        c.Reclaim(),
        c.Assign(expert=ALICE),
        c.SendMail(),
        c.ConfirmMail(mail=e.Mailed(messages=())),
        c.ReportMailFailure(mail=e.Mailed(messages=()), reason=e.MailTrouble.REFUSED, again=True),
        c.WithdrawEmail(),
    ]


def test_every_command_there_is_is_tried_here() -> None:
    assert {type(command) for command in every_command()} == set(get_args(c.ConversationCommand))


@pytest.mark.parametrize("command", every_command(), ids=lambda it: type(it).__name__)
@pytest.mark.parametrize("before", [(), waiting(), opened(), (opened(), closed())])
def test_a_stranger_among_the_experts_changes_nothing(
    play: Playbook, command: c.ConversationCommand, before: e.Event
) -> None:
    if isinstance(command, get_args(c.SystemCommand)):
        return  # not for people
    play.given(before)
    play.when(command, by=BRUNO)
    assert isinstance(play.outcome, Refused)
    assert play.outcome.code in (Code.NOT_YOURS, Code.UNKNOWN_CONVERSATION, Code.ALREADY_ANSWERED)


# Writing


def test_a_visitors_message_opens_a_conversation_with_its_page(play: Playbook) -> None:
    play.given(opened())
    assert (play.conversation.page, play.conversation.on_site) == (HOME, True)
    assert play.conversation.started_at == NINE


def test_the_owner_answers(play: Playbook) -> None:
    play.given(opened())
    play.when(post("Bonjour !", "r"))
    play.then(answered("Bonjour !"))
    assert play.conversation.writers == (ALICE,)


def test_a_message_keeps_its_commands_id_and_its_attachments(play: Playbook) -> None:
    play.given(opened())
    files = (Attachment(id=AttachmentId("a"), name="frein.jpg", url="/a"),)
    play.when(c.Post(id=MessageId("x"), text="", attachments=files), by=VISITOR)
    play.then(e.Message(id=MessageId("x"), author=Role.VISITOR, text="", attachments=files))


@pytest.mark.parametrize("who", [VISITOR, ALICE])
@pytest.mark.parametrize("text", ["", "   ", "\n\t\u00a0"])
def test_an_empty_message_is_refused(play: Playbook, who: ExpertId | Actor, text: str) -> None:
    play.given(opened())
    play.when(post(text), by=who)
    play.refuses(Code.EMPTY)


@pytest.mark.parametrize("who", [VISITOR, ALICE])
def test_a_message_has_5000_characters_at_most(play: Playbook, who: ExpertId | Actor) -> None:
    play.given(opened())
    play.when(post("é" * 5_001), by=who)
    play.refuses(Code.TOO_LONG, field="text", limit=5_000)
    play.when(post("é" * 5_000), by=who)
    assert not isinstance(play.outcome, Refused)


def test_a_first_message_that_is_refused_starts_nothing(play: Playbook) -> None:
    play.when(post("  "), by=VISITOR)
    play.refuses(Code.EMPTY)
    assert play.conversation.is_blank


# Reading


def test_what_the_expert_saw_is_no_longer_unread(play: Playbook) -> None:
    play.given(opened(), written(), written())
    play.when(c.MarkSeen(seq=4))
    play.then(e.Seen(by=Role.EXPERT, seq=4))
    assert (play.conversation.unread, play.conversation.seen_by_expert) == ((5,), 4)


def test_what_the_visitor_saw_is_no_longer_unseen(play: Playbook) -> None:
    play.given(opened(), answered(), answered())
    play.when(c.MarkSeen(seq=4), by=VISITOR)
    play.then(e.Seen(by=Role.VISITOR, seq=4))
    assert [reply.seq for reply in play.conversation.unseen] == [5]


def test_seeing_nothing_new_is_no_event(play: Playbook) -> None:
    play.given(opened(), answered())
    play.when(c.MarkSeen(seq=2))
    play.when(c.MarkSeen(seq=2))
    play.then()
    play.when(c.MarkSeen(seq=3), by=VISITOR)
    play.then()


def test_nobody_sees_further_than_there_is(play: Playbook) -> None:
    play.given(opened())
    play.when(c.MarkSeen(seq=2**53 - 1))
    play.then(e.Seen(by=Role.EXPERT, seq=3))


def test_only_its_owner_says_it_was_seen(play: Playbook) -> None:
    play.given(opened())
    play.when(c.MarkSeen(seq=2), by=BRUNO)
    play.refuses(Code.NOT_YOURS)


# Noting


@pytest.mark.parametrize("before", [opened(), (opened(), paused()), (opened(), closed())])
def test_the_owner_leaves_a_note_at_any_time(play: Playbook, before: e.Event) -> None:
    play.given(before)
    play.when(c.WriteNote(text="Cliente fidèle"))
    play.then(e.Noted(expert=ALICE, text="Cliente fidèle"))


@pytest.mark.parametrize(("text", "code"), [(" ", Code.EMPTY), ("é" * 2_001, Code.TOO_LONG)])
def test_a_note_is_neither_empty_nor_too_long(play: Playbook, text: str, code: Code) -> None:
    play.given(opened())
    play.when(c.WriteNote(text=text))
    play.refuses(code, field="text")


# R11


def test_r11_a_block_names_who_when_why_and_until_when(play: Playbook) -> None:
    play.given(opened())
    play.when(c.BlockVisitor(reason="Insultes", until=NOON))
    play.then(e.Blocked(expert=ALICE, reason="Insultes", until=NOON))
    assert play.conversation.block == Block(expert=ALICE, at=NINE, reason="Insultes", until=NOON)


@pytest.mark.parametrize(("reason", "code"), [("", Code.EMPTY), ("é" * 2_001, Code.TOO_LONG)])
def test_r11_a_block_has_a_reason(play: Playbook, reason: str, code: Code) -> None:
    play.given(opened())
    play.when(c.BlockVisitor(reason=reason))
    play.refuses(code, field="reason")


@pytest.mark.parametrize("before", [(), opened(), (opened(), paused()), waiting()])
def test_r11_a_blocked_visitor_neither_writes_nor_starts(play: Playbook, before: e.Event) -> None:
    play.given(before)
    play.block = Block(expert=ALICE, at=NINE, reason="Insultes", until=NOON)
    play.when(post(), by=VISITOR, at=NOON - INSTANT)
    play.refuses(Code.BLOCKED)


def test_r11_a_block_ends_at_its_time(play: Playbook) -> None:
    play.given(opened())
    play.block = Block(expert=ALICE, at=NINE, reason="Insultes", until=NOON)
    play.when(post(), by=VISITOR, at=NOON)
    play.then(written())


def test_r11_a_block_without_an_end_holds(play: Playbook) -> None:
    play.given(opened())
    play.block = Block(expert=ALICE, at=NINE, reason="Insultes")
    play.when(post(), by=VISITOR, at=NINE + timedelta(days=3650))
    play.refuses(Code.BLOCKED)


def test_r11_the_expert_may_still_write_to_a_blocked_visitor(play: Playbook) -> None:
    play.given(opened())
    play.block = Block(expert=ALICE, at=NINE, reason="Insultes")
    play.when(post("Au revoir", "r"))
    play.then(answered("Au revoir"))


def test_r11_the_clock_is_not_stopped_by_a_block(play: Playbook) -> None:
    play.given(opened(), paused(NOON))
    play.block = Block(expert=ALICE, at=NINE, reason="Insultes")
    play.when(c.Wake(), by=SYSTEM, at=NOON)
    assert not isinstance(play.outcome, Refused)
