"""What experts ask: of a conversation, of themselves, and their desk's link."""

from collections.abc import Callable
from dataclasses import replace

from typing_extensions import override

from pupitre.domain.commands import OwnerCommand, Post, SelfCommand
from pupitre.domain.ids import CommandId, ConversationId, ExpertId
from pupitre.domain.people import Actor, Expert
from pupitre.domain.refusals import Code, Refused
from pupitre.domain.roster import decide_self, linked, most_slots, unlinked
from pupitre.server.acts import carry_out, give_to_the_free
from pupitre.server.answers import Answer, Done
from pupitre.server.dues import reconsider
from pupitre.server.loader import Loader
from pupitre.server.present import Present
from pupitre.server.round import Round
from pupitre.server.store.batch import Sender
from pupitre.server.turns.claims import NONE, Uploads, claim, uploads_of, whole
from pupitre.server.turns.turn import Turn

Tell = Callable[[Answer | None], None]
"""Is called with what a command comes to; None: nothing could be stored."""


class ExpertAsks(Turn[Answer]):
    """A command about a conversation."""

    _uploads: Uploads = NONE

    def __init__(
        self,
        expert: ExpertId,
        id_: CommandId,
        conversation: ConversationId,
        command: OwnerCommand,
        tell: Tell,
    ) -> None:
        super().__init__(tell)
        self.key = (Sender(expert), id_)
        self._expert = expert
        self._conversation = conversation
        self._command = command

    @override
    def is_ready(self, present: Present) -> bool:
        talk = present.talk(self._conversation)
        if talk is None or (isinstance(self._command, Post) and self._command.attachments):
            return False
        return present.guests.get(talk.state.visitor) is not None

    @override
    async def prepare(self, loader: Loader) -> None:
        await loader.talks([self._conversation])
        self._uploads = await uploads_of(self._command, loader)

    @override
    def take(self, round_: Round) -> Answer:
        talk = round_.present.talk(self._conversation)
        teams = round_.present.floor.teams
        if talk is None or self._expert not in teams.get(talk.state.mission, ()):
            return Refused(Code.UNKNOWN_CONVERSATION)
        command = self._command
        if isinstance(command, Post) and command.attachments:
            posted = whole(round_, command, self._uploads, self._expert)
            if isinstance(posted, Refused):
                return posted
            command = posted
        answer = carry_out(round_, talk, command, Actor.of(self._expert))
        if isinstance(answer, Done):
            claim(round_, command, talk.state.id)
        return answer


class ExpertDecides(Turn[Answer]):
    """A command about oneself."""

    def __init__(self, expert: ExpertId, id_: CommandId, command: SelfCommand, tell: Tell) -> None:
        super().__init__(tell)
        self.key = (Sender(expert), id_)
        self._expert = expert
        self._command = command

    @override
    async def prepare(self, loader: Loader) -> None:
        await loader.talks(loader.floor.desks.get(self._expert, ()))

    @override
    def take(self, round_: Round) -> Answer:
        floor = round_.present.floor
        expert = floor.experts[self._expert]
        decided = decide_self(
            expert,
            self._command,
            max_slots=most_slots(expert, floor.missions.values()),
            open_conversations=sorted(floor.desks.get(expert.id, ())),
            now=round_.now,
        )
        if isinstance(decided, Refused):
            return decided
        become(round_, decided)
        return Done()


class DeskLinks(Turn[Expert]):
    """A desk says hello: the expert is there again (R7)."""

    def __init__(self, expert: ExpertId, greet: Callable[[list[ConversationId]], None]) -> None:
        super().__init__()
        self._expert = expert
        self._greet = greet
        self._desk: list[ConversationId] = []

    @override
    async def prepare(self, loader: Loader) -> None:
        self._desk = await loader.desk(self._expert)

    @override
    def take(self, round_: Round) -> Expert:
        become(round_, linked(round_.present.floor.experts[self._expert], round_.now))
        return round_.present.floor.experts[self._expert]

    @override
    def settle(self, result: Expert) -> None:
        self._greet(self._desk)
        super().settle(result)


class DeskUnlinks(Turn[None]):
    """The link of an expert's last desk has been lost for the grace period (R7)."""

    def __init__(self, expert: ExpertId, is_linked: Callable[[], bool]) -> None:
        super().__init__()
        self._expert = expert
        self._is_linked = is_linked

    @override
    async def prepare(self, loader: Loader) -> None:
        await loader.talks(loader.floor.desks.get(self._expert, ()))

    @override
    def take(self, round_: Round) -> None:
        expert = round_.present.floor.experts.get(self._expert)
        if expert and not self._is_linked():
            become(round_, unlinked(expert, round_.now))


def become(round_: Round, expert: Expert) -> None:
    """Let an expert be as decided, with everything that follows from it (R4, R6)."""
    before = round_.present.floor.experts[expert.id]
    if expert == before:
        return
    round_.change(replace(expert, open=before.open))
    if expert.away_since != before.away_since:
        reconsider(round_, expert)
    give_to_the_free(round_, [(before, expert)])
