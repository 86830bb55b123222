"""What is erased on the server leaves this computer too: memory, disk, drafts, and what waited."""

from collections.abc import Collection

from pupitre.client.asking import Asking
from pupitre.client.changes import Erased
from pupitre.client.desk import Desk
from pupitre.client.enclosures import Enclosures
from pupitre.client.journal import Journal
from pupitre.client.previews import Previews
from pupitre.domain.ids import ConversationId


class Erasure:
    """Forgets conversations for good: a visitor asked for it, or they were kept long enough."""

    def __init__(
        self,
        desk: Desk,
        asking: Asking,
        files: Enclosures,
        journal: Journal,
        previews: Previews,
    ) -> None:
        self._desk, self._asking, self._files = desk, asking, files
        self._journal, self._previews = journal, previews

    def erase(self, conversations: Collection[ConversationId]) -> None:
        """Keep nothing of these, and have nothing of them shown."""
        held = [self._forget(it) for it in conversations]
        self._desk.drafts.save()
        self._journal.erased(conversations)
        self._desk.news.tell(Erased(frozenset(conversations), any(held)))

    def _forget(self, conversation: ConversationId) -> bool:
        """Forget one; return whether anything was known of it."""
        desk = self._desk
        record = desk.replica.records.get(conversation)
        known = record is not None or desk.drafts.has(conversation)
        self._asking.abandon(conversation)
        desk.drafts.put(conversation, "")
        for file in self._files.of(conversation):
            self._files.remove(conversation, file.key)
        self._previews.show(conversation, "")
        desk.replica.forget(conversation)
        if record is not None:
            record.thread.rows.clear()
            desk.touch(conversation)
            desk.news.reset(conversation)
        return known
