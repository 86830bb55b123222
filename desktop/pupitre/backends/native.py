"""Pupitre's own server: HTTP to sign in, one WebSocket for the rest.

Heavy modules (`websockets`, `ssl`, `urllib.request`) are imported when first used: a window
that opens on cached conversations does not wait for them.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from typing_extensions import override

from pupitre.backends.address import Address
from pupitre.backends.port import (
    EVERYTHING,
    AccessRefused,
    Backend,
    Capability,
    Link,
    Progress,
    SignedIn,
    Unreachable,
)
from pupitre.domain.attachments import Attachment
from pupitre.wire import codec
from pupitre.wire.expert_frames import FromServer, ToServer

if TYPE_CHECKING:
    import ssl

    from websockets.asyncio.client import ClientConnection
    from websockets.exceptions import ConnectionClosed

    from pupitre.backends.http import Calls

T = TypeVar("T")

SUBPROTOCOL = "pupitre.v1"
OPEN_WITHIN = 20.0
"""Seconds: on a link that takes 2 s each way, TCP, TLS and HTTP need most of them."""
CLOSE_WITHIN = 1.0
LARGEST_FRAME = 64 * 1024 * 1024
"""A welcome may be long; a server is trusted that far."""
FINAL = 4400
"""Close codes from here on say that trying again will not help."""
NOT_SIGNED_IN = 4401
AT_ONCE = 4
"""How many files travel side by side."""


class NativeBackend(Backend):
    """A server of ours at an address such as `https://desk.example.org`."""

    def __init__(self, address: str) -> None:
        """Raise `AccessRefused` for an address that is not one, or not a safe one."""
        self.address = Address.parse(address)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sign-in")
        self._carriers = ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="files")

    @property
    @override
    def capabilities(self) -> frozenset[Capability]:
        return EVERYTHING

    @override
    async def sign_in(self, email: str, password: str) -> SignedIn:
        from pupitre.backends import sign_in

        return await self._aside(lambda: sign_in.begin(self.address, self._tls, email, password))

    @override
    async def sign_out(self, token: str) -> None:
        from pupitre.backends import sign_in

        await self._aside(lambda: sign_in.end(self.address, self._tls, token))

    @override
    async def open(self) -> "NativeLink":
        from websockets.asyncio.client import connect
        from websockets.exceptions import WebSocketException
        from websockets.typing import Subprotocol

        from pupitre.backends.beating import BeatingConnection

        tls = await self._aside(lambda: self._tls)
        try:
            socket = await connect(
                self.address.socket,
                ssl=tls,
                subprotocols=[Subprotocol(SUBPROTOCOL)],
                proxy=None if self.address.is_loopback else True,
                compression=None,
                user_agent_header=None,
                open_timeout=OPEN_WITHIN,
                close_timeout=CLOSE_WITHIN,
                create_connection=BeatingConnection,
                max_size=LARGEST_FRAME,
            )
        except (OSError, TimeoutError, WebSocketException) as error:
            raise Unreachable(f"{type(error).__name__}: {error}") from error
        return NativeLink(socket)

    @override
    async def upload(self, token: str, source: Path, name: str, progress: Progress) -> Attachment:
        from pupitre.backends import transfer

        loop = asyncio.get_running_loop()

        def tell(sent: int, size: int) -> None:
            loop.call_soon_threadsafe(progress, sent, size)

        parcel = transfer.Parcel(source, name, tell)
        return await self._carried(
            lambda calls: transfer.send(self.address, self._tls, calls, token, parcel)
        )

    @override
    async def fetch(self, path: str) -> bytes:
        from pupitre.backends import transfer

        return await self._carried(
            lambda calls: transfer.fetch(self.address, self._tls, calls, path)
        )

    async def _carried(self, work: "Callable[[Calls], T]") -> T:
        """Do it in a thread that a cancellation breaks off at once."""
        from pupitre.backends.http import Calls

        calls = Calls()
        try:
            return await asyncio.get_running_loop().run_in_executor(self._carriers, work, calls)
        except asyncio.CancelledError:
            calls.break_off()
            raise

    async def _aside(self, work: Callable[[], T]) -> T:
        """Do it in a thread: names are looked up and trust stores read there."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    @cached_property
    def _tls(self) -> "ssl.SSLContext | None":
        """What the system trusts; None: a plain link to this very computer."""
        if not self.address.is_secure:
            return None
        import ssl

        import truststore

        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class NativeLink(Link):
    """One WebSocket."""

    def __init__(self, socket: "ClientConnection") -> None:
        self._socket = socket

    @override
    async def send(self, frame: ToServer) -> None:
        from websockets.exceptions import ConnectionClosed

        try:
            await self._socket.send(codec.encode(frame))
        except ConnectionClosed as closed:
            raise _reason(closed) from closed

    @override
    async def receive(self) -> FromServer:
        from websockets.exceptions import ConnectionClosed

        while True:
            try:
                raw = await self._socket.recv()
            except ConnectionClosed as closed:
                raise _reason(closed) from closed
            if (frame := codec.decode_for_expert(raw)) is not None:
                return frame

    @override
    async def close(self) -> None:
        await self._socket.close()


def _reason(closed: "ConnectionClosed") -> AccessRefused | Unreachable:
    received = closed.rcvd
    if received is not None and received.code >= FINAL:
        if received.code == NOT_SIGNED_IN:
            return AccessRefused("not_signed_in", "Your session has ended: sign in again.")
        sentence = f"The server does not let this desk in: {received.reason or received.code}."
        return AccessRefused(f"closed_{received.code}", sentence)
    return Unreachable(str(closed))
