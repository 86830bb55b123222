"""An answer that ends the connection."""

import asyncio
from typing import Any

import pytest
from starlette.types import Message

from pupitre.server.files.refusals import SLOW_DOWN, TOO_LARGE, NotTaken
from pupitre.server.gateway.partings import LINGER_BYTES, Parting
from tests.support.patience import LONG


class Sender:
    """Goes on sending chunks, and keeps what it is answered."""

    def __init__(self, chunks: list[bytes], *, stays: bool = False) -> None:
        self.left = list(chunks)
        self.heard: list[Message] = []
        self._stays = stays

    async def receive(self) -> Message:
        if not self.left and self._stays:
            await asyncio.Event().wait()
        body = self.left.pop(0) if self.left else b""
        return {"type": "http.request", "body": body, "more_body": bool(self.left) or self._stays}

    async def send(self, message: Message) -> None:
        self.heard.append(message)


async def answered(sender: Sender, refused: NotTaken) -> dict[bytes, bytes]:
    await Parting(refused, {"Vary": "Origin"})({"type": "http"}, sender.receive, sender.send)
    start: dict[str, Any] = dict(sender.heard[0])
    assert start["status"] == refused.reason.status
    return dict(start["headers"])


async def test_the_answer_comes_before_the_rest_is_thrown_away() -> None:
    sender = Sender([b"x" * 1000] * 5)
    headers = await answered(sender, NotTaken(TOO_LARGE))
    assert headers[b"connection"] == b"close"
    assert headers[b"vary"] == b"Origin"
    assert sender.left == []
    assert b'"too_large"' in sender.heard[1]["body"]
    assert [message.get("more_body") for message in sender.heard] == [None, True, False]


async def test_a_sender_who_does_not_stop_is_not_heard_out() -> None:
    sender = Sender([b"x" * 65536] * 1000)
    await answered(sender, NotTaken(TOO_LARGE))
    assert len(sender.left) >= 1000 - LINGER_BYTES // 65536 - 1


async def test_a_sender_who_says_nothing_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pupitre.server.gateway.partings.LINGER", 0.2)
    sender = Sender([], stays=True)
    began = asyncio.get_running_loop().time()
    await answered(sender, NotTaken(TOO_LARGE))
    assert 0.1 < asyncio.get_running_loop().time() - began < LONG


async def test_whoever_is_too_fast_is_told_when_to_come_back() -> None:
    headers = await answered(Sender([]), NotTaken(SLOW_DOWN, 2.3))
    assert headers[b"retry-after"] == b"3"
