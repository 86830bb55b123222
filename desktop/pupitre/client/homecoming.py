"""What a welcome brings: everything that is ours, and what others did to it meanwhile."""

import msgspec

from pupitre.client import alerts, changes, meanwhile, rows, second_thoughts
from pupitre.client.breath import Breath
from pupitre.client.desk import Desk
from pupitre.client.hearing import Hearing
from pupitre.client.journal import Journal
from pupitre.client.meanwhile import Meanwhile
from pupitre.client.parking import Parking
from pupitre.client.replica import Hole, Record, Step
from pupitre.domain.conversation import Conversation
from pupitre.domain.ids import ConversationId, ExpertId
from pupitre.wire import expert_frames as f
from pupitre.wire import translate


class Homecoming:
    """Brings the desk up to date, and holds what was asked of conversations that changed."""

    def __init__(self, desk: Desk, hearing: Hearing, journal: Journal, parking: Parking) -> None:
        self._desk, self._hearing, self._journal, self._parking = desk, hearing, journal, parking
        self._fetched_anew: set[ConversationId] = set()
        """Forgotten because of a hole: not new, although nothing is held of them."""

    async def welcome(
        self, frame: f.Welcome, *, after_absence: bool = True
    ) -> tuple[Meanwhile, list[ConversationId]]:
        """Take in everything; return what others did meanwhile, and which conversations left.

        `after_absence`: this desk was here before, so what came since is news.

        Raises `Hole` when something is missing: what was held of it is forgotten, say hello again.
        """
        desk = self._desk
        desk.clock.follow(frame.now, frame.clock_rate)
        desk.team.welcome(frame)
        self._journal.welcomed(msgspec.structs.replace(frame, conversations=()))
        held = {it.state.id for it in desk.replica.here()}
        happened, breath = Meanwhile(), Breath()
        for it in frame.conversations:
            happened += self._take(translate.replica_from_wire(it), held, new=after_absence)
            await breath.take()
        left = sorted(held - {it.id for it in frame.conversations})
        for conversation in left:
            self._hearing.put_away(conversation, meanwhile.UNKNOWN)
        for change in (changes.MissionsChanged(), changes.ColleaguesChanged()):
            desk.news.tell(change)
        desk.news.tell(changes.QueuesChanged())
        self._fetched_anew.clear()
        return happened, left

    def _take(
        self, replica: translate.Replica, held: set[ConversationId], *, new: bool
    ) -> Meanwhile:
        before = self._desk.replica.records.get(replica.id)
        try:
            steps = self._hearing.take(replica)
        except Hole:
            self._fetched_anew.add(replica.id)
            raise
        record = self._desk.replica.records[replica.id]
        foreign = [step for step in steps if not self._hearing.is_ours(record, step.entry)]
        for step in steps:
            self._hearing.apply(record, step)
        self._desk.touch(replica.id)
        if before is record:
            self._think_again(record, second_thoughts.why(foreign, self._you), foreign)
        else:
            self._think_of_all(record, replica.base, foreign)
        if replica.id not in held:
            came = replica.id not in self._fetched_anew
            self._tell(alerts.arrived_meanwhile(record.state) if came and new else None)
            return Meanwhile(arrived=came)
        self._tell(alerts.missed(steps, self._you))
        smaller = sum(rows.from_entry(it.entry, self._desk.team) is not None for it in foreign)
        return meanwhile.of(foreign, smaller=smaller)

    def _think_of_all(self, record: Record, base: Conversation, foreign: list[Step]) -> None:
        """Look for changes where nothing tells what was known: what is younger than the acts."""
        waiting = self._desk.outbox.lane_of(record.state.id)
        if not waiting:
            return
        asked_at = min(it.at for it in waiting)
        later = [step for step in foreign if step.entry.at > asked_at]
        reason = second_thoughts.why(later, self._you)
        if base.last_message is not None and base.last_message.at > asked_at:
            reason = reason or second_thoughts.UNKNOWN
        self._think_again(record, reason, later)

    def _think_again(self, record: Record, reason: str, foreign: list[Step]) -> None:
        """Hold what was asked without knowing of this, and lock a draft that answers old words."""
        id_ = record.state.id
        drafted = self._desk.drafts.has(id_)
        if reason and (self._parking.park(id_, reason) or drafted):
            record.changed = reason
        elif second_thoughts.wrote(foreign) and self._parking.park(id_, second_thoughts.WROTE):
            record.changed = second_thoughts.WROTE
        if record.changed:
            self._desk.touch(id_)

    @property
    def _you(self) -> ExpertId:
        return self._desk.team.you.id if self._desk.team.you else ExpertId("")

    def _tell(self, alert: changes.Alert | None) -> None:
        if alert is not None:
            self._desk.news.alert(alert)
