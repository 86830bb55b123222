"""Brings what a turn needs into memory, before it decides."""

from collections.abc import Collection, Iterable

from pupitre.domain.ids import AttachmentId, ConversationId, ExpertId, VisitorId
from pupitre.server.guests import Guest
from pupitre.server.present import Present
from pupitre.server.store.attachments import Upload
from pupitre.server.store.queries import Queries


class Loader:
    """Asks the store only for what is not in memory."""

    def __init__(self, present: Present, queries: Queries) -> None:
        self.queries = queries
        self.floor = present.floor
        self._present = present

    async def talks(self, ids: Iterable[ConversationId]) -> None:
        """Load conversations and their visitors."""
        talks, ids = self._present.talks, tuple(ids)
        missing = {id_ for id_ in ids if id_ not in talks}
        if missing:
            for talk in await self.queries.talks(missing):
                if talk.state.id not in talks:  # another may have been faster, and gone on
                    talks.put(talk)
        await self._guests_of(ids)

    async def _guests_of(self, ids: Iterable[ConversationId]) -> None:
        talks = (self._present.talk(id_) for id_ in ids)
        await self._guests({talk.state.visitor for talk in talks if talk})

    async def _guests(self, ids: Collection[VisitorId]) -> None:
        guests = self._present.guests
        missing = [id_ for id_ in ids if guests.get(id_) is None]
        if missing:
            for guest in await self.queries.guests(missing):
                if guests.get(guest.id) is None:
                    guests.put(guest)

    async def guest(self, id_: VisitorId) -> Guest | None:
        """Load a visitor with their latest conversation and the one it follows."""
        await self._guests([id_])
        guest = self._present.guests.get(id_)
        if guest and guest.latest:
            await self.talks([guest.latest])
        return guest

    def guest_of(self, conversation: ConversationId) -> Guest | None:
        """Return the visitor of a conversation that is loaded."""
        talk = self._present.talk(conversation)
        return self._present.guests.get(talk.state.visitor) if talk else None

    async def guest_with(self, token: bytes) -> Guest | None:
        """Load the visitor who holds this token, as `guest` does."""
        guests = self._present.guests
        found = guests.with_token(token) or await self.queries.guest_with(token)
        if found is None:
            return None
        if guests.get(found.id) is None:
            guests.put(found)
        return await self.guest(found.id)

    async def uploads(self, ids: Collection[AttachmentId]) -> dict[AttachmentId, Upload]:
        """Look files up that somebody uploaded; what is known of them is not kept in memory."""
        return {upload.file.id: upload for upload in await self.queries.uploads(ids)}

    async def desk(self, expert: ExpertId) -> list[ConversationId]:
        """Load everything the expert owns, open and paused; return which."""
        ids = await self.queries.desk_of(expert)
        await self.talks(ids)
        return ids
