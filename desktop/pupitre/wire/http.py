"""Bodies of the HTTP calls."""

from typing import Annotated

from msgspec import Meta, Struct

from pupitre.wire.instants import Instant
from pupitre.wire.shapes import Expert


class SessionRequest(Struct, frozen=True, kw_only=True):
    """`POST /api/session`: sign in."""

    email: Annotated[str, Meta(min_length=1, max_length=254)]
    password: Annotated[str, Meta(min_length=1, max_length=1024)]


class Session(Struct, frozen=True, kw_only=True):
    """Signed in until `expires_at`."""

    token: str
    expires_at: Instant
    expert: Expert


class Problem(Struct, frozen=True, kw_only=True):
    """Why a call was not carried out."""

    code: str
    message: str = ""
