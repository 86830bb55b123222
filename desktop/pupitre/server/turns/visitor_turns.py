"""What visitors ask, and their coming and going."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from typing_extensions import override

from pupitre.domain import commands
from pupitre.domain.conversation import Conversation
from pupitre.domain.ids import CommandId, ConversationId, GroupId, VisitorId
from pupitre.domain.people import SYSTEM, VISITOR, Page
from pupitre.domain.refusals import Code, Refused
from pupitre.server.acts import carry_out
from pupitre.server.answers import Answer, Done
from pupitre.server.guests import Guest
from pupitre.server.identity import fresh_id
from pupitre.server.loader import Loader
from pupitre.server.present import Present
from pupitre.server.round import Round
from pupitre.server.store.batch import Sender
from pupitre.server.talks import Talk
from pupitre.server.turns.claims import NONE, Uploads, claim, uploads_of, whole
from pupitre.server.turns.turn import Turn


class VisitorComes(Turn[Guest]):
    """A page of the visitor's says hello (V1)."""

    def __init__(
        self,
        stranger: Guest,
        token: bytes | None,
        page: Page,
        greet: "Greet",
        linked: ConversationId | None = None,
    ) -> None:
        super().__init__()
        self.by_link = False
        """A mail's link says who it is, and this browser did not know."""
        self._linked = linked
        self._fresh = stranger.token
        self._guest = stranger
        self._token = token
        self._page = page
        self._greet = greet

    @override
    async def prepare(self, loader: Loader) -> None:
        known = await loader.guest_with(self._token) if self._token else None
        if self._linked:
            await loader.talks([self._linked])
            meant = loader.guest_of(self._linked)
            if (
                meant
                and meant.mission == self._guest.mission
                and (known is None or known.id != meant.id)
            ):
                self.by_link = True
                known = await loader.guest(meant.id)
        if known and known.mission == self._guest.mission:
            came = self._guest
            self._guest = replace(
                known,
                name=came.name or known.name,
                language=came.language,
                device=came.device or known.device,
            )

    @override
    def take(self, round_: Round) -> Guest:
        guest = self._now(round_)
        _welcome(round_, guest)
        if self.by_link:
            key = {"token": self._fresh, "visitor": guest.id, "created_at": round_.now}
            round_.batch.visitor_keys.append(key)
        talk = round_.present.latest_of(guest)
        if talk:
            carry_out(round_, talk, commands.Arrive(page=self._page), SYSTEM)
        return guest

    def _now(self, round_: Round) -> Guest:
        """Return the visitor as an earlier turn of the same round may have left them."""
        came, held = self._guest, round_.present.guests.get(self._guest.id)
        if held is None:
            return came
        return replace(held, name=came.name, language=came.language, device=came.device)

    @override
    def settle(self, result: Guest) -> None:
        self._greet(result)
        super().settle(result)


Greet = Callable[[Guest], None]


def _welcome(round_: Round, guest: Guest) -> None:
    """Keep in memory who came, and in the store what is new about them."""
    held = round_.present.guests.get(guest.id)
    told = {"name": guest.name, "language": guest.language, "device": guest.device}
    if guest.stored and held and any(getattr(held, key) != told[key] for key in told):
        round_.batch.change_visitor(guest.id, told)
    round_.keep(guest)


class VisitorLeaves(Turn[None]):
    """The visitor's last page has been gone for the grace period (V1)."""

    def __init__(self, visitor: VisitorId, is_connected: Callable[[], bool]) -> None:
        super().__init__()
        self._visitor = visitor
        self._is_connected = is_connected

    @override
    async def prepare(self, loader: Loader) -> None:
        await loader.guest(self._visitor)

    @override
    def take(self, round_: Round) -> None:
        present = round_.present
        guest = present.guests.get(self._visitor)
        if guest is None or self._is_connected():
            return
        if talk := present.latest_of(guest):
            carry_out(round_, talk, commands.Leave(), SYSTEM)
        if not guest.stored:
            present.guests.forget(guest.id)


class VisitorBrowses(Turn[None]):
    """Another page is read."""

    def __init__(self, visitor: VisitorId, page: Page) -> None:
        super().__init__()
        self._visitor = visitor
        self._page = page

    @override
    async def prepare(self, loader: Loader) -> None:
        await loader.guest(self._visitor)

    @override
    def take(self, round_: Round) -> None:
        guest = round_.present.guests.get(self._visitor)
        if guest and (talk := round_.present.latest_of(guest)):
            carry_out(round_, talk, commands.Browse(page=self._page), SYSTEM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A visitor's command with where it was given."""

    visitor: VisitorId
    id: CommandId
    command: commands.VisitorCommand
    page: Page
    conversation: ConversationId | None = None
    """Named by a survey's answer only."""


class VisitorAsks(Turn[Answer]):
    """A visitor's command; their first message starts a conversation."""

    _uploads: Uploads = NONE

    def __init__(self, asked: Asked, tell: Callable[[Answer | None], None]) -> None:
        super().__init__(tell)
        self.key = (Sender(asked.visitor), asked.id)
        self._asked = asked

    @override
    def is_ready(self, present: Present) -> bool:
        guest, command = present.guests.get(self._asked.visitor), self._asked.command
        if guest is None or self._asked.conversation:
            return False
        carries = isinstance(command, commands.Post) and command.attachments
        return not carries and (guest.latest is None or guest.latest in present.talks)

    @override
    async def prepare(self, loader: Loader) -> None:
        await loader.guest(self._asked.visitor)
        if self._asked.conversation:
            await loader.talks([self._asked.conversation])
        self._uploads = await uploads_of(self._asked.command, loader)

    @override
    def take(self, round_: Round) -> Answer:
        guest = round_.present.guests.get(self._asked.visitor)
        talk = self._talk(round_, guest) if guest else None
        if talk is None:
            return Refused(Code.UNKNOWN_CONVERSATION)
        command = self._asked.command
        if isinstance(command, commands.Post) and command.attachments:
            posted = whole(round_, command, self._uploads, self._asked.visitor)
            if isinstance(posted, Refused):
                return posted
            command = posted
        answer = carry_out(round_, talk, command, VISITOR)
        if isinstance(answer, Done):
            claim(round_, command, talk.state.id)
        if talk.state.is_blank and guest and guest.email and isinstance(answer, Done):
            self._keep_reachable(round_, talk, guest.email)
        return answer

    def _keep_reachable(self, round_: Round, talk: Talk, email: str) -> None:
        """The address of an earlier conversation holds for the one that follows it (V5)."""
        if begun := round_.present.talk(talk.state.id):
            carry_out(round_, begun, commands.GiveEmail(email=email), VISITOR)

    def _talk(self, round_: Round, guest: Guest) -> Talk | None:
        """Return the conversation that the command is about."""
        if self._asked.conversation:
            named = round_.present.talk(self._asked.conversation)
            return named if named and named.state.visitor == guest.id else None
        latest = round_.present.latest_of(guest)
        if isinstance(self._asked.command, commands.Post) and (
            latest is None or latest.state.is_closed
        ):
            return self._begun(round_, guest)
        return latest

    def _begun(self, round_: Round, guest: Guest) -> Talk:
        """Return a blank conversation that follows the visitor's latest one (C6)."""
        mission = round_.present.floor.missions[guest.mission]
        return Talk.blank(
            Conversation(
                id=ConversationId(fresh_id()),
                mission=guest.mission,
                group=mission.groups[0].id if mission.groups else GroupId(""),
                visitor=guest.id,
                previous=guest.latest,
                page=self._asked.page,
            )
        )
