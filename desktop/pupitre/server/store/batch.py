"""What one commit writes: collected while deciding, in plain rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NewType

from pupitre.domain.conversation import Conversation
from pupitre.domain.ids import AttachmentId, CommandId, ConversationId, ExpertId, VisitorId
from pupitre.domain.people import Block, Expert

Row = dict[str, Any]


Sender = NewType("Sender", str)
"""Whose command ids these are: an expert's or a visitor's."""


@dataclass(slots=True)
class Batch:
    """Everything that one transaction writes; empty at first."""

    events: list[Row] = field(default_factory=list)
    texts: list[Row] = field(default_factory=list)
    commands: list[Row] = field(default_factory=list)
    conversations: dict[ConversationId, Row] = field(default_factory=dict)
    went_on: set[ConversationId] = field(default_factory=set)
    """Conversations of which nothing is new but the number of their last event."""
    created: set[ConversationId] = field(default_factory=set)
    visitors: list[Row] = field(default_factory=list)
    visitor_changes: dict[VisitorId, Row] = field(default_factory=dict)
    experts: dict[ExpertId, Row] = field(default_factory=dict)
    taken: dict[ExpertId, int] = field(default_factory=dict)
    """Change of the number of open conversations, by expert."""
    forced: set[ExpertId] = field(default_factory=set)
    """Experts who may go over their slots: a kept conversation came back, a transfer anyway."""
    deadlines: dict[tuple[ConversationId, str], datetime | None] = field(default_factory=dict)
    mails: dict[ConversationId, Row | None] = field(default_factory=dict)
    """The mails under way; None: it is no longer."""
    claims: dict[AttachmentId, ConversationId] = field(default_factory=dict)
    """Files that a message uses from now on."""
    erased: list[ConversationId] = field(default_factory=list)
    """Conversations that are no longer to be found."""
    forgotten: list[VisitorId] = field(default_factory=list)
    """Visitors of whom nothing is kept any more."""
    visitor_keys: list[Row] = field(default_factory=list)
    """Tokens of visitors who came by a mail's link."""

    @property
    def is_empty(self) -> bool:
        """Nothing to write."""
        return not (
            self.events
            or self.commands
            or self.experts
            or self.taken
            or self.visitors
            or self.visitor_changes
            or self.deadlines
            or self.mails
            or self.visitor_keys
            or self.erased
            or self.forgotten
        )

    def answer(self, sender: Sender, id_: CommandId, answer: bytes, at: datetime) -> None:
        """Remember what was answered to a command."""
        self.commands.append({"sender": sender, "id": id_, "answer": answer, "at": at})

    def project(self, conversation: Conversation, before: Conversation | None = None) -> None:
        """Keep what queries need of this state; nearly always only its number is new."""
        id_ = conversation.id
        if before and id_ not in self.conversations and _shown(before) == _shown(conversation):
            self.went_on.add(id_)
            return
        self.went_on.discard(id_)
        self.conversations[id_] = {
            "id": id_,
            "mission": conversation.mission,
            "group": conversation.group,
            "visitor": conversation.visitor,
            "seq": conversation.seq,
            "status": str(conversation.status),
            "owner": conversation.owner,
            "on_site": conversation.on_site and not conversation.is_closed,
            "started_at": conversation.started_at,
            "waiting_since": conversation.waiting_since,
            "closed_at": conversation.closure.at if conversation.closure else None,
        }

    def expert(self, expert: Expert) -> None:
        """Keep what the expert chose and since when they are away; not their load."""
        self.experts[expert.id] = {
            "id_": expert.id,
            "slots": expert.slots,
            "available": expert.available,
            "last_assigned": expert.last_assigned,
            "away_since": expert.away_since,
        }

    def block(self, visitor: VisitorId, block: Block) -> None:
        """Keep that the visitor may not write (R11)."""
        self._visitor(visitor).update(
            block_expert=block.expert,
            block_at=block.at,
            block_reason=block.reason,
            block_until=block.until,
        )

    def change_visitor(self, visitor: VisitorId, changes: Mapping[str, object]) -> None:
        """Keep new particulars of a visitor."""
        self._visitor(visitor).update(changes)

    def _visitor(self, visitor: VisitorId) -> Row:
        return self.visitor_changes.setdefault(visitor, {})


def _shown(conversation: Conversation) -> tuple[object, ...]:
    """Return what queries may need of a state, but for its number."""
    it = conversation
    closed_at = it.closure.at if it.closure else None
    return it.status, it.owner, it.group, it.on_site, it.started_at, it.waiting_since, closed_at
