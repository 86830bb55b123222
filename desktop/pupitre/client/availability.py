"""What an expert chose for new conversations, and how full their desk is."""

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:  # the first window shows what was kept, and needs no rules
    from pupitre.domain.people import Expert


class Availability(Struct, frozen=True, kw_only=True):
    """What the expert chose, and how full the desk is."""

    available: bool
    open: int
    slots: int
    max_slots: int


def of(you: "Expert", max_slots: int) -> Availability:
    """Return an expert's; `max_slots` is what their missions allow (R5)."""
    return Availability(
        available=you.available, open=you.open, slots=you.slots, max_slots=max_slots
    )
