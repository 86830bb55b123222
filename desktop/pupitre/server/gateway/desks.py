"""What a desk is told when it says hello."""

from collections.abc import Sequence
from dataclasses import replace

from pupitre.domain.conversation import Status
from pupitre.domain.ids import ConversationId, ExpertId, MissionId
from pupitre.domain.people import Expert
from pupitre.server.clock import Clock
from pupitre.server.present import Present
from pupitre.server.publication import replica_of
from pupitre.wire import shapes, translate
from pupitre.wire.expert_frames import Hello, Welcome
from pupitre.wire.instants import Instant
from pupitre.wire.replica import Replica


def welcome(
    present: Present,
    clock: Clock,
    expert: ExpertId,
    desk: Sequence[ConversationId],
    hello: Hello,
) -> Welcome:
    """Return everything the desk needs to start; of what it holds, only what is missing."""
    floor = present.floor
    you = floor.experts[expert]
    return Welcome(
        now=Instant.of(clock.now()),
        clock_rate=clock.rate,
        you=translate.expert_to_wire(you),
        colleagues=tuple(map(translate.expert_to_wire, floor.colleagues(you))),
        missions=tuple(_mission(present, mission) for mission in floor.missions_of(you)),
        conversations=tuple(_replicas(present, you, desk, hello)),
        queues={group: floor.waiting_in(group) for group in you.groups},
    )


def _mission(present: Present, id_: MissionId) -> shapes.Mission:
    mission = present.floor.missions[id_]
    return translate.mission_to_wire(replace(mission, mails=present.can_mail(mission)))


def _replicas(
    present: Present, you: Expert, desk: Sequence[ConversationId], hello: Hello
) -> list[Replica]:
    """Return what they own now; a round may have moved some since the desk was looked up."""
    ids = dict.fromkeys([*desk, *present.floor.desks.get(you.id, ())])
    talks = [talk for id_ in ids if (talk := present.talk(id_))]
    return [
        replica_of(
            present, talk, hello.known.get(talk.state.id, 0), hello.known_at.get(talk.state.id)
        )
        for talk in talks
        if talk.state.owner == you.id and talk.state.status in (Status.OPEN, Status.PAUSED)
    ]
