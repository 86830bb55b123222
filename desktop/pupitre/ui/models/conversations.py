"""The conversation list's model: what is on your desk, paused, and waiting in your groups."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt
from typing_extensions import override

from pupitre.client.card import Card
from pupitre.domain.ids import ConversationId, MissionId
from pupitre.ui import text
from pupitre.ui.counts import Counts
from pupitre.ui.models.entries import (
    CardEntry,
    GroupEntry,
    ListEntry,
    Section,
    SectionEntry,
    in_order,
    keeping,
    place_of,
    section_of,
)
from pupitre.ui.models.keyed import ROW, Index, KeyedModel
from pupitre.ui.row_text import row_text

translate = QCoreApplication.translate


class ConversationModel(KeyedModel[ListEntry]):
    """Sections and cards in one list; held, it keeps the order it shows."""

    def __init__(
        self,
        now: Callable[[], datetime],
        mission_name: Callable[[MissionId], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._mission_name = mission_name
        self._cards: Sequence[Card] = ()
        self._groups: Sequence[GroupEntry] = ()
        self._folded: set[Section] = set()
        self._typing: set[ConversationId] = set()
        self._held = False

    @property
    def is_held(self) -> bool:
        """The order shown is kept, whatever the cards say."""
        return self._held

    def show(self, cards: Sequence[Card], groups: Sequence[GroupEntry] = ()) -> None:
        """Show these cards and waiting groups."""
        before, self._cards = self._cards, cards
        same_groups, self._groups = groups == self._groups, groups
        changed = _changed(before, cards)
        if not (same_groups and self._rows) or changed is None:
            self._arrange()
            return
        for card in changed:
            if (place := self.position(card.id)) >= 0:
                self._change(place, self._entry(card))

    def show_typing(self, conversation: ConversationId, *, typing: bool) -> None:
        """Show that a visitor is writing, or no more."""
        if typing == (conversation in self._typing):
            return
        self._typing ^= {conversation}
        place = self.position(conversation)
        row = self.at(place)
        if isinstance(row, CardEntry):
            self._change(place, self._entry(row.card))

    def _entry(self, card: Card) -> CardEntry:
        return CardEntry(card=card, types=card.id in self._typing)

    def hold(self, *, held: bool) -> None:
        """Keep the order while somebody points at it or types; let go to sort again."""
        if self._held != held:
            self._held = held
            self._arrange()

    def fold(self, section: Section) -> None:
        """Hide a section's rows, or show them again."""
        self._folded ^= {section}
        self._arrange()

    def listed(self) -> list[ConversationId]:
        """Return the conversations in the order shown; a folded section shows none."""
        return [row.card.id for row in self._rows if isinstance(row, CardEntry)]

    def first_card(self) -> QModelIndex:
        """Return where the first card is; an invalid index: there is none."""
        cards = (place for place, row in enumerate(self._rows) if isinstance(row, CardEntry))
        return self.index(next(cards, -1))

    def _arrange(self) -> None:
        self.reconcile([*self._part(Section.DESK), *self._part(Section.PAUSED), *self._waiting()])

    def _part(self, section: Section) -> list[ListEntry]:
        cards = in_order(self._cards, section)
        if self._held:
            cards = keeping(cards, self._shown(section))
        folded = section in self._folded
        title = SectionEntry(section=section, count=len(cards), folded=folded)
        return [title, *([] if folded else [CardEntry(card=card) for card in cards])]

    def _shown(self, section: Section) -> list[str]:
        return [
            row.key
            for row in self._rows
            if isinstance(row, CardEntry) and section_of(row.card) is section
        ]

    def _waiting(self) -> list[ListEntry]:
        if not self._groups:
            return []
        folded = Section.WAITING in self._folded
        total = sum(group.waiting for group in self._groups)
        title = SectionEntry(section=Section.WAITING, count=total, folded=folded)
        return [title, *([] if folded else self._groups)]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row's value, or how it is read aloud."""
        row = self.at(index.row()) if index.isValid() else None
        if row is None:
            return None
        match role:
            case 256:  # ROW: a pattern must be a literal
                return row
            case Qt.ItemDataRole.DisplayRole:
                return short_name(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return str(row.count) if isinstance(row, SectionEntry) else None
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards can be chosen; titles can be pressed, which folds them."""
        row = self.at(index.row())
        if isinstance(row, CardEntry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled if row is not None else Qt.ItemFlag.NoItemFlags

    def _spoken(self, row: ListEntry) -> str:
        match row:
            case CardEntry(card=card, types=types):
                spoken = row_text(card, self._mission_name(card.mission), self._now())
                return f"{spoken}, {text.is_typing()}" if types else spoken
            case GroupEntry():
                return f"{row.name}, {Counts.waiting_in_group(row.waiting)}"
            case SectionEntry():
                return short_name(row)


def _changed(before: Sequence[Card], after: Sequence[Card]) -> list[Card] | None:
    """Return the cards that are other ones where they were; None: some came, went or move."""
    if len(before) != len(after):
        return None
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if old is not new]
    moves = any(old.id != new.id or place_of(old) != place_of(new) for old, new in pairs)
    return None if moves else [new for _, new in pairs]


def short_name(row: ListEntry) -> str:
    """Return what a row is called."""
    match row:
        case CardEntry(card=card):
            return text.visitor_name(card.name, card.number)
        case GroupEntry():
            return row.name
        case SectionEntry(section=Section.DESK):
            return translate("List", "On your desk")
        case SectionEntry(section=Section.PAUSED):
            return translate("List", "Paused")
        case SectionEntry():
            return translate("List", "Waiting in my groups")
        case _:
            assert_never(row)


__all__ = ["ROW", "ConversationModel", "short_name"]
