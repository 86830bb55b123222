"""A server's health page that answers as it is told: its status, its clock, its certificate."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from typing_extensions import override


class Server(ThreadingHTTPServer):
    """`clock` is what it writes on its answers; None: it does not tell the time."""

    daemon_threads = True

    def __init__(self, clock: Callable[[], datetime] | None, *, status: int = 200) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.status, self.clock = status, clock

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """Expect clients that do not trust it."""


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.send_response_only(self.server.status)
        if self.server.clock is not None:
            self.send_header("Date", format_datetime(self.server.clock(), usegmt=True))
        self.send_header("Content-Length", "0")
        self.end_headers()


@contextmanager
def serving(server: Server, certified: Path | None = None) -> Iterator[int]:
    """Serve in a thread; give the port."""
    if certified is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certified)
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
