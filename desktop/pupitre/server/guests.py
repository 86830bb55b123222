"""The visitors in memory: who they are, their block, and their latest conversation."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from pupitre.domain.conversation import Conversation
from pupitre.domain.ids import ConversationId, MissionId, VisitorId
from pupitre.domain.people import Block, Visitor


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """A visitor of one mission's site."""

    id: VisitorId
    mission: MissionId
    token: bytes
    """SHA-256 of the token that the site's page keeps."""
    name: str | None = None
    email: str | None = None
    language: str = "fr"
    device: str = ""
    block: Block | None = None
    latest: ConversationId | None = None
    stored: bool = False
    """Nothing is kept of a visitor who never wrote."""

    def seen_in(self, conversation: Conversation) -> Visitor:
        """Return the visitor as the experts of this conversation see them."""
        return Visitor(
            id=self.id,
            name=self.name,
            email=conversation.email or self.email,
            on_site=conversation.on_site,
            left_at=conversation.left_at,
            language=self.language,
            device=self.device,
            page=conversation.page,
        )

    def row(self, at: datetime) -> dict[str, object]:
        """Return what the store keeps at their first message."""
        return {
            "id": self.id,
            "mission": self.mission,
            "token": self.token,
            "name": self.name,
            "email": self.email,
            "language": self.language,
            "device": self.device,
            "created_at": at,
        }


class Guests:
    """A bounded number of visitors; connected ones stay as long as they are."""

    def __init__(self, capacity: int = 20_000) -> None:
        self._capacity = capacity
        self._guests: OrderedDict[VisitorId, Guest] = OrderedDict()
        self._holders: dict[bytes, VisitorId] = {}

    def get(self, id_: VisitorId) -> Guest | None:
        """Return the visitor if in memory."""
        return self._guests.get(id_)

    def with_token(self, token: bytes) -> Guest | None:
        """Return who holds this token, if in memory: also one who never wrote."""
        holder = self._holders.get(token)
        return self._guests.get(holder) if holder else None

    def put(self, guest: Guest) -> None:
        """Keep these particulars."""
        self._guests[guest.id] = guest
        self._holders[guest.token] = guest.id
        self._guests.move_to_end(guest.id)

    def forget(self, id_: VisitorId) -> None:
        """Drop them: they will be loaded again."""
        if guest := self._guests.pop(id_, None):
            self._holders.pop(guest.token, None)

    def trim(self, is_connected: Callable[[VisitorId], bool]) -> None:
        """Let go of those not used for longest."""
        for _ in range(len(self._guests) - self._capacity):
            id_, guest = self._guests.popitem(last=False)
            if is_connected(id_):
                self._guests[id_] = guest
            else:
                self._holders.pop(guest.token, None)
