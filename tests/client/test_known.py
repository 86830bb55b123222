"""What the screen reads is there at once, and nothing where nothing is known."""

from pupitre.client.known import Known
from pupitre.domain.ids import ConversationId
from tests.support.story import ALICE, BRUNO, VELO, demo_session

NOWHERE = ConversationId("nowhere")


async def test_a_session_shows_what_it_knows() -> None:
    async with demo_session() as stage:
        known: Known = stage.session
        assert known.you
        assert known.you.id == ALICE
        assert BRUNO in known.colleagues
        assert VELO in known.missions
        for card in known.cards():
            talk = known.conversation(card.id)
            assert talk
            visitor = known.visitor(card.id)
            assert visitor
            assert talk.visitor == visitor.id
            assert known.thread(card.id)
            assert known.card(card.id) == card


async def test_of_what_is_not_here_nothing_is_known() -> None:
    async with demo_session() as stage:
        known: Known = stage.session
        assert (known.card(NOWHERE), known.conversation(NOWHERE), known.visitor(NOWHERE)) == (
            *(None, None, None),
        )
        assert (known.thread(NOWHERE), known.typing(NOWHERE)) == ((), "")
