"""What the desk says about visitors, conversations, messages and its own link."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from pupitre.domain.standing import PAUSES_BEFORE_GOODBYE, CurrentPause, Dot, Status
from pupitre.ui import moments
from pupitre.ui.counts import Counts

if TYPE_CHECKING:
    from pupitre.domain.people import Page

translate = QCoreApplication.translate


def visitor_name(name: str, number: int) -> str:
    """Return the visitor's name, or "Visitor 4821" when none was given."""
    return name or translate("Text", "Visitor {number}").format(number=number)


def first_name(name: str, number: int) -> str:
    """Return what to call the visitor in a sentence: "Camille", "Visitor 4821"."""
    return name.split(" ")[0] if name else visitor_name(name, number)


def presence(
    dot: Dot,
    now: datetime,
    *,
    page: "Page | None" = None,
    left_at: datetime | None = None,
) -> str:
    """Return where the visitor is, in words: the dot never speaks alone (V3)."""
    match dot:
        case Dot.ON_SITE if page is not None and (page.title or page.url):
            return translate("Text", "On the site · reading “{page}”").format(
                page=page.title or page.url
            )
        case Dot.ON_SITE:
            return translate("Text", "On the site")
        case Dot.LEFT if left_at is not None:
            return translate("Text", "Left the site {ago}").format(ago=moments.ago(left_at, now))
        case Dot.LEFT:
            return translate("Text", "Left the site")
        case Dot.UNKNOWN:
            return translate("Text", "Presence unknown: no link")


def short_presence(dot: Dot, now: datetime, left_at: datetime | None = None) -> str:
    """Return the presence for a narrow row: "on the site", "left 6 min ago"."""
    match dot:
        case Dot.ON_SITE:
            return translate("Text", "on the site")
        case Dot.LEFT if left_at is not None:
            return translate("Text", "left {ago}").format(ago=moments.ago(left_at, now))
        case Dot.LEFT:
            return translate("Text", "left the site")
        case Dot.UNKNOWN:
            return translate("Text", "presence unknown")


def on_site_for(since: datetime, now: datetime) -> str:
    """Return "On the site for 6 min"."""
    return translate("Text", "On the site for {duration}").format(
        duration=moments.lasting(now - since)
    )


def status(value: Status) -> str:
    """Return where the conversation stands."""
    match value:
        case Status.WAITING:
            return translate("Text", "Waiting")
        case Status.OPEN:
            return translate("Text", "Open")
        case Status.PAUSED:
            return translate("Text", "Paused")
        case Status.CLOSED:
            return translate("Text", "Closed")


def pause_count(count: int) -> str:
    """Return "pause 1 of 2"; past the second, "pause 3"."""
    if count > PAUSES_BEFORE_GOODBYE:
        return translate("Text", "pause {count}").format(count=count)
    return translate("Text", "pause {count} of {total}").format(
        count=count, total=PAUSES_BEFORE_GOODBYE
    )


def pause_line(pause: CurrentPause, now: datetime) -> str:
    """Return a paused card's second line: "Back today 18:47 · pause 1 of 2"."""
    parts = [moments.back(pause.until, now), pause_count(pause.count)]
    if not pause.keep:
        parts.append(translate("Text", "released then"))
    return " · ".join(parts)


def preview(text: str, *, mine: bool, by: str = "") -> str:
    """Return the last message for a card: "You: …" or "Bruno: …" when an expert wrote it."""
    if by:
        return translate("Text", "{name}: {text}").format(name=by.split(" ")[0], text=text)
    return translate("Text", "You: {text}").format(text=text) if mine else text


def typing(first: str, text: str) -> str:
    """Return what the visitor is typing, shown while they type."""
    return translate("Text", "{name} is typing: “{text}”").format(name=first, text=text)


def is_typing() -> str:
    """Return what stands on the card of a visitor who is writing."""
    return translate("Text", "is typing…")


def waits_for(waited: timedelta) -> str:
    """Return how long the visitor has waited, to be read aloud."""
    return translate("Text", "has been waiting for your answer for {duration}").format(
        duration=moments.spoken(waited)
    )


def availability(*, available: bool, full: bool) -> str:
    """Return the expert's own state; full passes by itself (R1)."""
    if not available:
        return translate("Text", "Unavailable")
    return translate("Text", "Full") if full else translate("Text", "Available")


def slots_used(used: int, slots: int) -> str:
    """Return "2 of 4 slots"."""
    return translate("Text", "{used} of {slots} slots").format(used=used, slots=slots)


def language(code: str) -> str:
    """Return the visitor's language by its name in the language of the screen."""
    from_code = {
        "fr": translate("Text", "French"),
        "en": translate("Text", "English"),
        "de": translate("Text", "German"),
        "es": translate("Text", "Spanish"),
        "it": translate("Text", "Italian"),
        "nl": translate("Text", "Dutch"),
        "pt": translate("Text", "Portuguese"),
    }
    return from_code.get(code.split("-")[0].lower(), code)


def over(closed_at: datetime | None, now: datetime) -> str:
    """Return since when a conversation is over; without an hour: it is somebody else's."""
    if closed_at is None:
        return translate("Text", "Not on your desk any more")
    return translate("Text", "Closed {time}").format(time=moments.moment_past(closed_at, now))


def unsent(count: int, parked: int = 0) -> str:
    """Return "Everything sent", or how many acts are kept on this computer, and why."""
    told = [Counts.unsent(count)] if count else []
    if parked:
        told.append(Counts.parked(parked))
    return " · ".join(told) or translate("Text", "Everything sent")
