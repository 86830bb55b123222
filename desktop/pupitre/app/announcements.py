"""What is told outside the window, when, and what happens when it is clicked."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from pupitre.app.notifier import Notice, NoticeButton, Notifier
from pupitre.client.changes import Alert, AlertKind, CardsChanged, Change
from pupitre.client.session import Session
from pupitre.client.views import Card
from pupitre.domain.commands import Pause
from pupitre.domain.conversation import Status
from pupitre.domain.events import ResumeReason
from pupitre.domain.ids import ConversationId
from pupitre.domain.pause import SHORT
from pupitre.ui import moments, notices, text
from pupitre.ui.preferences import Preferences

translate = QCoreApplication.translate

OPEN = "open"
AGAIN = "again"


class Front(Protocol):
    """The window, as far as announcements care."""

    def is_in_front(self) -> bool:
        """Whether somebody looks at the desk."""

    def call(self) -> None:
        """Ask for attention until somebody comes; nothing happens while somebody is there."""

    def bring_forward(self, conversation: ConversationId) -> None:
        """Bring the window to the front with this conversation."""


class Announcements:
    """Follows one session: shows what deserves it and takes away what was dealt with.

    An arrival and a reappearance are always told; a message only when nobody looks.
    """

    def __init__(
        self,
        session: Session,
        notifier: Notifier,
        front: Front,
        preferences: Callable[[], Preferences] = Preferences,
        ring: Callable[[], None] = QApplication.beep,
    ) -> None:
        """Ask for the `preferences` each time: notices and sounds may be turned off."""
        self._session = session
        self._preferences = preferences
        self._ring = ring
        self._notifier = notifier
        self._front = front
        self._told: dict[str, tuple[Alert, datetime | None]] = {}
        """Each alert, and when the last message was written as it was told."""
        self._subscription = session.changes.subscribe(self._on_change)

    def end(self) -> None:
        """Hear nothing more and take everything away."""
        self._subscription.end()
        for key in tuple(self._told):
            self._withdraw(key)

    def looked_at(self, conversation: ConversationId) -> None:
        """Take away what was told of a conversation that is on the screen now."""
        self._withdraw(conversation)

    def pick(self, key: str, button: str) -> None:
        """Do what was clicked: open the conversation, or pause it again."""
        alert, _ = self._told.pop(key, (None, None))
        self._notifier.withdraw(key)
        if alert is not None and button == AGAIN:
            until = until_again(alert.previous_until, self._session.now())
            self._session.submit(alert.conversation, Pause(until=until))
        else:
            self._front.bring_forward(ConversationId(key))

    def _on_change(self, change: Change) -> None:
        match change:
            case Alert() if self._is_worth_telling(change):
                self._tell(change)
            case CardsChanged(conversations):
                for conversation in conversations & self._told.keys():
                    self._look_again(conversation)
            case _:
                pass

    def _is_worth_telling(self, alert: Alert) -> bool:
        if alert.kind in {AlertKind.ARRIVED, AlertKind.REAPPEARED}:
            return True
        return not self._front.is_in_front()

    def _tell(self, alert: Alert) -> None:
        card = self._session.card(alert.conversation)
        if card is None:
            return
        wishes = self._preferences()
        if wishes.sounds:
            self._ring()
        if wishes.notifications:
            self._told[card.id] = alert, card.last_at
            self._notifier.show(self._notice(alert, card))
            self._front.call()

    def _look_again(self, conversation: ConversationId) -> None:
        card = self._session.card(conversation)
        if card is None or is_dealt_with(*self._told[conversation], card):
            self._withdraw(conversation)

    def _withdraw(self, key: str) -> None:
        if self._told.pop(key, None) is not None:
            self._notifier.withdraw(key)

    def _notice(self, alert: Alert, card: Card) -> Notice:
        words = self._words(alert, card)
        buttons = [NoticeButton(name=OPEN, label=notices.open_button())]
        if alert.kind is AlertKind.REAPPEARED:
            now = self._session.now()
            until = until_again(alert.previous_until, now)
            buttons.append(NoticeButton(name=AGAIN, label=moments.pause_again(until, now)))
        return Notice(key=card.id, title=words.title, text=words.body, buttons=tuple(buttons))

    def _words(self, alert: Alert, card: Card) -> notices.Notice:
        name = text.visitor_name(card.name, card.number)
        match alert.kind:
            case AlertKind.ARRIVED:
                return self._arrived(name, alert, card)
            case AlertKind.MESSAGE:
                return notices.wrote(name, alert.text, alert.files)
            case AlertKind.ENDED_BY_VISITOR:
                return notices.ended(name)
            case AlertKind.REAPPEARED if alert.resume_reason is ResumeReason.VISITOR_REPLIED:
                return notices.replied(name, alert.text, alert.files)
            case AlertKind.REAPPEARED:
                return self._pause_over(name, card)

    def _arrived(self, name: str, alert: Alert, card: Card) -> notices.Notice:
        known = self._session.missions.get(card.mission)
        mission = known.name if known else card.mark
        colleague = self._session.colleagues.get(alert.sender) if alert.sender else None
        if colleague is not None:
            return notices.handed(name, mission, colleague.name, alert.note, alert.text)
        return notices.arrived(name, mission, alert.text, alert.files)

    def _pause_over(self, name: str, card: Card) -> notices.Notice:
        talk = self._session.conversation(card.id)
        return notices.pause_over(
            name,
            self._session.now(),
            silent_since=card.last_at,
            dot=card.dot,
            count=talk.pauses_in_row if talk else 1,
            suggests_goodbye=card.suggests_goodbye,
        )


def until_again(previous: datetime | None, now: datetime) -> datetime:
    """Return when "Pause again" ends: as before if that is still to come, else in 3 hours."""
    return previous if previous is not None and previous > now else now + SHORT


def is_dealt_with(alert: Alert, spoken: datetime | None, card: Card) -> bool:
    """Tell whether nothing is left to do about what was told, here or at another desk of yours.

    `spoken`: when the last message was written as it was told.
    """
    if card.status is not Status.OPEN:
        return alert.kind is not AlertKind.ENDED_BY_VISITOR
    if alert.resume_reason is ResumeReason.EXPIRED or (alert.sender and not alert.text):
        return card.preview_mine and spoken is not None and card.last_at != spoken
    return card.preview_mine or not card.unread
