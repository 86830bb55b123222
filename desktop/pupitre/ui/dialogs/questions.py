"""What the dialogs have to know, read from the session."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from pupitre.client.session import Session
from pupitre.client.views import Card
from pupitre.domain.closure import survey_delivery
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.ids import ConversationId
from pupitre.domain.pause import PlannedHours
from pupitre.domain.people import Role
from pupitre.domain.presence import Dot
from pupitre.ui import moments, text, visitor_words
from pupitre.ui.dialogs.closure_words import ClosureQuestion
from pupitre.ui.dialogs.pause_words import PauseQuestion
from pupitre.ui.dialogs.paused import PausedRow
from pupitre.ui.dialogs.shift_plan import ShiftRow
from pupitre.ui.dialogs.targets import Target, targets
from pupitre.ui.dialogs.transfer import TransferQuestion

translate = QCoreApplication.translate


class Called:
    """How a visitor is named: on the card, and in a sentence."""

    def __init__(self, session: Session, conversation: ConversationId) -> None:
        card = session.card(conversation)
        visitor = session.visitor(conversation)
        name = card.name if card else (visitor.name or "" if visitor else "")
        number = card.number if card else 0
        self.name = text.visitor_name(name, number)
        self.first = text.first_name(name, number)


def is_yours(session: Session, conversation: ConversationId) -> bool:
    """Whether the conversation is on this desk, open or paused."""
    return any(card.id == conversation for card in session.cards())


def _language(session: Session, conversation: ConversationId) -> str:
    visitor = session.visitor(conversation)
    return visitor.language if visitor else "fr"


def pause_question(
    session: Session, conversation: ConversationId, hours: PlannedHours | None
) -> PauseQuestion | None:
    """Return what the pause dialog has to know; None: nothing to pause any more."""
    talk, card = session.conversation(conversation), session.card(conversation)
    if talk is None or card is None or not is_yours(session, conversation):
        return None
    called = Called(session, conversation)
    farewell = visitor_words.set_aside(_language(session, conversation))
    return PauseQuestion(
        name=called.name,
        first=called.first,
        dot=card.dot,
        left_at=card.left_at,
        count=talk.pause.count if talk.pause else talk.pauses_in_row + 1,
        current=talk.pause,
        farewell="" if talk.pause else farewell,
        hours=hours,
    )


def closure_question(session: Session, conversation: ConversationId) -> ClosureQuestion | None:
    """Return what the closure dialog has to know; None: it cannot be closed or qualified."""
    talk = session.conversation(conversation)
    mission = session.missions.get(talk.mission) if talk else None
    if talk is None or mission is None:
        return None
    ended = talk.closure is not None and talk.closure.by is Role.VISITOR
    card = session.card(conversation)
    if talk.is_closed and (card is None or not card.can_qualify):
        return None
    called = Called(session, conversation)
    language = _language(session, conversation)
    return ClosureQuestion(
        name=called.name,
        first=called.first,
        mission=mission,
        delivery=survey_delivery(talk, mission),
        last_question=_last_question(talk, language),
        goodbye=visitor_words.goodbye(language) if talk.goodbye_proposed else "",
        ended_by_visitor=ended,
        is_over=talk.is_closed,
        subjects=talk.closure.subjects if talk.closure else (),
        note=talk.closure.note if talk.closure else "",
    )


def _last_question(talk: Conversation, language: str) -> str:
    """Return the reminder, unless the expert's last message already asks it (C1)."""
    question = visitor_words.anything_else(language)
    last = talk.last_message
    asked = last is not None and last.author is Role.EXPERT and question in last.text
    return "" if asked else question


def transfer_targets(session: Session, conversation: ConversationId) -> tuple[Target, ...]:
    """Return who could take the conversation."""
    talk = session.conversation(conversation)
    mission = session.missions.get(talk.mission) if talk else None
    you = session.you.id if session.you else None
    return targets(mission, session.colleagues.values(), you) if mission else ()


def transfer_question(session: Session, conversation: ConversationId) -> TransferQuestion | None:
    """Return what the transfer dialog has to know; None: nothing to transfer any more."""
    if not is_yours(session, conversation):
        return None
    called = Called(session, conversation)
    return TransferQuestion(
        name=called.name, first=called.first, targets=transfer_targets(session, conversation)
    )


def paused_rows(session: Session) -> tuple[PausedRow, ...]:
    """Return the paused conversations, the next to wake first."""
    now = session.now()
    paused = [(card.pause.until, card) for card in session.cards() if card.pause is not None]
    return tuple(
        PausedRow(conversation=card.id, name=_name(card), state=text.pause_line(card.pause, now))
        for _, card in sorted(paused, key=lambda pair: pair[0])
        if card.pause is not None
    )


def shift_rows(session: Session) -> tuple[ShiftRow, ...]:
    """Return what is left to settle: the open ones, then the paused ones by their time."""
    now = session.now()
    cards = [card for card in session.cards() if card.status in (Status.OPEN, Status.PAUSED)]
    cards.sort(
        key=lambda card: card.pause.until if card.pause else datetime.min.replace(tzinfo=now.tzinfo)
    )
    return tuple(
        ShiftRow(
            conversation=card.id,
            name=_name(card),
            state=_shift_state(card, now),
            paused_until=card.pause.until if card.pause else None,
        )
        for card in cards
    )


def _name(card: Card) -> str:
    return text.visitor_name(card.name, card.number)


def _shift_state(card: Card, now: datetime) -> str:
    if card.pause is not None:
        return translate("Shift", "paused, back {time}").format(
            time=moments.wake(card.pause.until, now)
        )
    return text.short_presence(card.dot, now, card.left_at if card.dot is Dot.LEFT else None)
