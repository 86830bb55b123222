"""Bare clients of the wire contract, written from its page alone: an expert's and a visitor's."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from pupitre.server.clock import real_now
from tests.support.patience import LONG

Frame = dict[str, Any]
HOME = {"url": "https://shop.example/", "title": "Home"}
LATER = f"{real_now() + timedelta(days=8):%Y-%m-%dT%H:%M:%S.000Z}"
"""An end for pauses that no test waits for, on whichever day they run."""


def fresh() -> str:
    """Return a new command id."""
    return str(uuid4())


class Client:
    """One socket: sends frames, and keeps every frame that came."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.frames: list[Frame] = []
        self.closed: tuple[int, str] | None = None
        self._heard = asyncio.Condition()

    async def listen(self) -> None:
        """Keep what comes until the socket closes."""
        try:
            while True:
                frame = json.loads(await self.socket.recv())
                async with self._heard:
                    self.frames.append(frame)
                    self._heard.notify_all()
        except ConnectionClosed:
            async with self._heard:
                self.closed = (self.socket.close_code or 0, self.socket.close_reason or "")
                self._heard.notify_all()

    async def send(self, frame: Frame | str | bytes) -> None:
        """Send a frame, or raw text or bytes."""
        raw = json.dumps(frame, ensure_ascii=False) if isinstance(frame, dict) else frame
        await self.socket.send(raw)

    async def hear(self, is_it: Callable[[Frame], object], after: int = 0) -> Frame:
        """Return the first frame that is it, from number `after` on."""
        found: list[Frame] = []

        def heard() -> bool:
            found[:] = [frame for frame in self.frames[after:] if is_it(frame)][:1]
            return bool(found) or self.closed is not None

        async with asyncio.timeout(LONG), self._heard:
            await self._heard.wait_for(heard)
        assert found, f"closed with {self.closed} before it came"
        return found[0]

    async def of_type(self, type_: str, after: int = 0) -> Frame:
        """Return the first frame of a type."""
        return await self.hear(lambda frame: frame["type"] == type_, after)

    async def event(self, type_: str, after: int = 0) -> Frame:
        """Return the first `event` frame whose event is of a type."""
        return await self.hear(
            lambda frame: frame["type"] == "event" and frame["event"]["type"] == type_, after
        )

    async def closing(self) -> tuple[int, str]:
        """Wait until the other side closes; return code and reason."""
        async with asyncio.timeout(LONG), self._heard:
            await self._heard.wait_for(lambda: self.closed is not None)
        assert self.closed
        return self.closed

    async def answer(self, id_: str, after: int = 0) -> Frame:
        """Return the answer to a command or a query."""
        answers = ("done", "refused", "answer")
        return await self.hear(lambda f: f["type"] in answers and f["id"] == id_, after)

    def of(self, type_: str) -> list[Frame]:
        """Return every frame of a type so far."""
        return [frame for frame in self.frames if frame["type"] == type_]

    def events(self, type_: str | None = None) -> list[Frame]:
        """Return the events so far."""
        events = [frame["event"] for frame in self.of("event")]
        return [event for event in events if type_ in (None, event["type"])]


class ExpertDesk(Client):
    """What an expert does."""

    async def ask(
        self, command: Frame, conversation: str | None = None, id_: str | None = None
    ) -> Frame:
        """Give a command; return its answer."""
        id_, after = id_ or fresh(), len(self.frames)
        await self.send(
            {"type": "command", "id": id_, "conversation": conversation, "command": command}
        )
        return await self.answer(id_, after)

    async def must(self, command: Frame, conversation: str | None = None) -> Frame:
        """Give a command that is done."""
        answer = await self.ask(command, conversation)
        assert answer["type"] == "done", answer
        return answer

    async def refused(self, command: Frame, conversation: str | None = None) -> str:
        """Give a command that is refused; return the code."""
        answer = await self.ask(command, conversation)
        assert answer["type"] == "refused", answer
        return str(answer["code"])

    async def available(self, *, available: bool = True) -> None:
        """Take conversations, or not."""
        await self.must({"type": "availability", "available": available})

    async def query(self, query: Frame) -> Frame:
        """Look something up; return the answer's body."""
        id_ = fresh()
        await self.send({"type": "query", "id": id_, "query": query})
        answer = await self.answer(id_)
        found: Frame = answer["answer"] if answer["type"] == "answer" else answer
        return found

    async def arrived(self, after: int = 0) -> Frame:
        """Return the next replica that arrives."""
        replica: Frame = (await self.of_type("arrived", after))["conversation"]
        return replica


