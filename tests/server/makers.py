"""Small values for the server's tests."""

from datetime import UTC, datetime, timedelta
from typing import Any

from pupitre.domain.conversation import Conversation
from pupitre.domain.events import (
    Assigned,
    AssignReason,
    Entry,
    Event,
    Message,
    Queued,
    Started,
)
from pupitre.domain.ids import ConversationId, ExpertId, GroupId, MessageId, MissionId, VisitorId
from pupitre.domain.mission import Group, Mission
from pupitre.domain.people import Expert, Role
from pupitre.server.floor import Roster
from pupitre.server.guests import Guest
from pupitre.server.present import Present

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
VELO = Mission(
    id=MissionId("velo"),
    name="Vélo",
    mark="VÉ",
    colour="#0f7a4a",
    groups=(Group(id=GroupId("conseil"), name="Conseil", queue_size=2),),
    asynchronous=True,
)
CAVE = Mission(
    id=MissionId("cave"),
    name="La Cave",
    mark="CA",
    colour="#8a1c4a",
    groups=(Group(id=GroupId("sommeliers"), name="Sommeliers"),),
    max_slots=6,
)
ALICE, BRUNO = ExpertId("alice"), ExpertId("bruno")


def expert(id_: ExpertId = ALICE, *, present: bool = True, groups: str = "conseil") -> Expert:
    return Expert(
        id=id_,
        name=f"{id_.title()} Martin",
        email=f"{id_}@demo.test",
        groups=tuple(GroupId(group) for group in groups.split()),
        available=present,
        connected=present,
        away_since=None if present else NOON,
    )


def roster(*experts: Expert, revision: int = 1) -> Roster:
    return Roster(revision=revision, missions=(VELO, CAVE), experts=experts)


def present_with(*experts: Expert) -> Present:
    present = Present()
    present.floor.meet(roster(*experts))
    return present


def guest(id_: str = "v1", **more: Any) -> Guest:
    token = id_.encode().ljust(32, b"-")
    return Guest(id=VisitorId(id_), mission=VELO.id, token=token, **more)


def blank(id_: str = "c1", visitor: str = "v1") -> Conversation:
    return Conversation(
        id=ConversationId(id_),
        mission=VELO.id,
        group=VELO.groups[0].id,
        visitor=VisitorId(visitor),
    )


def said(text: str, author: Role = Role.VISITOR, by: ExpertId | None = None) -> Message:
    side: Role = author
    return Message(id=MessageId(text), author=side, text=text, expert=by)  # type: ignore[arg-type] # a role of two


def numbered(*events: Event, first: int = 1, at: datetime = NOON) -> tuple[Entry, ...]:
    return tuple(
        Entry(seq=seq, at=at + (seq - 1) * SECOND, event=event)
        for seq, event in enumerate(events, first)
    )


def begun(owner: ExpertId | None = ALICE) -> tuple[Entry, ...]:
    """Return the first events of a conversation, on a desk or waiting."""
    routed = AssignReason.ROUTED
    last = Assigned(expert=owner, reason=routed) if owner else Queued(reason=routed)
    return numbered(Started(), said("Bonjour"), last)
