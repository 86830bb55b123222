"""What a visitor's page is told when it says hello."""

from zoneinfo import ZoneInfo

from pupitre.domain.closure import survey_is_due
from pupitre.domain.hours import opening
from pupitre.domain.mission import Mission
from pupitre.server.clock import Clock
from pupitre.server.guests import Guest
from pupitre.server.present import Present
from pupitre.server.talks import Talk
from pupitre.wire import visitor_view
from pupitre.wire.instants import Instant
from pupitre.wire.pairs import to_wire
from pupitre.wire.visitor_events import VisitorReplica
from pupitre.wire.visitor_frames import VisitorMission, Welcome


def welcome(
    present: Present,
    clock: Clock,
    mission: Mission,
    guest: Guest,
    token: str,
    *,
    linked: bool = False,
) -> Welcome:
    """Return the mission, and the conversation if there is one to show, or a link asks for it."""
    talk = present.latest_of(guest)
    due = talk is not None and survey_is_due(talk.state, clock.now())
    unseen = len(talk.state.unseen) if talk else 0
    shown = talk if talk and (linked or not talk.state.is_closed or due or unseen) else None
    return Welcome(
        visitor=token,
        now=Instant.of(clock.now()),
        clock_rate=clock.rate,
        mission=told(present, clock, mission, guest.language),
        conversation=_replica(present, shown) if shown else None,
        unseen=unseen,
        survey_due=talk.state.id if talk and due else None,
    )


def _replica(present: Present, talk: Talk) -> VisitorReplica:
    return visitor_view.visible_replica(talk.state.id, talk.tail, present.floor.names())


def told(present: Present, clock: Clock, mission: Mission, language: str) -> VisitorMission:
    """Return what its visitors of that language are told of a mission now."""
    stands = opening(mission.hours, ZoneInfo(mission.timezone), clock.now())
    return VisitorMission(
        name=mission.name,
        asynchronous=mission.asynchronous,
        typing_preview=mission.typing_preview,
        survey=to_wire(mission.survey),
        available=is_available(present, mission),
        consent=mission.consent_in(language),
        legal_url=mission.legal_url,
        open=stands.is_open,
        opens_at=to_wire(stands.opens_at),
        closes_at=to_wire(stands.closes_at),
        mails=present.can_mail(mission),
    )


def is_available(present: Present, mission: Mission) -> bool:
    """Whether a new conversation would be taken now, or may wait (R1, R3)."""
    for group in mission.groups[:1]:
        team = present.floor.teams[mission.id].values()
        if any(expert.is_eligible and group.id in expert.groups for expert in team):
            return True
        return present.floor.waiting_in(group.id) < group.queue_size
    return False