class VisitorPage(Client):
    """What a visitor's page does."""

    async def ask(self, command: Frame, id_: str | None = None) -> Frame:
        """Give a command; return its answer."""
        id_, after = id_ or fresh(), len(self.frames)
        await self.send({"type": "command", "id": id_, "command": command})
        return await self.answer(id_, after)

    async def say(self, text: str, id_: str | None = None) -> Frame:
        """Write; return the answer."""
        return await self.ask({"type": "post", "text": text, "attachments": []}, id_)

    async def must_say(self, text: str) -> str:
        """Write what is taken; return the conversation."""
        answer = await self.say(text)
        assert answer["type"] == "done", answer
        happened = await self.of_type("event")
        return str(happened["conversation"])


async def token_of(url: str, name: str = "alice", password: str = "demo") -> str:
    """Sign in."""
    async with httpx.AsyncClient(trust_env=False) as http:
        body = {"email": f"{name}@demo.test", "password": password}
        answer = await http.post(f"{url}/api/session", json=body)
    assert answer.status_code == 200, answer.text
    return str(answer.json()["token"])


@asynccontextmanager
async def socket_at(url: str, path: str, **options: Any) -> AsyncIterator[ClientConnection]:
    """Open a socket of the contract's subprotocol."""
    options.setdefault("subprotocols", [Subprotocol("pupitre.v1")])
    address = url.replace("http", "ws", 1) + path
    async with connect(address, proxy=None, max_size=None, **options) as socket:
        yield socket


@asynccontextmanager
async def _listening(client: Client) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as tasks:
        listening = tasks.create_task(client.listen(), name="client listens")
        try:
            yield
        finally:
            listening.cancel()


@asynccontextmanager
async def expert_at(
    url: str,
    name: str = "alice",
    known: dict[str, int] | None = None,
    token: str | None = None,
    known_at: dict[str, str] | None = None,
) -> AsyncIterator[ExpertDesk]:
    """Sign in, say hello, hear the welcome."""
    token = token or await token_of(url, name)
    async with socket_at(url, "/ws/expert") as socket:
        desk = ExpertDesk(socket)
        async with _listening(desk):
            held = {"known": known or {}, "known_at": known_at or {}}
            await desk.send({"type": "hello", "token": token, "app": "test", **held})
            await desk.of_type("welcome")
            yield desk


@asynccontextmanager
async def visitor_at(
    url: str,
    mission: str = "velo",
    token: str | None = None,
    *,
    language: str = "fr",
    link: str | None = None,
    **options: Any,
) -> AsyncIterator[VisitorPage]:
    """Say hello on a page of a mission's site, hear the welcome."""
    async with raw_visitor(url, **options) as page:
        hello = {"type": "hello", "mission": mission, "visitor": token, "page": HOME}
        await page.send(hello | {"language": language} | ({"link": link} if link else {}))
        await page.of_type("welcome")
        yield page


@asynccontextmanager
async def raw_visitor(url: str, **options: Any) -> AsyncIterator[VisitorPage]:
    """Open a visitor's socket and say nothing yet."""
    async with socket_at(url, "/ws/visitor", **options) as socket:
        page = VisitorPage(socket)
        async with _listening(page):
            yield page


@asynccontextmanager
async def raw_expert(url: str, **options: Any) -> AsyncIterator[ExpertDesk]:
    """Open an expert's socket and say nothing yet."""
    async with socket_at(url, "/ws/expert", **options) as socket:
        desk = ExpertDesk(socket)
        async with _listening(desk):
            yield desk
