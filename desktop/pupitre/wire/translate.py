"""Domain values to frames and back, typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from pupitre.domain import commands as asked
from pupitre.domain import conversation as state
from pupitre.domain import events as happened
from pupitre.domain import mission, people
from pupitre.domain.attachments import Attachment, named
from pupitre.domain.ids import CommandId, ConversationId, GroupId, MessageId, MissionId
from pupitre.domain.refusals import Code, Refused
from pupitre.domain.statistics import Summary
from pupitre.wire import commands, events, figures, replica, replies, shapes
from pupitre.wire.instants import Instant
from pupitre.wire.pairs import to_domain, to_wire


@dataclass(frozen=True, slots=True, kw_only=True)
class Replica:
    """A conversation as it comes to a desk."""

    id: ConversationId
    mission: MissionId
    group: GroupId
    visitor: people.Visitor
    snapshot: state.Conversation | None = None
    entries: tuple[happened.Entry, ...] = ()

    @property
    def base(self) -> state.Conversation:
        """What to fold the entries into when nothing is held: the snapshot, or a blank."""
        return self.snapshot or state.Conversation(
            id=self.id, mission=self.mission, group=self.group, visitor=self.visitor.id
        )


def command_to_wire(
    command: asked.ExpertCommand | asked.VisitorCommand, conversation: ConversationId | None = None
) -> Any:
    """Return a command as it travels; a survey's answer names its conversation."""
    if isinstance(command, asked.AnswerSurvey):
        if conversation is None:
            raise ValueError("A survey's answer names its conversation")
        return commands.AnswerSurvey(
            conversation=conversation, csat=command.csat, nps=command.nps, comment=command.comment
        )
    if isinstance(command, asked.Post):
        files = tuple([file.id for file in command.attachments])
        return commands.Post(text=command.text, attachments=files)
    return to_wire(command)


def command_from_wire(command: commands.ExpertCommand, id_: CommandId | str) -> asked.ExpertCommand:
    """Return what an expert asks; a message gets the id of its command.

    Of its files only the ids travel: whoever keeps them fills in the rest.
    """
    translated: asked.ExpertCommand = _command(command, id_)
    return translated


def visitor_command_from_wire(
    command: commands.VisitorCommand, id_: CommandId | str
) -> asked.VisitorCommand:
    """Return what a visitor asks; a message gets the id of its command."""
    translated: asked.VisitorCommand = _command(command, id_)
    return translated


def _command(command: object, id_: str) -> Any:
    if isinstance(command, commands.Post):
        files = named(command.attachments) if command.attachments else ()
        return asked.Post(id=MessageId(id_), text=command.text, attachments=files)
    return to_domain(command)


def event_to_wire(event: happened.Event) -> events.Event:
    """Return an event as it travels."""
    shape: events.Event = to_wire(event)
    return shape


def event_from_wire(event: events.Event) -> happened.Event:
    """Return what happened."""
    value: happened.Event = to_domain(event)
    return value


def entry_to_wire(entry: happened.Entry) -> events.Entry:
    """Return a numbered event as it travels."""
    shape: events.Entry = to_wire(entry)
    return shape


def entry_from_wire(entry: events.Entry) -> happened.Entry:
    """Return a numbered event."""
    value: happened.Entry = to_domain(entry)
    return value


def conversation_to_wire(conversation: state.Conversation) -> replica.Conversation:
    """Return a state as it travels."""
    shape: replica.Conversation = to_wire(conversation)
    return shape


def conversation_from_wire(conversation: replica.Conversation) -> state.Conversation:
    """Return a state."""
    value: state.Conversation = to_domain(conversation)
    return value


def expert_to_wire(expert: people.Expert) -> shapes.Expert:
    """Return an expert as other experts see them."""
    shape: shapes.Expert = to_wire(expert)
    return shape


def expert_from_wire(expert: shapes.Expert) -> people.Expert:
    """Return an expert; what only the server knows of them is left out."""
    value: people.Expert = to_domain(expert)
    return value


def mission_to_wire(brand: mission.Mission) -> shapes.Mission:
    """Return a mission as its experts know it."""
    shape: shapes.Mission = to_wire(brand)
    return shape


