"""What to call the people and things of a conversation, from what the session knows."""

from pupitre.client.session import Session
from pupitre.client.views import Card
from pupitre.domain.ids import MissionId
from pupitre.ui import text
from pupitre.ui.thread_lines import Names


def names(session: Session, card: Card) -> Names:
    """Return the names that a thread's lines need."""
    mission = session.missions.get(card.mission)
    you = session.you
    people = dict(session.colleagues)
    if you is not None:
        people[you.id] = you
    return Names(
        visitor=text.first_name(card.name, card.number),
        you=you.id if you else None,
        experts={id_: person.name for id_, person in people.items()},
        groups={group.id: group.name for group in mission.groups} if mission else {},
        subjects={id_: one.name for id_, one in mission.leaves().items()} if mission else {},
    )


def mission_name(session: Session, id_: MissionId) -> str:
    """Return a mission's name, or its id while it is unknown."""
    mission = session.missions.get(id_)
    return mission.name if mission else id_
