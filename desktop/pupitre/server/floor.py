"""Who is on the floor: missions, experts with their desks, and what waits in each group."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from typing_extensions import override

from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.ids import ConversationId, ExpertId, GroupId, MissionId
from pupitre.domain.mission import Mission
from pupitre.domain.people import Expert


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """Missions and experts as the store knows them."""

    revision: int
    missions: tuple[Mission, ...]
    experts: tuple[Expert, ...]


@dataclass(slots=True)
class Floor:
    """The present, in memory; a change can be taken back until it is stored."""

    revision: int = 0
    missions: dict[MissionId, Mission] = field(default_factory=dict)
    experts: dict[ExpertId, Expert] = field(default_factory=dict)
    teams: dict[MissionId, dict[ExpertId, Expert]] = field(default_factory=dict)
    """The experts of each mission."""
    desks: dict[ExpertId, set[ConversationId]] = field(default_factory=dict)
    """Open conversations by owner."""
    waiting: dict[GroupId, set[ConversationId]] = field(default_factory=dict)
    _mission_of: dict[GroupId, MissionId] = field(default_factory=dict)

    def meet(self, roster: Roster) -> list[Expert]:
        """Take over missions and experts from the store; return the experts that changed.

        What only the present knows of an expert (link, load) is kept.
        """
        self.revision = roster.revision
        self.missions = {mission.id: mission for mission in roster.missions}
        self._mission_of = {
            group.id: mission.id for mission in roster.missions for group in mission.groups
        }
        changed = []
        for stored in roster.experts:
            held = self.experts.get(stored.id)
            expert = stored
            if held:
                expert = replace(held, name=stored.name, email=stored.email, groups=stored.groups)
            if expert != held:
                changed.append(expert)
            self.experts[expert.id] = expert
        self._gather_teams()
        return changed

    def _gather_teams(self) -> None:
        self.teams = {mission: {} for mission in self.missions}
        for expert in self.experts.values():
            for mission in self.missions_of(expert):
                self.teams[mission][expert.id] = expert

    def missions_of(self, expert: Expert) -> tuple[MissionId, ...]:
        """Return the missions the expert works for."""
        found = (self._mission_of.get(group) for group in expert.groups)
        return tuple(dict.fromkeys(mission for mission in found if mission))

    def change(self, expert: Expert) -> None:
        """Replace an expert's state."""
        self.experts[expert.id] = expert
        for mission in self.missions_of(expert):
            self.teams[mission][expert.id] = expert

    def colleagues(self, expert: Expert) -> Iterator[Expert]:
        """Yield the others of the missions the expert works for, each once."""
        seen = {expert.id}
        for mission in self.missions_of(expert):
            for other in self.teams[mission].values():
                if other.id not in seen:
                    seen.add(other.id)
                    yield other

    def place(self, before: Conversation, after: Conversation) -> None:
        """Move a conversation between desks and queues."""
        self.remove(before)
        self.add(after)

    def remove(self, conversation: Conversation) -> None:
        """Take it off its desk or out of its queue."""
        if conversation.owner:
            self.desks.get(conversation.owner, set()).discard(conversation.id)
        self.waiting.get(conversation.group, set()).discard(conversation.id)

    def add(self, conversation: Conversation) -> None:
        """Put it on its owner's desk or in its group's queue, where it belongs."""
        if conversation.status is Status.OPEN and conversation.owner:
            self.desks.setdefault(conversation.owner, set()).add(conversation.id)
        elif conversation.status is Status.WAITING and not conversation.is_blank:
            self.waiting.setdefault(conversation.group, set()).add(conversation.id)

    def waiting_in(self, group: GroupId) -> int:
        """Return how many conversations wait there."""
        return len(self.waiting.get(group, ()))

    def waiting_for(self, expert: Expert) -> Iterable[ConversationId]:
        """Return what waits in the expert's groups."""
        return [id_ for group in expert.groups for id_ in self.waiting.get(group, ())]

    def names(self) -> Mapping[ExpertId, str]:
        """Return every expert's name."""
        return _Names(self.experts)


class _Names(Mapping[ExpertId, str]):
    """Names, looked up when asked for."""

    def __init__(self, experts: Mapping[ExpertId, Expert]) -> None:
        self._experts = experts

    @override
    def __getitem__(self, id_: ExpertId) -> str:
        return self._experts[id_].name

    @override
    def __iter__(self) -> Iterator[ExpertId]:
        return iter(self._experts)

    @override
    def __len__(self) -> int:
        return len(self._experts)
