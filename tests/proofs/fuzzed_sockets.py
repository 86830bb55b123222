"""Whatever is sent to a socket gets an answer or a clean close; the server's file stays true."""

import asyncio
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from websockets.exceptions import ConnectionClosed

from pupitre.wire import codec, expert_frames, visitor_frames
from tests.proofs import audit
from tests.proofs.tally import Tally, progress
from tests.support.clients import Client, ExpertDesk, expert_at, token_of, visitor_at
from tests.support.server import ServerProgram
from tests.support.strategies import broken, made

LEAST, MOST = 4, 16
"""Frames of one example."""
CLOSED_FOR = (1002, 1003, 1007, 1008, 1009)
"""What a server may close a broken socket with."""
Sent = list[tuple[str, bytes, int]]
"""Valid or broken, the frame, and what it is aimed at."""


def prove(experts: int, visitors: int, number: int) -> Tally:
    """Send so many examples to each socket."""
    tally = Tally(f"sockets: {experts} examples to experts', {visitors} to visitors'", number)
    tally.must_be_none("without an answer", "answered twice", "badly closed", "errors logged")
    with tempfile.TemporaryDirectory(prefix="pupitre-fuzz-") as name:
        folder = Path(name)
        program = _started(folder)
        try:
            with asyncio.Runner() as runner:
                target = runner.run(_target(tally, program.url))
                _explore(runner.run, target.expert, expert_frames.ToServer, experts, number)
                _explore(runner.run, target.visitor, visitor_frames.ToServer, visitors, number)
            status, logged = program.stop()
        finally:
            program.end()
        if status or "Traceback" in logged:
            tally.wrong("errors logged", logged[-2_000:])
        audit.compare(tally, folder / "pupitre.sqlite3")
    return tally


def _started(folder: Path) -> ServerProgram:
    config = folder / "pupitre.toml"
    config.write_text(f'[server]\ndata = "{folder}"\n[limits]\nrates = 1e6\n')
    program = ServerProgram(folder, "--config", str(config))
    program.start()
    return program


def frames(kind: Any) -> SearchStrategy[Sent]:
    """Return lists of frames of a side: valid ones, and what a faulty client might send."""
    valid = made(kind).filter(lambda it: type(it).__name__ != "Hello").map(codec.encode)
    whole = st.tuples(st.just("valid"), valid.map(str.encode), st.integers(0, 3))
    spoilt = st.tuples(st.just("broken"), broken(kind), st.just(0))
    return st.lists(whole | whole | spoilt, min_size=LEAST, max_size=MOST)


def _explore(
    run: Callable[[Coroutine[Any, Any, None]], object],
    check: Callable[[Sent], Coroutine[Any, Any, None]],
    kind: Any,
    examples: int,
    number: int,
) -> None:
    """Have Hypothesis draw; what fails is shrunk to the least that does."""
    if not examples:
        return

    @seed(number)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(sent=frames(kind))
    def explore(sent: Sent) -> None:
        run(check(sent))

    explore()


async def _target(tally: Tally, url: str) -> "Target":
    return Target(tally, url, await token_of(url, "alice"), await token_of(url, "bruno"))


