"""Who is typing what, for as long as it is true (V6)."""

from datetime import timedelta

from pupitre.backends.clock import Clock, Timer
from pupitre.client import harmless
from pupitre.client.changes import TypingChanged
from pupitre.client.news import News
from pupitre.domain.ids import ConversationId

FADES = timedelta(seconds=8)
"""A visitor who stopped typing does not say so."""
TELL_EVERY = timedelta(seconds=3)
"""How often the visitor is told that you are typing."""


class Previews:
    """The visitors' unfinished words, and when the visitor was last told of yours."""

    def __init__(self, news: News, clock: Clock) -> None:
        self._news, self._clock = news, clock
        self._texts: dict[ConversationId, str] = {}
        self._timers: dict[ConversationId, Timer] = {}
        self._told: dict[ConversationId, float] = {}

    def get(self, conversation: ConversationId) -> str:
        """Return what the visitor is typing, on one line, or nothing."""
        return self._texts.get(conversation, "")

    def show(self, conversation: ConversationId, text: str) -> None:
        """Show this until it changes or fades."""
        if not text and conversation not in self._texts:
            return
        self._stop(conversation)
        line = harmless.line(text)
        before = self._texts.pop(conversation, "")
        if line:
            self._texts[conversation] = line
            fade = _Fade(self, conversation)
            self._timers[conversation] = self._clock.call_later(FADES, fade.now)
        if line != before:
            self._news.tell(TypingChanged(conversation))

    def clear(self) -> None:
        """Nobody is known to type."""
        for conversation in tuple(self._texts):
            self.show(conversation, "")

    def may_tell(self, conversation: ConversationId) -> bool:
        """Whether it is time to tell the visitor (again) that you are typing."""
        now = self._clock.monotonic()
        last = self._told.get(conversation)
        if last is not None and now - last < TELL_EVERY.total_seconds():
            return False
        self._told[conversation] = now
        return True

    def wrote(self, conversation: ConversationId) -> None:
        """Your message is out: what you type next is news."""
        self._told.pop(conversation, None)

    def _stop(self, conversation: ConversationId) -> None:
        timer = self._timers.pop(conversation, None)
        if timer is not None:
            timer.cancel()


class _Fade:
    def __init__(self, previews: Previews, conversation: ConversationId) -> None:
        self._previews, self._conversation = previews, conversation

    def now(self) -> None:
        self._previews.show(self._conversation, "")
