"""Frames that both sockets share: answers to commands, and the heartbeat."""

from typing import Any

from msgspec import Struct

from pupitre.wire.shapes import Seq


class Done(Struct, frozen=True, kw_only=True, tag="done"):
    """It took effect and is stored; `seq` of the event it made: a post's message, else its last."""

    id: str
    seq: Seq | None = None


class Refused(Struct, frozen=True, kw_only=True, tag="refused"):
    """The command changed nothing; `id` is null when the frame's own could not be read."""

    id: str | None = None
    code: str
    message: str
    detail: dict[str, Any] = {}


class Ping(Struct, frozen=True, kw_only=True, tag="ping"):
    """Are you there? A browser cannot send WebSocket pings."""


class Pong(Struct, frozen=True, kw_only=True, tag="pong"):
    """Yes."""
