"""A conversation on one card."""

from datetime import datetime, timedelta

from pupitre.client import harmless
from pupitre.client.views import NOTHING_PARKED, Card, Parked
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.mission import Mission, Targets
from pupitre.domain.people import Role, Visitor
from pupitre.domain.presence import dot


def card(  # noqa: PLR0913 -- a card is made of all that is known
    shown: Conversation,
    visitor: Visitor,
    mission: Mission | None,
    *,
    on_site_since: datetime | None,
    stale: bool,
    has_draft: bool,
    locked: str,
    pending: bool,
    mine: bool = True,
    answered_by: str = "",
    parked: Parked = NOTHING_PARKED,
) -> Card:
    """Return what the list shows of a conversation."""
    last = shown.last_message
    return Card(
        id=shown.id,
        name=harmless.name(visitor.name),
        number=harmless.number(visitor.id),
        mission=shown.mission,
        mark=mission.mark if mission else "",
        colour=mission.colour if mission else "#808080",
        group=shown.group,
        dot=dot(shown, stale=stale),
        status=shown.status,
        preview=harmless.line(last.text) if last else "",
        preview_files=tuple([harmless.name(it) for it in last.files]) if last else (),
        preview_mine=last is not None and last.author is Role.EXPERT,
        preview_by=answered_by if last is not None and last.author is Role.EXPERT else "",
        last_at=last.at if last else shown.started_at,
        waits_since=shown.visitor_waits_since,
        target=_target(shown, mission),
        unread=len(shown.unread),
        has_draft=has_draft,
        pause=shown.pause,
        suggests_goodbye=shown.status is Status.OPEN and shown.goodbye_proposed,
        left_at=shown.left_at,
        on_site_since=on_site_since if shown.on_site else None,
        asynchronous=mission is not None and mission.asynchronous,
        locked=locked,
        pending=pending,
        closed_at=shown.closure.at if shown.closure else None,
        can_qualify=shown.is_closed and mine,
        parked=parked,
    )


def _target(shown: Conversation, mission: Mission | None) -> timedelta:
    targets = mission.targets if mission else Targets()
    return targets.next if shown.writers else targets.first
