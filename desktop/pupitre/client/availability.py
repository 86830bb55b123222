"""What an expert chose for new conversations, and how full their desk is."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from pupitre.client.card import Card
from pupitre.domain.standing import Status

if TYPE_CHECKING:
    from pupitre.domain.mission import Mission
    from pupitre.domain.people import Expert


class Availability(Struct, frozen=True, kw_only=True):
    """What the expert chose, and how full the desk is."""

    available: bool
    open: int
    slots: int
    max_slots: int


def of(you: "Expert", missions: "Iterable[Mission]", cards: Iterable[Card]) -> Availability:
    """Return an expert's; the missions that they serve say how many slots there may be."""
    limits = [
        mission.max_slots
        for mission in missions
        if any(group.id in you.groups for group in mission.groups)
    ]
    return Availability(
        available=you.available,
        open=sum(card.status is Status.OPEN for card in cards),
        slots=you.slots,
        max_slots=max(limits, default=you.slots),
    )
