"""Desks through a day: nobody is given more than they may take, and nothing has two owners."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from pupitre.domain import events as e
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.evolution import evolve
from tests.proofs.book import Book, Row
from tests.proofs.tally import Tally

OFFERED = (
    e.AssignReason.ROUTED,
    e.AssignReason.RELEASED,
    e.AssignReason.UNAVAILABLE,
    e.AssignReason.RETURNING,
)
"""Given by the rules of routing; a transfer or a pause's end may go over the slots (P5, P6)."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One conversation open on one desk."""

    expert: str
    since: datetime
    until: datetime | None
    offered: bool


def desks_held(tally: Tally, book: Book) -> None:
    """Count what was offered to somebody whose slots were taken (R1, R2).

    What happens in one millisecond has no order here: a stay that begins or ends in it does not
    count against the offer.
    """
    stays: dict[str, list[Stay]] = defaultdict(list)
    for row in book.rows("conversations"):
        for stay in _stays(book, row):
            stays[stay.expert].append(stay)
    most = max(mission.max_slots for mission in book.missions.values())
    for expert, theirs in stays.items():
        for offer in (it for it in theirs if it.offered):
            held = sum(
                it.since < offer.since and (it.until is None or it.until > offer.since)
                for it in theirs
            )
            if held >= most:
                tally.wrong("wrong desks", f"{expert} had {held} at {offer.since}, and got another")


def _stays(book: Book, row: Row) -> Iterator[Stay]:
    state, began, offered = book.blank(row), None, False
    for entry in book.entries[row["id"]]:
        before, state = state, evolve(state, entry)
        was, now = _desk(before), _desk(state)
        if was != now:
            if was and began:
                yield Stay(was, began, entry.at, offered)
            began = entry.at
            offered = isinstance(entry.event, e.Assigned) and entry.event.reason in OFFERED
    last = _desk(state)
    if last and began:
        yield Stay(last, began, None, offered)


def _desk(state: Conversation) -> str | None:
    return state.owner if state.status is Status.OPEN else None
