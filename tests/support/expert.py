"""An expert at the other end of a journey: plain frames on the real socket, no code of the desk."""

import asyncio
import json
import urllib.request
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

SOON = 15.0
"""Seconds that a frame may take, on a busy machine."""

Frame = dict[str, Any]


class ExpertClient:
    """Somebody signed in, who hears frames and gives commands."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self.frames: list[Frame] = []
        self._heard = asyncio.Condition()

    async def listen(self) -> None:
        """Keep every frame that comes."""
        async for text in self._socket:
            async with self._heard:
                self.frames.append(json.loads(text))
                self._heard.notify_all()

    async def hear(self, is_it: Callable[[Frame], bool]) -> Frame:
        """Wait for the first frame that is it, heard already or not."""
        async with asyncio.timeout(SOON), self._heard:
            await self._heard.wait_for(lambda: any(map(is_it, self.frames)))
            return next(frame for frame in self.frames if is_it(frame))

    async def command(self, conversation: str | None, command: Frame) -> Frame:
        """Give a command and return the answer, `done` or `refused`."""
        id_ = str(uuid.uuid4())
        frame = {"type": "command", "id": id_, "conversation": conversation, "command": command}
        await self._socket.send(json.dumps(frame))
        return await self.hear(lambda heard: heard.get("id") == id_)

    async def must(self, conversation: str | None, command: Frame) -> None:
        """Give a command that has to be done."""
        answer = await self.command(conversation, command)
        assert answer["type"] == "done", answer

    async def is_available(self) -> None:
        """Take conversations from now on."""
        await self.must(None, {"type": "availability", "available": True})

    async def conversation(self) -> str:
        """Wait for a conversation to arrive, and return its id."""
        arrived = await self.hear(lambda frame: frame["type"] == "arrived")
        return str(arrived["conversation"]["id"])

    async def written(self, text: str) -> Frame:
        """Wait for a visitor's message with this text, in a replica or as an event."""
        await self.hear(lambda frame: text in json.dumps(frame, ensure_ascii=False))
        return next(m for m in self.messages if m["text"] == text)

    @property
    def messages(self) -> list[Frame]:
        """The messages of visitors heard so far, in order, replicas first."""
        arrived = [
            entry["event"]
            for frame in self.frames
            if frame["type"] == "arrived"
            for entry in frame["conversation"]["events"]
        ]
        later = [frame["event"] for frame in self.frames if frame["type"] == "event"]
        return [
            event
            for event in arrived + later
            if event["type"] == "message" and event["author"] == "visitor"
        ]

    async def close(self, conversation: str) -> None:
        """Close it with its mission's first subject that may be chosen, and the survey."""
        subject = self._subject(conversation)
        await self.must(
            conversation, {"type": "close", "subjects": [subject], "note": "", "survey": True}
        )

    async def settle(self) -> None:
        """Take no more, and close all that is still on the desk, for the next test."""
        await self.must(None, {"type": "availability", "available": False})
        arrived = [f["conversation"]["id"] for f in self.frames if f["type"] == "arrived"]
        gone = {frame["conversation"] for frame in self.frames if frame["type"] == "departed"}
        for conversation in arrived:
            if conversation not in gone:
                await self.close(conversation)

    def _subject(self, conversation: str) -> str:
        welcome = next(frame for frame in self.frames if frame["type"] == "welcome")
        replica = next(
            frame["conversation"]
            for frame in self.frames
            if frame["type"] == "arrived" and frame["conversation"]["id"] == conversation
        )
        mission = next(m for m in welcome["missions"] if m["id"] == replica["mission"])
        subject = mission["subjects"][0]
        while subject.get("children"):
            subject = subject["children"][0]
        return str(subject["id"])

    async def typing(self, conversation: str) -> None:
        """Let the visitor know that an answer is being written."""
        await self._socket.send(json.dumps({"type": "typing", "conversation": conversation}))

    async def say(self, conversation: str, text: str) -> None:
        """Write to the visitor."""
        await self.must(conversation, {"type": "post", "text": text, "attachments": []})


@asynccontextmanager
async def expert_at(
    server: str, email: str = "alice@demo.test", password: str = "demo"
) -> AsyncIterator[ExpertClient]:
    """Sign in at a server, say hello, and leave at the end."""
    token = await asyncio.to_thread(_token, server, email, password)
    address = server.replace("http", "ws", 1) + "/ws/expert"
    async with connect(address, subprotocols=["pupitre.v1"], proxy=None) as socket:  # type: ignore[list-item]
        expert = ExpertClient(socket)
        async with asyncio.TaskGroup() as tasks:
            listening = tasks.create_task(expert.listen(), name="expert listens")
            hello = {"type": "hello", "token": token, "app": "journey", "known": {}}
            await socket.send(json.dumps(hello))
            await expert.hear(lambda frame: frame["type"] == "welcome")
            try:
                yield expert
            finally:
                listening.cancel()


def _token(server: str, email: str, password: str) -> str:
    body = json.dumps({"email": email, "password": password}).encode()
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{server}/api/session", body, headers)  # noqa: S310
    with urllib.request.urlopen(request) as answer:  # noqa: S310
        return str(json.load(answer)["token"])
