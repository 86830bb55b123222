"""What the search field finds: your conversations, then everything you can do."""

from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence

from pupitre.client.session import Session
from pupitre.client.views import Card
from pupitre.ui import text
from pupitre.ui.models.entries import Section, in_order
from pupitre.ui.row_text import card_clock
from pupitre.ui.views.card_paint import second_line
from pupitre.ui.views.choices import Choice

_NOT_OFFERED = ("search", "back")


def choices(session: Session, actions: Iterable[QAction]) -> list[Choice]:
    """Return everything that can be found, conversations first."""
    cards = session.cards()
    sections = (Section.DESK, Section.PAUSED)
    found = [_conversation(session, card) for part in sections for card in in_order(cards, part)]
    useful = (one for one in actions if one.isEnabled() and one.objectName() not in _NOT_OFFERED)
    return found + [_action(action) for action in useful]


def _conversation(session: Session, card: Card) -> Choice:
    visitor = session.visitor(card.id)
    mission = session.missions.get(card.mission)
    known = (
        mission.name if mission else "",
        visitor.email if visitor and visitor.email else "",
        second_line(card, session.now()),
    )
    return Choice(
        key=f"talk:{card.id}",
        title=text.visitor_name(card.name, card.number),
        hint=" · ".join(part for part in known if part),
        icon="pause" if card.pause else "user",
        corner=card_clock(card, session.now()),
    )


def _action(action: QAction) -> Choice:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Choice(
        key=f"act:{action.objectName()}",
        title=action.text(),
        icon=str(action.property("icon-name")),
        corner=keys,
    )
