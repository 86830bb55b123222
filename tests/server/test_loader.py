"""What a turn needs is brought into memory, once."""

from pupitre.domain.ids import ConversationId
from pupitre.server.loader import Loader
from pupitre.server.present import Present
from tests.support.clients import expert_at, visitor_at
from tests.support.server import Served


async def test_conversations_come_with_their_visitors(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        await alice.available()
        conversation = ConversationId(await visitor.must_say("Bonjour"))
        held = server.house.present.talk(conversation)
        assert held
        present = Present()
        loader = Loader(present, server.house.queries)
        await loader.talks([conversation, ConversationId("unknown")])
        loaded = present.talk(conversation)
        assert loaded
        assert loaded.state == held.state
        assert loaded.tail == held.tail
        guest = present.guests.get(held.state.visitor)
        assert guest
        assert guest.latest == conversation
        assert held.state.owner
        assert await loader.desk(held.state.owner) == [conversation]
        known = await Loader(Present(), server.house.queries).guest_with(guest.token)
        assert known == guest
        assert await loader.guest_with(b"nobody's") is None
