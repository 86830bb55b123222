"""Rows of a thread, made from what happened and from what is about to."""

from dataclasses import replace
from datetime import datetime
from typing import Protocol

from pupitre.client.attached import Attached, of_message, succeed
from pupitre.client.views import Delivery, EventRow, MessageRow, Row
from pupitre.domain.commands import Post
from pupitre.domain.events import Entry, Message, PageChanged, Seen
from pupitre.domain.ids import ExpertId
from pupitre.domain.people import Role


class Names(Protocol):
    """Who wrote, for the reader."""

    def writer(self, expert: ExpertId | None) -> str:
        """Return an expert's name, or nothing."""

    def is_you(self, expert: ExpertId | None) -> bool:
        """Whether that expert sits at this desk."""


def from_entry(entry: Entry, names: Names, *, seen_to: int = 0) -> Row | None:
    """Return the row that tells an event; None: it makes no row.

    Up to number `seen_to`, experts' messages were on the visitor's screen.
    """
    event = entry.event
    if isinstance(event, Message):
        seen = event.author is Role.EXPERT and entry.seq <= seen_to
        return MessageRow(
            key=message_key(event, names),
            seq=entry.seq,
            at=entry.at,
            author=event.author,
            mine=names.is_you(event.expert),
            writer=names.writer(event.expert),
            text=event.text,
            attachments=tuple([of_message(it) for it in event.attachments]),
            delivery=Delivery.SEEN if seen else Delivery.STORED,
            refusal=None,
            undo_until=None,
        )
    if isinstance(event, Seen | PageChanged):
        return None
    return EventRow(key=f"e{entry.seq}", seq=entry.seq, at=entry.at, event=event)


def message_key(event: Message, names: Names) -> str:
    """Return what a message's row is called: yours by its id, before and after it is stored.

    Others choose the ids of theirs, and might choose one of yours.
    """
    return event.id if names.is_you(event.expert) else f"{event.expert or ''}:{event.id}"


def from_post(
    post: Post,
    *,
    at: datetime,
    writer: str,
    delivery: Delivery,
    undo_until: datetime | None = None,
    files: tuple[Attached, ...] = (),
) -> MessageRow:
    """Return the row of a message of yours that the server has not numbered."""
    return MessageRow(
        key=post.id,
        seq=None,
        at=at,
        author=Role.EXPERT,
        mine=True,
        writer=writer,
        text=post.text,
        attachments=files,
        delivery=delivery,
        refusal=None,
        undo_until=undo_until,
    )


def settled(row: Row, forerunner: MessageRow | None) -> Row:
    """Return the row of a message of yours that the server stored, its pictures as they were."""
    if not isinstance(row, MessageRow) or forerunner is None or not row.attachments:
        return row
    return replace(row, attachments=succeed(row.attachments, forerunner.attachments))
