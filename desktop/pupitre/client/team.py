"""Who is at work: you, your colleagues, the missions and the queues of your groups."""

from pupitre.domain import roster
from pupitre.domain.ids import ExpertId, GroupId, MissionId
from pupitre.domain.mission import SLOTS, Mission
from pupitre.domain.people import Expert
from pupitre.wire import expert_frames, translate


class Team:
    """As the server last told it."""

    def __init__(self) -> None:
        self.you: Expert | None = None
        self.colleagues: dict[ExpertId, Expert] = {}
        self.missions: dict[MissionId, Mission] = {}
        self.queues: dict[GroupId, int] = {}

    def welcome(self, frame: expert_frames.Welcome) -> None:
        """Start anew from what the server says."""
        self.you = translate.expert_from_wire(frame.you)
        colleagues = (translate.expert_from_wire(it) for it in frame.colleagues)
        self.colleagues = {it.id: it for it in colleagues if it.id != self.you.id}
        missions = (translate.mission_from_wire(it) for it in frame.missions)
        self.missions = {it.id: it for it in missions}
        self.queues = {GroupId(group): waiting for group, waiting in frame.queues.items()}

    def changed(self, expert: Expert) -> None:
        """Note that you or a colleague changed."""
        if self.is_you(expert.id):
            self.you = expert
        else:
            self.colleagues[expert.id] = expert

    @property
    def everyone(self) -> dict[ExpertId, Expert]:
        """Return you and your colleagues."""
        return self.colleagues | ({self.you.id: self.you} if self.you else {})

    def is_you(self, expert: ExpertId | None) -> bool:
        """Whether that expert sits at this desk."""
        return self.you is not None and expert == self.you.id

    def writer(self, expert: ExpertId | None) -> str:
        """Return an expert's name, or nothing."""
        if expert is None:
            return ""
        if self.you is not None and expert == self.you.id:
            return self.you.name
        found = self.colleagues.get(expert)
        return found.name if found else ""

    @property
    def max_slots(self) -> int:
        """Return the most slots that your missions allow."""
        return roster.most_slots(self.you, self.missions.values()) if self.you else SLOTS
