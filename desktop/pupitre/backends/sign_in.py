"""Signing in and out over HTTP; blocking, so for a thread."""

import ssl

from pupitre.backends import http
from pupitre.backends.address import Address
from pupitre.backends.port import AccessRefused, SignedIn, Unreachable
from pupitre.wire import codec, translate
from pupitre.wire.http import SessionRequest

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
    every = {"Content-Type": "application/json"} | (headers or {})
    asked = http.Call(method=method, url=address.session, body=body, headers=every)
    try:
        return http.call(address, tls, asked)
    except http.Declined as declined:
        raise _refusal(declined.problem) from declined


def _refusal(problem: http.Problem) -> AccessRefused | Unreachable:
    if problem.status >= 500:
        return Unreachable(f"The server answers with an error ({problem.status}).")
    if not problem.code:
        return http.nonsense(problem)
    sentence = SENTENCES.get(problem.code, f"The server refused: {problem.code}.")
    return AccessRefused(problem.code, sentence.format(wait=problem.wait))