def mission_from_wire(brand: shapes.Mission) -> mission.Mission:
    """Return a mission; what only the server knows of it is left out."""
    value: mission.Mission = to_domain(brand)
    return value


def visitor_to_wire(visitor: people.Visitor) -> shapes.Visitor:
    """Return a visitor as experts see them."""
    shape: shapes.Visitor = to_wire(visitor)
    return shape


def visitor_from_wire(visitor: shapes.Visitor) -> people.Visitor:
    """Return a visitor."""
    value: people.Visitor = to_domain(visitor)
    return value


def replica_to_wire(
    conversation: state.Conversation,
    visitor: people.Visitor,
    entries: Iterable[happened.Entry],
    snapshot: state.Conversation | None = None,
) -> replica.Replica:
    """Return a conversation as it comes to a desk: the entries follow what it knows."""
    return replica.Replica(
        id=conversation.id,
        mission=conversation.mission,
        group=conversation.group,
        visitor=visitor_to_wire(visitor),
        snapshot=None if snapshot is None else conversation_to_wire(snapshot),
        events=tuple([entry_to_wire(entry) for entry in entries]),
    )


def replica_from_wire(shape: replica.Replica) -> Replica:
    """Return a conversation that came to this desk."""
    return Replica(
        id=ConversationId(shape.id),
        mission=MissionId(shape.mission),
        group=GroupId(shape.group),
        visitor=visitor_from_wire(shape.visitor),
        snapshot=None if shape.snapshot is None else conversation_from_wire(shape.snapshot),
        entries=tuple([entry_from_wire(entry) for entry in shape.events]),
    )


def attachment_to_wire(attachment: Attachment) -> shapes.Attachment:
    """Return a file as its upload is answered and as messages carry it."""
    shape: shapes.Attachment = to_wire(attachment)
    return shape


def attachment_from_wire(shape: shapes.Attachment) -> Attachment:
    """Return a file of a message."""
    value: Attachment = to_domain(shape)
    return value


def refused_to_wire(refused: Refused, id_: str | None) -> replies.Refused:
    """Return a refusal as the answer to the command of that id."""
    detail = {key: _plain(value) for key, value in refused.detail.items()}
    return replies.Refused(id=id_, code=refused.code, message=refused.message, detail=detail)


def refused_from_wire(shape: replies.Refused) -> Refused:
    """Return a refusal; a code that this version does not know counts as an unreadable request."""
    known = shape.code in set(Code)
    return Refused(Code(shape.code) if known else Code.BAD_FRAME, shape.detail)


def figures_to_wire(summary: Summary) -> figures.Figures:
    """Return figures, durations in seconds."""
    return figures.Figures(
        conversations=summary.conversations,
        first_reply=_seconds(summary.first_reply),
        reply=_seconds(summary.reply),
        handling=_seconds(summary.handling),
        resolution=_seconds(summary.resolution),
        csat=summary.csat,
        nps=summary.nps,
        pauses=summary.pauses,
        wakes=dict(summary.wakes),
        releases=summary.releases,
    )


def figures_from_wire(shape: figures.Figures) -> Summary:
    """Return figures."""
    return Summary(
        conversations=shape.conversations,
        first_reply=_duration(shape.first_reply),
        reply=_duration(shape.reply),
        handling=_duration(shape.handling),
        resolution=_duration(shape.resolution),
        csat=shape.csat,
        nps=shape.nps,
        pauses=shape.pauses,
        wakes=shape.wakes,
        releases=shape.releases,
    )


def parts_to_wire(groups: Mapping[str, Summary], whole: Summary) -> tuple[figures.Part, ...]:
    """Return the figures per subject, expert, group or day, each with its share of the whole."""
    return tuple(
        figures.Part(
            key=key,
            share=100 * part.conversations / whole.conversations,
            figures=figures_to_wire(part),
        )
        for key, part in groups.items()
    )


def _seconds(duration: timedelta | None) -> float | None:
    return None if duration is None else duration.total_seconds()


def _duration(seconds: float | None) -> timedelta | None:
    return None if seconds is None else timedelta(seconds=seconds)


def _plain(value: Any) -> Any:
    shaped = to_wire(value)
    return shaped.write() if isinstance(shaped, Instant) else shaped
