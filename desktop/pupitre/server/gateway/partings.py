"""An answer that ends the connection, also while the other side is still sending."""

import asyncio
from collections.abc import Mapping
from math import ceil

from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from typing_extensions import override

from pupitre.domain.attachments import MAX_SIZE
from pupitre.server.files.refusals import NotTaken
from pupitre.wire import codec, http

LINGER = 5.0
"""Real seconds that a sender has to notice the answer."""
LINGER_BYTES = MAX_SIZE
"""Bytes that are still read meanwhile, and thrown away: the rest of any file that could be."""


class Parting(Response):
    """Says why a file is not taken, then hangs up.

    A connection that is closed while bytes are on their way is reset, and the answer lost with it
    on many systems: so what still comes is read for a moment, and thrown away.
    """

    def __init__(self, refused: NotTaken, headers: Mapping[str, str]) -> None:
        reason = refused.reason
        more = {"Cache-Control": "no-store", "Connection": "close"}
        if refused.retry_after is not None:
            more["Retry-After"] = str(max(1, ceil(refused.retry_after)))
        body = codec.encode(http.Problem(code=reason.code, message=reason.sentence))
        super().__init__(body, reason.status, {**headers, **more}, "application/json")

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send(
            {
                "type": "http.response.start",
                "status": self.status_code,
                "headers": self.raw_headers,
            }
        )
        await send({"type": "http.response.body", "body": self.body, "more_body": True})
        await _drain(receive)
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _drain(receive: Receive) -> None:
    left = LINGER_BYTES
    try:
        async with asyncio.timeout(LINGER):
            while left > 0:
                message = await receive()
                if message["type"] != "http.request" or not message.get("more_body", False):
                    return
                left -= len(message.get("body", b""))
    except TimeoutError:
        return
