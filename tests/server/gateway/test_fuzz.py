"""Any frame at all gets an answer or a clean close, and nothing is half done."""

import asyncio
import json
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pupitre.server.house import Limits
from pupitre.wire import codec, expert_frames, visitor_frames
from tests.support.clients import Client, expert_at, visitor_at
from tests.support.server import served
from tests.support.strategies import made

EXAMPLES = int(os.environ.get("PUPITRE_FUZZ_EXAMPLES", "12"))
"""More of them on a quiet machine: each starts a server."""
FRAMES = 12
junk = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
raw = st.text(max_size=40) | st.binary(max_size=40) | junk.map(json.dumps)


def broken(whole: Any) -> st.SearchStrategy[str]:
    """Return a frame with one field replaced by anything."""
    fields = json.loads(codec.encode(whole))
    return st.tuples(st.sampled_from(sorted(fields)), junk).map(
        lambda change: json.dumps(fields | {change[0]: change[1]})
    )


def frames(kind: Any) -> st.SearchStrategy[str | bytes]:
    whole = made(kind).filter(lambda frame: type(frame).__name__ != "Hello")
    return whole.map(codec.encode) | whole.flatmap(broken) | raw


Sequence = list[str | bytes]


def run(check: Callable[[str], Awaitable[None]]) -> None:
    """Run a check against a server that lets everything through."""

    async def against_a_server() -> None:
        folder = Path(await asyncio.to_thread(mkdtemp))
        async with served(folder, limits=Limits(rates=1e6)) as server:
            await check(server.url)

    with asyncio.Runner() as runner:
        runner.run(against_a_server())


async def lives(client: Client) -> None:
    """Show that the socket still answers after what it was sent."""
    after = len(client.frames)
    await client.send({"type": "ping"})
    await client.of_type("pong", after)


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(sent=st.lists(frames(expert_frames.ToServer), min_size=FRAMES, max_size=2 * FRAMES))
def test_an_experts_socket_survives_anything(sent: Sequence) -> None:
    async def check(url: str) -> None:
        async with expert_at(url) as alice, visitor_at(url) as visitor:
            await alice.available()
            conversation = await visitor.must_say("Bonjour")
            for frame in sent:
                await alice.send(frame)
            await lives(alice)
            await lives(visitor)
            async with expert_at(url) as again:
                welcome = await again.of_type("welcome")
                owned = {replica["id"] for replica in welcome["conversations"]}
                assert owned <= {conversation}

    run(check)


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(sent=st.lists(frames(visitor_frames.ToServer), min_size=FRAMES, max_size=2 * FRAMES))
def test_a_visitors_socket_survives_anything(sent: Sequence) -> None:
    async def check(url: str) -> None:
        async with visitor_at(url) as visitor, visitor_at(url) as other:
            for frame in sent:
                await visitor.send(frame)
            await lives(visitor)
            await other.must_say("Bonjour")

    run(check)
