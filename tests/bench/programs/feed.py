"""A server of one desk that does nothing but send events, so many a second, when it is told to.

    python -m tests.bench.programs.feed CONVERSATIONS

A line on its input, `feed RATE SECONDS`, starts a stream of visitors' messages.
"""

import asyncio
import itertools
import sys
from datetime import timedelta
from uuid import uuid4

from websockets.asyncio.server import ServerConnection, serve

from pupitre.backends.clock import ManualClock
from pupitre.backends.memory import MemoryBackend
from pupitre.domain.conversation import Conversation
from pupitre.domain.events import Message
from pupitre.domain.ids import MessageId
from pupitre.domain.people import Role
from pupitre.wire import codec, expert_frames, translate
from pupitre.wire.instants import Instant
from tests.bench.afternoon import filled
from tests.support.story import AFTERNOON, experts

BURST = 0.01
"""Seconds between two bursts."""


async def main(count: int) -> None:
    """Serve one desk until killed."""
    clock = ManualClock(AFTERNOON)
    floor = filled(clock, count)
    backend = MemoryBackend(floor, {f"{it.id}@demo.test": "demo" for it in experts()})
    leave = await backend.sign_in("alice@demo.test", "demo")
    link = await backend.open()
    await link.send(expert_frames.Hello(token=leave.token, app="bench", known={}))
    welcome = codec.encode(await link.receive())
    states = [talk.state for talk in floor.talks.values()]
    there: asyncio.Queue[ServerConnection] = asyncio.Queue()

    async def desk(socket: ServerConnection) -> None:
        await socket.recv()
        await socket.send(welcome)
        there.put_nowait(socket)
        async for _ in socket:
            pass

    async with serve(desk, "127.0.0.1", 0, compression=None, max_size=None) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        print("listening", f"http://127.0.0.1:{port}", flush=True)
        socket = await there.get()
        print("welcomed", flush=True)
        loop = asyncio.get_running_loop()
        while line := await loop.run_in_executor(None, sys.stdin.readline):
            _, rate, seconds = line.split()
            await _feed(socket, states, float(rate), float(seconds))


async def _feed(
    socket: ServerConnection, states: list[Conversation], rate: float, seconds: float
) -> None:
    """Send the events in small bursts, catching up when the machine was busy."""
    seqs = {state.id: state.seq for state in states}
    turn = itertools.cycle(states[-4:])
    began = asyncio.get_running_loop().time()
    sent = 0
    while (past := asyncio.get_running_loop().time() - began) < seconds:
        while sent < past * rate:
            state = next(turn)
            seqs[state.id] += 1
            await socket.send(_event(state, seqs[state.id]))
            sent += 1
        await asyncio.sleep(BURST)


def _event(state: Conversation, seq: int) -> str:
    message = Message(
        id=MessageId(str(uuid4())), author=Role.VISITOR, text=f"Et ceci, numéro {seq} ?"
    )
    frame = expert_frames.Happened(
        conversation=state.id,
        seq=seq,
        at=Instant.of(AFTERNOON + timedelta(hours=1, milliseconds=seq)),
        event=translate.event_to_wire(message),
    )
    return codec.encode(frame)


asyncio.run(main(int(sys.argv[1])))
