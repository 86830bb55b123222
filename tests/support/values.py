"""Cards and rows made by hand, for what is shown of them."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from pupitre.client.views import Card, Delivery, EventRow, MessageRow
from pupitre.domain.conversation import CurrentPause, Status
from pupitre.domain.events import Event
from pupitre.domain.ids import ConversationId, GroupId, MissionId
from pupitre.domain.people import Role
from pupitre.domain.presence import Dot
from tests.support.screen import NOON

_CARD = Card(
    id=ConversationId("camille"),
    name="Camille D.",
    number=4821,
    mission=MissionId("velo"),
    mark="VÉLO",
    colour="#0f7b4f",
    group=GroupId("velo-conseil"),
    dot=Dot.ON_SITE,
    status=Status.OPEN,
    preview="Et pour un usage en ville ?",
    preview_mine=False,
    last_at=NOON - timedelta(seconds=21),
    waits_since=None,
    target=timedelta(seconds=50),
    unread=0,
    has_draft=False,
    pause=None,
    suggests_goodbye=False,
    left_at=None,
    on_site_since=NOON - timedelta(minutes=6),
    asynchronous=False,
    locked="",
    pending=False,
)
_MESSAGE = MessageRow(
    key="m1",
    seq=1,
    at=NOON,
    author=Role.VISITOR,
    mine=False,
    writer="",
    text="Bonjour",
    attachments=(),
    delivery=Delivery.STORED,
    refusal=None,
    undo_until=None,
)


def card(name: str = "camille", **changes: Any) -> Card:
    """Return a card called after its conversation."""
    return replace(_CARD, id=ConversationId(name), name=name.capitalize(), **changes)


def waiting(name: str, seconds: int, **changes: Any) -> Card:
    """Return a card whose visitor waits for an answer since so many seconds."""
    since = NOON - timedelta(seconds=seconds)
    return card(name, waits_since=since, last_at=since, **changes)


def paused(name: str, hours: float, **changes: Any) -> Card:
    """Return a card that comes back in so many hours."""
    until = NOON + timedelta(hours=hours)
    pause = CurrentPause(since=NOON, until=until, keep=True, count=1)
    return card(name, status=Status.PAUSED, pause=pause, **changes)


def said(key: str, text: str = "Bonjour", seq: int | None = None, **changes: Any) -> MessageRow:
    """Return a visitor's message."""
    return replace(_MESSAGE, key=key, text=text, seq=seq, **changes)


def answered(key: str, text: str = "Oui", seq: int | None = None, **changes: Any) -> MessageRow:
    """Return a message of the expert at this desk."""
    mine: dict[str, Any] = {"mine": True, "author": Role.EXPERT, "writer": "Alice Martin"}
    return said(key, text, seq, **(mine | changes))


def happened(seq: int, event: Event, at: datetime = NOON) -> EventRow:
    """Return a line between the messages."""
    return EventRow(key=f"e{seq}", seq=seq, at=at, event=event)
