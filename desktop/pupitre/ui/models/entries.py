"""What the conversation list is made of: sections, cards, and groups where visitors wait."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from pupitre.client.card import Card
from pupitre.domain.ids import ConversationId, GroupId
from pupitre.domain.standing import Status

if TYPE_CHECKING:
    from pupitre.domain.mission import Mission

# The rows are Structs: the first window waits for them, and a dataclass takes a millisecond.
_FAR = datetime.max.replace(tzinfo=UTC)


class Section(StrEnum):
    """The parts of the list, in their order."""

    DESK = "desk"
    PAUSED = "paused"
    WAITING = "waiting"


class SectionEntry(Struct, frozen=True, kw_only=True):
    """A section's title."""

    section: Section
    count: int
    folded: bool = False

    @property
    def key(self) -> str:
        """One title per section."""
        return f"section {self.section}"


class CardEntry(Struct, frozen=True, kw_only=True):
    """A conversation of yours."""

    card: Card
    types: bool = False
    """The visitor is writing."""

    @property
    def key(self) -> str:
        """The conversation's id."""
        return self.card.id


class GroupEntry(Struct, frozen=True, kw_only=True):
    """A group of yours in which visitors wait for an expert."""

    group: GroupId
    name: str
    mark: str
    colour: str
    waiting: int

    @property
    def key(self) -> str:
        """The group's id."""
        return f"group {self.group}"


ListEntry = SectionEntry | CardEntry | GroupEntry


def section_of(card: Card) -> Section:
    """Return the section a card belongs to."""
    return Section.PAUSED if card.status is Status.PAUSED else Section.DESK


def in_order(cards: Iterable[Card], section: Section) -> list[Card]:
    """Return a section's cards: longest waiting first, or next to wake first."""
    mine = [card for card in cards if section_of(card) is section]
    return sorted(mine, key=_wake if section is Section.PAUSED else _urgency)


def waiting_on_you(cards: Iterable[Card]) -> list[ConversationId]:
    """Return the conversations whose visitor waits for an answer, longest first."""
    order = in_order(cards, Section.DESK)
    return [card.id for card in order if card.waits_since is not None]


def place_of(card: Card) -> tuple[Section, tuple[bool, float, str]]:
    """Return what decides where a card stands."""
    section = section_of(card)
    return section, (_wake if section is Section.PAUSED else _urgency)(card)


def _urgency(card: Card) -> tuple[bool, float, str]:
    """Sort by waiting time; who waits for nothing comes after, last spoken to first."""
    if card.waits_since is not None:
        return False, card.waits_since.timestamp(), card.id
    return True, -(card.last_at.timestamp() if card.last_at else 0.0), card.id


def _wake(card: Card) -> tuple[bool, float, str]:
    until = card.pause.until if card.pause else _FAR
    return False, until.timestamp(), card.id


def keeping(order: Sequence[Card], before: Sequence[str]) -> list[Card]:
    """Return the cards in the order they had `before`; new ones come last."""
    place = {key: position for position, key in enumerate(before)}
    return sorted(order, key=lambda card: place.get(card.id, len(place)))


def waiting_groups(
    queues: Mapping[GroupId, int], missions: "Iterable[Mission]"
) -> tuple[GroupEntry, ...]:
    """Return the groups in which somebody waits, in the missions' order."""
    return tuple(
        GroupEntry(
            group=group.id,
            name=group.name,
            mark=mission.mark,
            colour=mission.colour,
            waiting=queues[group.id],
        )
        for mission in missions
        for group in mission.groups
        if queues.get(group.id)
    )
