"""uvicorn's HTTP with bounds where it has none: how long a request's head may be, and may take.

Without them one sender can fill the memory with headers, or keep the loop busy with one very long
one, which the parser copies again at each piece.
"""

import asyncio
from typing import Any

from typing_extensions import override
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

LONGEST = 64 * 1024
"""Bytes of a head, of a body's trailers, or of anything else that is no body."""
WITHIN = 20.0
"""Real seconds for a head, once its connection is there or its first byte has come."""
_TOO_LONG = "The head of this request is too long."


class Heads(HttpToolsProtocol):
    """One connection."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._unused = 0
        """Bytes since the parser last made something of them."""
        self._late: asyncio.TimerHandle | None = None

    @override
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # TCP only
        super().connection_made(transport)
        self._await_head()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._head_came()
        super().connection_lost(exc)

    @override
    def data_received(self, data: bytes) -> None:
        self._unused += len(data)
        super().data_received(data)
        if self._unused > LONGEST and not self.transport.is_closing():
            self._refuse()

    def _refuse(self) -> None:
        """Answer where an answer can be given; an answer that has begun is broken off."""
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is None or cycle.response_complete:
            self.send_400_response(_TOO_LONG)
        else:
            self.transport.close()

    @override
    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._await_head()

    @override
    def on_headers_complete(self) -> None:
        self._head_came()
        super().on_headers_complete()

    @override
    def on_response_complete(self) -> None:
        """Wait no longer for the rest of a request that was answered than for another's head."""
        super().on_response_complete()
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is not None and cycle.more_body:
            self._await_head()

    @override
    def on_body(self, body: bytes) -> None:
        self._unused = 0
        super().on_body(body)

    @override
    def on_message_complete(self) -> None:
        self._unused = 0
        super().on_message_complete()

    def _await_head(self) -> None:
        if self._late is None:
            self._late = self.loop.call_later(WITHIN, self.transport.close)

    def _head_came(self) -> None:
        self._unused = 0
        if self._late is not None:
            self._late.cancel()
            self._late = None
