"""What the search field finds: your conversations, then everything you can do."""

from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence

from pupitre.client.session import Session
from pupitre.client.views import Card
from pupitre.ui import text
from pupitre.ui.row_text import card_clock
from pupitre.ui.views.card_paint import second_line
from pupitre.ui.views.choices import Choice


def choices(session: Session, actions: Iterable[QAction]) -> list[Choice]:
    """Return everything that can be found, conversations first."""
    found = [_conversation(session, card) for card in session.cards()]
    return found + [_action(action) for action in actions if action.isEnabled()]


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
