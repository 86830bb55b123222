"""A conversation's row as assistive technology reads it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from pupitre.client.card import Card
from pupitre.ui import file_words, moments, text
from pupitre.ui.counts import Counts

translate = QCoreApplication.translate


def row_text(card: Card, mission_name: str, now: datetime) -> str:
    """Return name, mission, presence, status, last message and waiting time, in this order."""
    parts = [
        text.visitor_name(card.name, card.number),
        mission_name,
        text.presence(card.dot, now, left_at=card.left_at),
        _status(card, now),
        last_words(card),
        text.waits_for(now - card.waits_since) if card.waits_since else "",
        *_marks(card),
    ]
    return ", ".join(part for part in parts if part)


def last_words(card: Card) -> str:
    """Return the last message for a card; without words, what it holds."""
    words = card.preview or file_words.summary(card.preview_files)
    return text.preview(words, mine=card.preview_mine, by=card.preview_by)


def _status(card: Card, now: datetime) -> str:
    if card.pause is None:
        return text.status(card.status)
    return f"{text.status(card.status)}, {text.pause_line(card.pause, now)}"


def _marks(card: Card) -> list[str]:
    marks = []
    if card.unread:
        marks.append(Counts.unread(card.unread))
    if card.has_draft:
        marks.append(translate("RowText", "draft"))
    if card.suggests_goodbye:
        marks.append(translate("RowText", "say goodbye and close?"))
    return marks


def card_clock(card: Card, now: datetime) -> str:
    """Return what stands in the card's corner: reply clock, wake time or age of the last word."""
    if card.pause is not None:
        return moments.short_wake(card.pause.until, now)
    if card.waits_since is not None:
        return moments.reply_clock(now - card.waits_since)
    return moments.short(now - card.last_at) if card.last_at else ""
