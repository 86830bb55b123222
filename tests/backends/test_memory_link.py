"""A link in memory behaves as one on a wire."""

import pytest

from pupitre.backends.clock import ManualClock
from pupitre.backends.floor import Floor
from pupitre.backends.memory import MemoryBackend
from pupitre.backends.port import Unreachable
from pupitre.wire import expert_frames as f
from pupitre.wire import replies
from pupitre.wire.codec import Malformed
from pupitre.wire.commands import Resume
from tests.support.story import AFTERNOON, experts, missions

WHY = Unreachable("enough")


async def test_what_cannot_travel_is_refused_as_on_a_wire() -> None:
    link = await MemoryBackend(Floor(ManualClock(AFTERNOON), missions(), experts()), {}).open()
    with pytest.raises(Malformed):
        await link.send(f.Command(id="not a UUID", command=Resume()))
    await link.send(replies.Ping())
    assert await link.receive() == replies.Pong()
    await link.send(f.Typing(conversation="talk"))
    link.put(f.Typing(conversation="talk", text="…"))
    link.break_off(WHY)
    link.break_off(Unreachable("again"))
    link.put(replies.Pong())
    assert await link.receive() == f.Typing(conversation="talk", text="…")
    for _ in range(2):
        with pytest.raises(Unreachable, match="enough"):
            await link.receive()
    with pytest.raises(Unreachable, match="enough"):
        await link.send(replies.Ping())
