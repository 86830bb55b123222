"""The way to the server: its name, its answer, its certificate, and both clocks."""

import socket
import ssl
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import IntEnum
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import HTTPSHandler, ProxyHandler, Request, build_opener

from PySide6.QtCore import QCoreApplication

from pupitre.app import reasons, words
from pupitre.app.doctor.finding import Finding, Verdict
from pupitre.backends.address import Address
from pupitre.backends.port import AccessRefused

WITHIN = 10.0
BEARABLE = timedelta(seconds=30)
"""How far apart the clocks may be before it is worth a word."""
Now = Callable[[], datetime]
translate = QCoreApplication.translate


class OpenSSL(IntEnum):
    """OpenSSL's numbers for what is wrong with a certificate."""

    NOT_YET = 9
    EXPIRED = 10
    WRONG_NAME = 62


def look(typed: str, tls: ssl.SSLContext, now: Now) -> list[Finding]:
    """Ask the server whether it is well; blocking, so for a thread."""
    try:
        address = Address.parse(typed)
    except AccessRefused as refused:
        return [_server(words.access_refused(refused.code, refused.sentence))]
    before = now()
    try:
        date = _ask(address, tls)
    except HTTPError as error:
        with error:
            return [_server(_http_sentence(address, error.code))]
    except (URLError, HTTPException, OSError) as error:
        return _failure(address, error, now())
    return [
        _answers(address),
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
        return [_answers(address), Finding("TLS", Verdict.BAD, _mistrust(address, reason, now))]
    return [_server(_silence(address, reason))]


def _server(sentence: str) -> Finding:
    return Finding("server", Verdict.BAD, sentence)


def _answers(address: Address) -> Finding:
    sentence = translate("Doctor", "{server} answers.").format(server=address.authority)
    return Finding("server", Verdict.GOOD, sentence)


def _silence(address: Address, reason: object) -> str:
    match reason:
        case socket.gaierror():
            told = translate(
                "Doctor",
                "No computer is called {server}: check the spelling, and that you are online.",
            )
        case ConnectionRefusedError():
            told = translate(
                "Doctor",
                "Nothing listens at {server}: the server is stopped, or the port is another.",
            )
        case TimeoutError():
            told = translate("Doctor", "{server} does not answer: a firewall may be in between.")
        case ssl.SSLError():
            told = translate("Doctor", "{server} does not speak TLS: check the port.")
        case _:
            told = translate(
                "Doctor",
                "{server} cannot be reached ({reason}): ask whoever looks after the network.",
            )
    why = reasons.of(reason) if isinstance(reason, BaseException) else str(reason)
    return told.format(server=address.authority, reason=why)


def _http_sentence(address: Address, code: int) -> str:
    if code == 503:
        told = translate(
            "Doctor", "{server} is up, but its database is not: tell its administrator."
        )
    else:
        told = translate("Doctor", "What answers at {server} is no server of Pupitre ({code}).")
    return told.format(server=address.authority, code=code)


def _mistrust(address: Address, error: ssl.SSLCertVerificationError, now: datetime) -> str:
    match getattr(error, "verify_code", 0):
        case OpenSSL.EXPIRED:
            told = translate(
                "Doctor",
                "The certificate of {server} has expired, or this computer’s clock is wrong: "
                "it says {now} UTC.",
            )
        case OpenSSL.NOT_YET:
            told = translate(
                "Doctor",
                "The certificate of {server} is not valid yet, or this computer’s clock is wrong: "
                "it says {now} UTC.",
            )
        case OpenSSL.WRONG_NAME:
            told = translate(
                "Doctor",
                "The certificate is for another name than {server}: use the server’s own name.",
            )
        case _:
            told = translate(
                "Doctor",
                "This computer does not know who signed the certificate of {server}: have its "
                "authority added to the system’s certificates.",
            )
    return told.format(server=address.authority, now=f"{now:%Y-%m-%d %H:%M}")


def _trust(address: Address) -> Finding:
    if address.is_secure:
        told = translate("Doctor", "The system trusts the server’s certificate.")
    else:
        told = translate("Doctor", "Not needed: the server is on this very computer.")
    return Finding("TLS", Verdict.GOOD, told)


def _clocks(date: str | None, before: datetime, after: datetime) -> Finding:
    try:
        theirs = parsedate_to_datetime(date or "")
    except ValueError:
        told = translate("Doctor", "The server does not tell the time.")
        return Finding("clock", Verdict.POOR, told)
    offset = before + (after - before) / 2 - theirs
    if abs(offset) <= BEARABLE + (after - before):
        told = translate("Doctor", "This computer’s clock agrees with the server’s.")
        return Finding("clock", Verdict.GOOD, told)
    return Finding("clock", Verdict.POOR, _apart(offset))


def _apart(offset: timedelta) -> str:
    if offset > timedelta(0):
        told = translate(
            "Doctor",
            "This computer’s clock is {time} ahead of the server’s: let the system set it from "
            "the network (the desk goes by the server’s meanwhile).",
        )
    else:
        told = translate(
            "Doctor",
            "This computer’s clock is {time} behind the server’s: let the system set it from "
            "the network (the desk goes by the server’s meanwhile).",
        )
    return told.format(time=_roughly(abs(offset)))


def _roughly(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    if minutes < 2:
        return f"{round(offset.total_seconds())} s"
    return f"{minutes} min" if minutes < 120 else f"{round(minutes / 60)} h"
