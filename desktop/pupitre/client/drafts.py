"""One draft per conversation, on disk soon after the last key."""

import sqlite3
from datetime import timedelta

from pupitre.backends.clock import Clock, SystemClock, Timer
from pupitre.client.disk import Disk
from pupitre.domain.ids import ConversationId

PAUSE = timedelta(milliseconds=250)
"""How long after a change it is written: not a write per key."""


class Drafts:
    """What is being written, bound to its conversation."""

    def __init__(self, disk: Disk, clock: Clock | None = None) -> None:
        self._disk = disk
        self._clock = clock or SystemClock()
        self._texts: dict[ConversationId, str] = {}
        self._unsaved: set[ConversationId] = set()
        self._enclosed: set[ConversationId] = set()
        self._timer: Timer | None = None

    def get(self, conversation: ConversationId) -> str:
        """Return the draft, or nothing."""
        return self._texts.get(conversation, "")

    def has(self, conversation: ConversationId) -> bool:
        """Whether something is being written or attached there."""
        return conversation in self._enclosed or bool(self.get(conversation).strip())

    def enclose(self, conversation: ConversationId, *, files: bool) -> bool:
        """Note whether the draft has files; return whether the card's mark changes with it."""
        before = self.has(conversation)
        if files:
            self._enclosed.add(conversation)
        else:
            self._enclosed.discard(conversation)
        return self.has(conversation) != before

    def put(self, conversation: ConversationId, text: str) -> bool:
        """Change the draft; return whether the card's mark changes with it."""
        before = self.has(conversation)
        if text == self.get(conversation):
            return False
        if text:
            self._texts[conversation] = text
        else:
            del self._texts[conversation]
        self._unsaved.add(conversation)
        if self._timer is None:
            self._timer = self._clock.call_later(PAUSE, self.save)
        return self.has(conversation) != before

    def give_back(self, conversation: ConversationId, text: str) -> str:
        """Put a text before what is there, and return the whole draft."""
        rest = self.get(conversation)
        self.put(conversation, f"{text}\n{rest}" if rest.strip() else text)
        self.save()
        return self.get(conversation)

    def save(self) -> None:
        """Write what has changed."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        changed = [(it, self.get(it)) for it in self._unsaved]
        self._unsaved.clear()
        if changed:
            self._disk.write(lambda database: _write(database, changed))

    def load(self, database: sqlite3.Connection) -> None:
        """Read all drafts."""
        rows = database.execute("SELECT conversation, text FROM drafts")
        self._texts = {ConversationId(id_): text for id_, text in rows} | self._texts

    def clear(self) -> None:
        """Forget them all; the file is wiped by whoever asks."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._texts.clear()
        self._unsaved.clear()
        self._enclosed.clear()


def _write(database: sqlite3.Connection, changed: list[tuple[ConversationId, str]]) -> None:
    for conversation, text in changed:
        if text:
            database.execute("REPLACE INTO drafts VALUES (?, ?)", (conversation, text))
        else:
            database.execute("DELETE FROM drafts WHERE conversation = ?", (conversation,))
