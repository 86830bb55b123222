"""Small conversations to try one thing on."""

from datetime import UTC, datetime, timedelta

from pupitre.client.outbox import Pending
from pupitre.client.replica import Record
from pupitre.client.views import Delivery, EventRow, MessageRow
from pupitre.domain.commands import ExpertCommand, Post
from pupitre.domain.conversation import Conversation
from pupitre.domain.events import (
    Assigned,
    AssignReason,
    Entry,
    Event,
    Message,
    Started,
    VisitorLeft,
)
from pupitre.domain.evolution import evolve, fold
from pupitre.domain.ids import (
    CommandId,
    ConversationId,
    ExpertId,
    GroupId,
    MessageId,
    MissionId,
    VisitorId,
)
from pupitre.domain.people import Page, Role, Visitor

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ALICE, BRUNO = ExpertId("alice"), ExpertId("bruno")
TALK = ConversationId("talk")


def entry(seq: int, event: Event, at: datetime = NOON) -> Entry:
    """Return a numbered event."""
    return Entry(seq=seq, at=at, event=event)


def wrote(text: str, id_: str = "", author: Role = Role.VISITOR) -> Message:
    """Return a message, of the visitor unless told."""
    expert = ALICE if author is Role.EXPERT else None
    who = Role.EXPERT if author is Role.EXPERT else Role.VISITOR
    return Message(id=MessageId(id_ or text), author=who, text=text, expert=expert)  # type: ignore[arg-type] # a role of two


def blank(id_: ConversationId = TALK) -> Conversation:
    """Return a conversation that is about to start."""
    return Conversation(
        id=id_, mission=MissionId("velo"), group=GroupId("velo-conseil"), visitor=VisitorId("v1")
    )


def beginning(text: str = "Bonjour") -> list[Entry]:
    """Return how a conversation comes to Alice."""
    page = Page(url="https://velo.example/")
    assigned = Assigned(expert=ALICE, reason=AssignReason.ROUTED)
    return [entry(1, Started(page=page)), entry(2, wrote(text)), entry(3, assigned)]


def opened(*events: Event, id_: ConversationId = TALK) -> Conversation:
    """Return a conversation on Alice's desk after these events."""
    talk = fold(blank(id_), beginning())
    for event in events:
        talk = evolve(talk, entry(talk.seq + 1, event))
    return talk


def record(talk: Conversation | None = None, name: str | None = "Camille") -> Record:
    """Return a conversation as a desk keeps it."""
    return Record(talk or opened(), Visitor(id=VisitorId("v1"), name=name))


def pending(
    command: ExpertCommand,
    id_: str = "c1",
    *,
    conversation: ConversationId | None = TALK,
    hold: timedelta | None = None,
) -> Pending:
    """Return a command that is kept on disk."""
    return Pending(
        id=CommandId(command.id if isinstance(command, Post) else id_),
        conversation=conversation,
        command=command,
        at=NOON,
        hold_until=NOON + hold if hold else None,
        on_disk=True,
    )


def post(text: str) -> Post:
    """Return a message to send; its text is its id."""
    return Post(id=MessageId(text), text=text)


def bubble(key: str, seq: int | None, delivery: Delivery = Delivery.STORED) -> MessageRow:
    """Return a row of a message of Alice's."""
    return MessageRow(
        key=key,
        seq=seq,
        at=NOON,
        author=Role.EXPERT,
        mine=True,
        writer="Alice",
        text=key,
        attachments=(),
        delivery=delivery,
        refusal=None,
        undo_until=None,
    )


def line(seq: int) -> EventRow:
    """Return a row that is no message."""
    return EventRow(key=f"e{seq}", seq=seq, at=NOON, event=VisitorLeft())