class Target:
    """A server and what has been seen of it."""

    def __init__(self, tally: Tally, url: str, alice: str, bruno: str) -> None:
        self._tally, self._url, self._alice, self._bruno = tally, url, alice, bruno
        self._examples = 0

    async def expert(self, sent: Sent) -> None:
        """Send an example to a desk's socket, while somebody new writes there."""
        async with (
            visitor_at(self._url) as page,
            expert_at(self._url, token=self._alice) as desk,
        ):
            await desk.ask({"type": "availability", "available": True})
            await desk.ask({"type": "slots", "slots": 4})
            await page.say("Bonjour")
            welcome = await desk.of_type("welcome")
            arrived = [it["conversation"]["id"] for it in desk.of("arrived")]
            talks = arrived + [it["id"] for it in welcome["conversations"]]
            self._tally.add("examples with a conversation to aim at", bool(talks))
            others = [it["id"] for it in welcome["colleagues"]]
            await self._send(desk, [_aimed(it, talks, others) for it in sent], sent)
            await self._clear(desk, talks)

    async def _clear(self, desk: ExpertDesk, talks: list[str]) -> None:
        """Make room for the next example."""
        close = {"type": "close", "subjects": ["velo-autre"], "note": "", "survey": False}
        for talk in talks if desk.closed is None else []:
            await desk.ask(close, talk)

    async def visitor(self, sent: Sent) -> None:
        """Send an example to a page's socket, while an expert is there."""
        async with expert_at(self._url, token=self._bruno) as desk:
            await desk.ask({"type": "availability", "available": True})
            async with visitor_at(self._url) as page:
                await self._send(page, [_aimed(it, [], []) for it in sent], sent)

    async def _send(self, client: Client, frames: list[bytes], sent: Sent) -> None:
        """Send, then have the socket show that it still answers, or why it was closed."""
        tally = self._tally
        for (kind, _, _), frame in zip(sent, frames, strict=True):
            tally.add(f"frames {kind}", 1)
            try:
                await client.send(_text_or_bytes(frame))
            except ConnectionClosed:
                break
        await self._is_alive(client)
        await self._count(client, frames)
        self._examples += 1
        if self._examples % 500 == 0:
            progress(f"{self._examples} examples")

    async def _is_alive(self, client: Client) -> None:
        after = len(client.of("pong"))
        try:
            await client.send({"type": "ping"})
            await client.hear(lambda _: len(client.of("pong")) > after)
        except (ConnectionClosed, AssertionError):
            code, reason = await client.closing()
            self._tally.add(f"sockets closed with {code}", 1)
            assert code in CLOSED_FOR, f"badly closed: {code} {reason}"

    async def _count(self, client: Client, frames: list[bytes]) -> None:
        """Every command that was valid has as many answers as it was sent."""
        asked: Counter[str] = Counter(_command_id(frame) for frame in frames)
        del asked[""]
        if client.closed is None:
            await client.hear(lambda _: client.closed or _answered(client) >= asked)
        if client.closed is None:
            twice = (_answered(client) - asked).keys() & asked.keys()
            assert not twice, f"answered twice: {twice}"
        for frame in client.frames:
            if frame["type"] in ("done", "refused"):
                self._tally.add(f"answered {frame.get('code', 'done')}", 1)


def _answered(client: Client) -> Counter[str]:
    answers = (it for it in client.frames if it["type"] in ("done", "refused"))
    return Counter(str(it["id"]) for it in answers if it.get("id"))


def _aimed(it: tuple[str, bytes, int], talks: list[str], others: list[str]) -> bytes:
    """Point a valid frame at something that exists, or leave it as it was drawn."""
    kind, raw, aim = it
    if kind != "valid" or not aim or not talks:
        return raw
    frame = json.loads(raw)
    if "conversation" in frame and frame["type"] != "query":
        frame["conversation"] = talks[aim % len(talks)]
    command = frame.get("command")
    if isinstance(command, dict) and aim > 1:
        soon = datetime.now(UTC) + timedelta(hours=aim)  # noqa: TID251 - the server's own
        if command.get("until"):
            command["until"] = soon.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        if command.get("expert") and others:
            command["expert"], command["group"] = others[aim % len(others)], None
        if command.get("type") in ("close", "qualify"):
            command["subjects"] = ["velo-autre"]
    return json.dumps(frame).encode()


def _text_or_bytes(frame: bytes) -> str | bytes:
    try:
        return frame.decode()
    except UnicodeDecodeError:
        return frame


def _command_id(frame: bytes) -> str:
    """Return the id of a frame that is a valid command; nothing for others."""
    for decode in (codec.decode_expert, codec.decode_visitor):
        try:
            found = decode(frame.decode())
        except (codec.Malformed, UnicodeDecodeError):
            continue
        if type(found).__name__ == "Command":
            return str(getattr(found, "id", ""))
    return ""
