"""Files leave for two messages at a time, one after another within a message."""

import asyncio

from pupitre.client.uploads import AT_ONCE
from pupitre.domain.conversation import Status
from pupitre.domain.ids import ConversationId
from tests.support.carriers import Door, attached, door, last, picture
from tests.support.story import Stage, demo_session, until


def conversations(stage: Stage) -> list[ConversationId]:
    """Return three conversations of Alice's."""
    return [card.id for card in stage.session.cards() if card.status is Status.OPEN][: AT_ONCE + 1]


async def test_two_messages_at_a_time_and_the_third_after_them() -> None:
    async with demo_session(kind=Door) as stage:
        three = conversations(stage)
        assert len(three) == AT_ONCE + 1
        door(stage).door.clear()
        for place, id_ in enumerate(three):
            await attached(stage.session, id_, picture(f"{place}a.png"), picture(f"{place}b.png"))
            stage.session.post(id_, "Voici", enclosed=True)
        await until(lambda: len(door(stage).came) == AT_ONCE)
        await asyncio.sleep(0.05)
        assert door(stage).came == ["0a.png", "1a.png"]
        door(stage).door.set()
        await until(lambda: all(last(stage.session, id_).seq for id_ in three))
        assert sorted(door(stage).taken) == [
            "0a.png",
            "0b.png",
            "1a.png",
            "1b.png",
            "2a.png",
            "2b.png",
        ]


async def test_what_is_called_back_leaves_its_place_to_another() -> None:
    async with demo_session(kind=Door) as stage:
        three = conversations(stage)
        door(stage).door.clear()
        commands = []
        for place, id_ in enumerate(three):
            await attached(stage.session, id_, picture(f"{place}.png"))
            commands.append(stage.session.post(id_, "Voici", enclosed=True))
        await until(lambda: len(door(stage).came) == AT_ONCE)
        assert stage.session.undo(commands[0])
        await until(lambda: door(stage).came == ["0.png", "1.png", "2.png"])
