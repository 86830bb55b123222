"""The way to the server: its name, its answer, its certificate, and both clocks."""

import socket
import ssl
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import HTTPSHandler, ProxyHandler, Request, build_opener

from pupitre.app.doctor.finding import Finding, Verdict
from pupitre.backends.address import Address
from pupitre.backends.port import AccessRefused

WITHIN = 10.0
BEARABLE = timedelta(seconds=30)
"""How far apart the clocks may be before it is worth a word."""
EXPIRED, NOT_YET, WRONG_NAME = 10, 9, 62
"""OpenSSL's numbers for what is wrong with a certificate."""
Now = Callable[[], datetime]


def look(typed: str, tls: ssl.SSLContext, now: Now) -> list[Finding]:
    """Ask the server whether it is well; blocking, so for a thread."""
    try:
        address = Address.parse(typed)
    except AccessRefused as refused:
        return [Finding("server", Verdict.BAD, refused.sentence)]
    before = now()
    try:
        date = _ask(address, tls)
    except HTTPError as error:
        with error:
            return [_server(_http_sentence(address, error.code))]
    except (URLError, HTTPException, OSError) as error:
        return _failure(address, error, now())
    return [
        Finding("server", Verdict.GOOD, f"{address.authority} answers."),
        _trust(address),
        _clocks(date, before, now()),
    ]


def _ask(address: Address, tls: ssl.SSLContext) -> str | None:
    """Return the time that the server writes on its answer."""
    url = address.session.removesuffix("api/session") + "healthz"
    opener = build_opener(
        ProxyHandler({} if address.is_loopback else None), HTTPSHandler(context=tls)
    )
    request = Request(url, headers={"Cache-Control": "no-cache"})  # noqa: S310 - http or https
    with opener.open(request, timeout=WITHIN) as answer:
        answer.read(1_000)
        date: str | None = answer.headers["Date"]
        return date


def _failure(address: Address, error: Exception, now: datetime) -> list[Finding]:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, ssl.SSLCertVerificationError):
        answers = Finding("server", Verdict.GOOD, f"{address.authority} answers.")
        return [answers, Finding("TLS", Verdict.BAD, _mistrust(address, reason, now))]
    return [_server(_silence(address, reason))]


def _server(sentence: str) -> Finding:
    return Finding("server", Verdict.BAD, sentence)


def _silence(address: Address, reason: object) -> str:
    name = address.authority
    match reason:
        case socket.gaierror():
            return f"No computer is called {name}: check the spelling, and that you are online."
        case ConnectionRefusedError():
            return f"Nothing listens at {name}: the server is stopped, or the port is another."
        case TimeoutError():
            return f"{name} does not answer: a firewall may be in between."
        case ssl.SSLError():
            return f"{name} does not speak TLS: check the port."
        case _:
            return f"{name} cannot be reached ({reason}): ask whoever looks after the network."


def _http_sentence(address: Address, code: int) -> str:
    if code == 503:
        return f"{address.authority} is up, but its database is not: tell its administrator."
    return f"What answers at {address.authority} is no server of Pupitre ({code})."


def _mistrust(address: Address, error: ssl.SSLCertVerificationError, now: datetime) -> str:
    code = getattr(error, "verify_code", 0)
    if code in (EXPIRED, NOT_YET):
        when = "has expired" if code == EXPIRED else "is not valid yet"
        return (
            f"The certificate of {address.authority} {when}, or this computer's clock is wrong: "
            f"it says {now:%Y-%m-%d %H:%M} UTC."
        )
    if code == WRONG_NAME:
        return (
            f"The certificate is for another name than {address.authority}: "
            "use the server's own name."
        )
    return (
        f"This computer does not know who signed the certificate of {address.authority}: "
        "have its authority added to the system's certificates."
    )


def _trust(address: Address) -> Finding:
    if address.is_secure:
        return Finding("TLS", Verdict.GOOD, "The system trusts the server's certificate.")
    return Finding("TLS", Verdict.GOOD, "Not needed: the server is on this very computer.")


def _clocks(date: str | None, before: datetime, after: datetime) -> Finding:
    try:
        theirs = parsedate_to_datetime(date or "")
    except ValueError:
        return Finding("clock", Verdict.POOR, "The server does not tell the time.")
    offset = before + (after - before) / 2 - theirs
    if abs(offset) <= BEARABLE + (after - before):
        return Finding("clock", Verdict.GOOD, "This computer's clock agrees with the server's.")
    side = "ahead of" if offset > timedelta(0) else "behind"
    return Finding(
        "clock",
        Verdict.POOR,
        f"This computer's clock is {_roughly(abs(offset))} {side} the server's: "
        "let the system set it from the network (the desk goes by the server's meanwhile).",
    )


def _roughly(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    if minutes < 2:
        return f"{round(offset.total_seconds())} s"
    return f"{minutes} min" if minutes < 120 else f"{round(minutes / 60)} h"
