"""Folding: a conversation and what happened to it make the conversation that follows."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import datetime
from functools import reduce
from typing import assert_never

from pupitre.domain import events as e
from pupitre.domain.changing import changed
from pupitre.domain.conversation import (
    Closure,
    Conversation,
    CurrentPause,
    LastMessage,
    Status,
    UnseenReply,
)
from pupitre.domain.people import Block, Page, Role
from pupitre.domain.standing import PAUSES_BEFORE_GOODBYE


def fold(conversation: Conversation, entries: Iterable[e.Entry]) -> Conversation:
    """Apply entries one after another."""
    return reduce(evolve, entries, conversation)


def evolve(conversation: Conversation, entry: e.Entry) -> Conversation:
    """Return the conversation after this entry; server and desk share it."""
    after = _apply(conversation, entry)
    return after if after.seq == entry.seq else changed(after, seq=entry.seq)


def _apply(  # noqa: C901, PLR0912 -- one case for each event is the point
    it: Conversation, entry: e.Entry
) -> Conversation:
    event, at = entry.event, entry.at
    match event:
        case e.Started():
            return changed(
                it, started_at=at, previous=event.previous, page=event.page, on_site=True
            )
        case e.Message(author=Role.VISITOR):
            return _visitor_wrote(it, event, entry)
        case e.Message():
            return _expert_wrote(it, event, entry)
        case e.Assigned():
            return _assigned(it, event, at)
        case e.Queued():
            return changed(
                it,
                status=Status.WAITING,
                owner=None,
                pause=None,
                owner_needed_since=None,
                waiting_since=at,
            )
        case e.VisitorArrived():
            return changed(it, on_site=True, left_at=None, page=event.page, mailed_at=None)
        case e.VisitorLeft():
            return changed(it, on_site=False, left_at=at)
        case e.PageChanged():
            return changed(it, page=Page(url=event.url, title=event.title))
        case e.Paused():
            return _paused(it, event, at)
        case e.Resumed():
            return _resumed(it, event, at)
        case e.Transferred():
            return changed(_off_the_desk(it), group=event.group or it.group)
        case e.Released():
            return changed(_off_the_desk(it), released_by=event.expert)
        case e.Noted():
            return it
        case e.EmailGiven():
            return changed(it, email=event.email)
        case e.EmailWithdrawn():
            return changed(it, email=None)
        case e.Mailed():
            return changed(_settled(it, event), mailed_at=None if it.on_site else at)
        case e.MailFailed():
            return it if event.again else _settled(it, event)
        case e.Seen():
            return _seen(it, event)
        case e.Closed():
            return _closed(it, event, at)
        case e.Qualified():
            return _qualified(it, event)
        case e.SurveyAnswered():
            return changed(it, survey=event)
        case e.Blocked():
            block = Block(expert=event.expert, at=at, reason=event.reason, until=event.until)
            return changed(it, block=block)
        case _:
            assert_never(event)


def _last_message(entry: e.Entry, event: e.Message) -> LastMessage:
    return LastMessage(
        seq=entry.seq,
        at=entry.at,
        author=event.author,
        text=event.text,
        files=tuple(file.name for file in event.attachments),
    )


def _visitor_wrote(it: Conversation, event: e.Message, entry: e.Entry) -> Conversation:
    """Count from here: the visitor waits, on the owner if there is one, and pauses start anew.

    Messages are by far the most frequent: they take their number along, in one copy.
    """
    return changed(
        it,
        seq=entry.seq,
        last_message=_last_message(entry, event),
        visitor_waits_since=it.visitor_waits_since or entry.at,
        owner_needed_since=it.owner_needed_since or (entry.at if it.owner else None),
        unread=(*it.unread, entry.seq),
        pauses_in_row=0,
        goodbye_proposed=False,
    )


def _expert_wrote(it: Conversation, event: e.Message, entry: e.Entry) -> Conversation:
    writers = it.writers
    if event.expert and event.expert not in writers:
        writers = (*writers, event.expert)
    return changed(
        it,
        seq=entry.seq,
        last_message=_last_message(entry, event),
        writers=writers,
        visitor_waits_since=None,
        owner_needed_since=None,
        unseen=(*it.unseen, UnseenReply(id=event.id, seq=entry.seq, at=entry.at)),
    )


def _assigned(it: Conversation, event: e.Assigned, at: datetime) -> Conversation:
    return changed(
        it,
        status=Status.OPEN,
        owner=event.expert,
        waiting_since=None,
        released_by=None,
        pause=None,
        owner_needed_since=at,
    )


def _off_the_desk(it: Conversation) -> Conversation:
    return changed(it, status=Status.WAITING, owner=None, pause=None, owner_needed_since=None)


def _paused(it: Conversation, event: e.Paused, at: datetime) -> Conversation:
    since = it.pause.since if it.pause else at
    return changed(
        it,
        status=Status.PAUSED,
        pause=CurrentPause(since=since, until=event.until, keep=event.keep, count=event.count),
        pauses_in_row=event.count,
        owner_needed_since=None,
    )


def _resumed(it: Conversation, event: e.Resumed, at: datetime) -> Conversation:
    """Back on the desk; a question that the pause left open waits on the owner again (R6)."""
    expired = event.reason is e.ResumeReason.EXPIRED
    return changed(
        it,
        status=Status.OPEN,
        pause=None,
        owner_needed_since=at if expired or it.visitor_waits_since else None,
        goodbye_proposed=it.goodbye_proposed
        or (expired and it.pauses_in_row >= PAUSES_BEFORE_GOODBYE),
    )


def _settled(it: Conversation, mail: e.Mailed | e.MailFailed) -> Conversation:
    """Note that no other mail takes these along (V5)."""
    unseen = tuple(
        changed(reply, mailed=True) if reply.id in mail.messages else reply for reply in it.unseen
    )
    return changed(it, unseen=unseen, survey_mailed=it.survey_mailed or mail.survey)


def _seen(it: Conversation, event: e.Seen) -> Conversation:
    if event.by is Role.VISITOR:
        unseen = tuple(reply for reply in it.unseen if reply.seq > event.seq)
        return changed(it, unseen=unseen, seen_by_visitor=max(it.seen_by_visitor, event.seq))
    unread = it.unread[bisect_right(it.unread, event.seq) :]
    return changed(it, unread=unread, seen_by_expert=max(it.seen_by_expert, event.seq))


def _closed(it: Conversation, event: e.Closed, at: datetime) -> Conversation:
    closure = Closure(
        at=at,
        by=event.by,
        expert=event.expert,
        subjects=event.subjects,
        note=event.note,
        survey=event.survey,
    )
    return changed(
        it,
        status=Status.CLOSED,
        closure=closure,
        pause=None,
        waiting_since=None,
        visitor_waits_since=None,
        owner_needed_since=None,
    )


def _qualified(it: Conversation, event: e.Qualified) -> Conversation:
    if it.closure is None:
        return it
    closure = changed(it.closure, expert=event.expert, subjects=event.subjects, note=event.note)
    return changed(it, closure=closure)
