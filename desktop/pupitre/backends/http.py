"""HTTP calls to a server of ours; blocking, so for a thread.

No redirection is followed: a password or a file goes where it was meant to.
"""

import json
import socket
import ssl
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from threading import Lock
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from typing_extensions import override

from pupitre.backends.address import Address
from pupitre.backends.port import Unreachable

WITHIN = 15.0
"""Seconds that the network may take for each step of a call."""
LARGEST_ANSWER = 1024 * 1024


class Calls:
    """What is on the network for one errand, so that it can be broken off."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sockets: list[socket.socket] = []
        self.is_over = False

    def begin(self) -> None:
        """Allow a connection; raises `ConnectionAbortedError` once the errand is over."""
        if self.is_over:
            raise ConnectionAbortedError("it was broken off")

    def take(self, connected: socket.socket) -> None:
        """Know of a connection; one that was made at the very end is of no use."""
        with self._lock:
            self._sockets.append(connected)
        if self.is_over:
            self.break_off()

    def break_off(self) -> None:
        """End the errand: whatever waits for the network fails at once."""
        self.is_over = True
        with self._lock:
            for connected in self._sockets:
                with suppress(OSError):  # the base class: TLS says no goodbye here
                    socket.socket.shutdown(connected, socket.SHUT_RDWR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request."""

    method: str
    url: str
    body: bytes | Iterable[bytes] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    most: int = LARGEST_ANSWER
    """Bytes of the answer that are read at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What a server said when it did not do it."""

    status: int
    code: str
    """Empty: what answers there does not speak our language."""
    message: str
    wait: int
    """Seconds to wait before another attempt, where it said so."""


class Declined(Exception):
    """The server answered, and did not do it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def call(
    address: Address,
    tls: ssl.SSLContext | None,
    asked: Call,
    calls: Calls | None = None,
) -> bytes:
    """Return the answer; raises `Declined` or `Unreachable`."""
    request = Request(  # noqa: S310 - the address was checked: http or https
        asked.url, data=asked.body, method=asked.method, headers=dict(asked.headers)
    )
    try:
        with _opener(address, tls, calls or Calls()).open(request, timeout=WITHIN) as response:
            answer: bytes = response.read(asked.most)
            return answer
    except HTTPError as error:
        with error:
            raise _declined(error.code, error.read(LARGEST_ANSWER), error.headers) from error
    except ssl.SSLCertVerificationError as error:
        raise Unreachable("The server's certificate is not trusted.") from error
    except (URLError, HTTPException, OSError) as error:
        raise Unreachable(_sentence(error)) from error


def _opener(address: Address, tls: ssl.SSLContext | None, calls: Calls) -> OpenerDirector:
    opener = OpenerDirector()
    handlers = [_Plain(calls), HTTPDefaultErrorHandler(), HTTPErrorProcessor()]
    for handler in [*handlers, ProxyHandler({} if address.is_loopback else None)]:
        opener.add_handler(handler)
    if tls is not None:
        opener.add_handler(_Secure(calls, tls))
    return opener


class _Hearing(HTTPConnection):
    """A connection that hears an answer given before everything was sent."""

    def __init__(self, *arguments: Any, calls: Calls, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._calls = calls

    @override
    def connect(self) -> None:
        self._calls.begin()
        super().connect()
        self._calls.take(self.sock)

    @override
    def request(self, *arguments: Any, **named: Any) -> None:
        """Send; a server that closed meanwhile has said why, and that is read next."""
        with suppress(BrokenPipeError, ConnectionResetError):
            super().request(*arguments, **named)


class _HearingSecurely(_Hearing, HTTPSConnection):
    """The same over TLS."""


def _maker(kind: type[_Hearing], calls: Calls) -> Callable[..., _Hearing]:
    return lambda *arguments, **named: kind(*arguments, calls=calls, **named)


class _Plain(HTTPHandler):
    def __init__(self, calls: Calls) -> None:
        super().__init__()
        self._calls = calls

    @override
    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_maker(_Hearing, self._calls), req)


class _Secure(HTTPSHandler):
    def __init__(self, calls: Calls, tls: ssl.SSLContext) -> None:
        super().__init__(context=tls)
        self._calls, self._tls = calls, tls

    @override
    def https_open(self, req: Request) -> HTTPResponse:
        made = _maker(_HearingSecurely, self._calls)
        return self.do_open(made, req, context=self._tls)


def _declined(status: int, body: bytes, headers: Any) -> Declined | Unreachable:
    try:
        said = json.loads(body)
        code, message = str(said["code"]), str(said.get("message", ""))
    except (ValueError, KeyError, TypeError, AttributeError):
        code, message = "", ""
    if 300 <= status < 400 or (status >= 500 and not message):
        return Unreachable(f"The server answers with an error ({status}).")
    wait = headers.get("Retry-After", "60")
    problem = Problem(
        status=status, code=code, message=message, wait=int(wait) if wait.isdecimal() else 60
    )
    return Declined(problem)


def nonsense(problem: Problem) -> Unreachable:
    """Return what to raise for an answer without a code, where one is expected."""
    return Unreachable(f"What answers there is not a server of Pupitre ({problem.status}).")


def _sentence(error: Exception) -> str:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, ssl.SSLCertVerificationError):
        return "The server's certificate is not trusted."
    return f"There is no answer ({reason})."
