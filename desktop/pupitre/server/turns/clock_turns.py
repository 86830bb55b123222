"""What the clock asks, and what the server asks of itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from typing_extensions import override

from pupitre.domain.ids import ConversationId
from pupitre.domain.people import SYSTEM
from pupitre.domain.refusals import Refused
from pupitre.server.acts import carry_out, give_to_the_free
from pupitre.server.dues import COMMANDS, MAIL, cross_off
from pupitre.server.floor import Roster
from pupitre.server.loader import Loader
from pupitre.server.round import Round
from pupitre.server.turns.expert_turns import become
from pupitre.server.turns.mail_turns import commission
from pupitre.server.turns.turn import Turn


class TimeComes(Turn[None]):
    """Deadlines are due: pauses end, absent owners lose what waits on them (P4, R6, P9)."""

    def __init__(self, due: Sequence[tuple[ConversationId, str]]) -> None:
        super().__init__()
        self._due = due

    @override
    async def prepare(self, loader: Loader) -> None:
        await loader.talks([conversation for conversation, _ in self._due])

    @override
    def take(self, round_: Round) -> None:
        for conversation, kind in self._due:
            talk = round_.present.talk(conversation)
            command = COMMANDS.get(kind)
            if talk and kind == MAIL and commission(round_, talk):
                continue
            if talk is None or command is None:
                round_.batch.deadlines[conversation, kind] = None
            elif isinstance(carry_out(round_, talk, command, SYSTEM), Refused):
                _cross_off_if_past(round_, conversation, kind)


def _cross_off_if_past(round_: Round, conversation: ConversationId, kind: str) -> None:
    """It no longer holds: the state has moved on."""
    talk = round_.present.talk(conversation)
    if talk and talk.due.get(kind, round_.now) <= round_.now:
        cross_off(round_, talk, kind)


class DayBegins(Turn[None]):
    """The server starts: no desk is linked yet (R7), and absences count from then (R6)."""

    def __init__(self, started: datetime) -> None:
        super().__init__()
        self._started = started

    @override
    async def prepare(self, loader: Loader) -> None:
        for conversation in await loader.queries.on_the_floor():
            loader.floor.add(conversation)
        desks, waiting = loader.floor.desks, loader.floor.waiting
        linked = [id_ for id_, it in loader.floor.experts.items() if it.away_since is None]
        await loader.talks([id_ for expert in linked for id_ in desks.get(expert, ())])
        await loader.talks([id_ for group in waiting.values() for id_ in group])

    @override
    def take(self, round_: Round) -> None:
        floor = round_.present.floor
        for id_, expert in tuple(floor.experts.items()):
            if off := len(floor.desks.get(id_, ())) - expert.open:
                round_.load(replace(expert, open=expert.open + off), off, over=True)
        for expert in tuple(floor.experts.values()):
            away = replace(expert, connected=False, away_since=expert.away_since or self._started)
            become(round_, away)


class RosterChanges(Turn[None]):
    """Missions, groups or experts were changed by `pupitre admin`."""

    def __init__(self) -> None:
        super().__init__()
        self._roster: Roster | None = None

    @override
    async def prepare(self, loader: Loader) -> None:
        self._roster = await loader.queries.roster()

    @override
    def take(self, round_: Round) -> None:
        floor = round_.present.floor
        if self._roster is None or self._roster.revision == floor.revision:
            return
        held = dict(floor.experts)
        changed = floor.meet(self._roster)
        moves = [(held.get(expert.id, expert), expert) for expert in changed]
        round_.moves += moves
        give_to_the_free(round_, moves)
