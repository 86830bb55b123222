"""Signing in and out over HTTP; blocking, so for a thread."""

import json
import ssl
from http.client import HTTPException
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

from pupitre.backends.address import Address
from pupitre.backends.port import AccessRefused, SignedIn, Unreachable
from pupitre.wire import codec, translate
from pupitre.wire.http import SessionRequest

WITHIN = 15.0
LARGEST_ANSWER = 1024 * 1024

SENTENCES = {
    "wrong_credentials": "The e-mail or the password is wrong.",
    "slow_down": "Too many attempts: wait {wait} s and try again.",
}


def begin(address: Address, tls: ssl.SSLContext | None, email: str, password: str) -> SignedIn:
    """Exchange a password for a token."""
    try:
        body = codec.encode(SessionRequest(email=email, password=password)).encode()
        session = codec.decode_session(_call(address, tls, "POST", body))
    except codec.Malformed as error:
        raise Unreachable("What answers there is not a server of Pupitre.") from error
    return SignedIn(
        token=session.token,
        expires_at=session.expires_at,
        expert=translate.expert_from_wire(session.expert),
    )


def end(address: Address, tls: ssl.SSLContext | None, token: str) -> None:
    """Make a token worthless; one that is already is no trouble."""
    try:
        _call(address, tls, "DELETE", None, {"Authorization": f"Bearer {token}"})
    except AccessRefused:
        return


def _call(
    address: Address,
    tls: ssl.SSLContext | None,
    method: str,
    body: bytes | None,
    headers: dict[str, str] | None = None,
) -> bytes:
    request = Request(  # noqa: S310 - the address was checked: http or https
        address.session, data=body, method=method, headers=headers or {}
    )
    request.add_header("Content-Type", "application/json")
    try:
        with _opener(address, tls).open(request, timeout=WITHIN) as response:
            answer: bytes = response.read(LARGEST_ANSWER)
            return answer
    except HTTPError as error:
        with error:
            raise _refusal(error.code, error.read(LARGEST_ANSWER), error.headers) from error
    except ssl.SSLCertVerificationError as error:
        raise Unreachable("The server's certificate is not trusted.") from error
    except (URLError, HTTPException, OSError) as error:
        raise Unreachable(_sentence(error)) from error


def _opener(address: Address, tls: ssl.SSLContext | None) -> OpenerDirector:
    """Return an opener that follows no redirection: a password goes where it was meant to."""
    opener = OpenerDirector()
    handlers = [HTTPHandler(), HTTPDefaultErrorHandler(), HTTPErrorProcessor()]
    for handler in [*handlers, ProxyHandler({} if address.is_loopback else None)]:
        opener.add_handler(handler)
    if tls is not None:
        opener.add_handler(HTTPSHandler(context=tls))
    return opener


def _refusal(status: int, body: bytes, headers: Any) -> AccessRefused | Unreachable:
    if status >= 500 or 300 <= status < 400:
        return Unreachable(f"The server answers with an error ({status}).")
    try:
        code = str(json.loads(body)["code"])
    except (ValueError, KeyError, TypeError):
        return Unreachable(f"What answers there is not a server of Pupitre ({status}).")
    wait = headers.get("Retry-After", "60")
    sentence = SENTENCES.get(code, f"The server refused: {code}.")
    return AccessRefused(code, sentence.format(wait=wait))


def _sentence(error: Exception) -> str:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, ssl.SSLCertVerificationError):
        return "The server's certificate is not trusted."
    return f"There is no answer ({reason})."
