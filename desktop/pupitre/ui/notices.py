"""Titles, bodies and buttons of desktop notifications."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from pupitre.domain.presence import Dot
from pupitre.ui import file_words, moments, text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a notification says."""

    title: str
    body: str


def replied(name: str, words: str, files: Sequence[str] = ()) -> Notice:
    """A visitor wrote during a pause: the conversation is back (P5)."""
    return Notice(
        title=translate("Notices", "{name} replied — back on your desk").format(name=name),
        body=quoted(words) or file_words.summary(files),
    )


def pause_over(
    name: str,
    now: datetime,
    *,
    silent_since: datetime | None,
    dot: Dot,
    count: int,
    suggests_goodbye: bool,
) -> Notice:
    """The time came and the conversation is back (P6); after the second pause, goodbye (P8)."""
    parts = []
    if silent_since is not None:
        parts.append(
            translate("Notices", "No reply since {time}").format(
                time=moments.moment_past(silent_since, now)
            )
        )
    parts.append(text.short_presence(dot, now))
    parts.append(_pause_of(count, suggests_goodbye=suggests_goodbye))
    body = " · ".join(parts)
    return Notice(
        title=translate("Notices", "Pause over: {name}").format(name=name),
        body=body[:1].upper() + body[1:],
    )


def _pause_of(count: int, *, suggests_goodbye: bool) -> str:
    if not suggests_goodbye:
        return text.pause_count(count)
    return translate("Notices", "{pause}, say goodbye and close?").format(
        pause=text.pause_count(count)
    )


def arrived(name: str, mission: str, words: str, files: Sequence[str] = ()) -> Notice:
    """A conversation came to the desk."""
    return Notice(
        title=translate("Notices", "{name} is on your desk · {mission}").format(
            name=name, mission=mission
        ),
        body=quoted(words) or file_words.summary(files),
    )


def handed(name: str, mission: str, colleague: str, note: str, words: str) -> Notice:
    """A colleague handed a conversation on, with a note or not (R8)."""
    return Notice(
        title=translate("Notices", "{colleague} hands you {name} · {mission}").format(
            colleague=colleague, name=name, mission=mission
        ),
        body=quoted(note or words),
    )


def wrote(name: str, words: str, files: Sequence[str] = ()) -> Notice:
    """A message came while the window was not in front."""
    return Notice(title=name, body=quoted(words) or file_words.summary(files))


def ended(name: str) -> Notice:
    """The visitor ended the conversation (C5)."""
    return Notice(
        title=translate("Notices", "{name} ended the conversation").format(name=name),
        body=translate("Notices", "You can still say what it was about."),
    )


def quoted(words: str, limit: int = 180) -> str:
    """Return a visitor's words on one line, between quotation marks; nothing for no words."""
    line = " ".join(words.split())
    if not line:
        return ""
    shown = line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
    return translate("Notices", "“{text}”").format(text=shown)


def open_button() -> str:
    """Return the button that shows the conversation."""
    return translate("Notices", "Open")
