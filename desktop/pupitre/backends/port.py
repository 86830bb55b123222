"""What the desk needs of a chat server, whichever it is.

Frames are those of the wire contract: another server's adapter speaks that server's
language outside and this one inside.

    AccessRefused   the server does not let this desk in; trying again will not help
    Unreachable     there is no answer; trying again may help
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from pupitre.domain.people import Expert
from pupitre.wire.expert_frames import FromServer, ToServer


class Capability(StrEnum):
    """What a server may or may not be able to do; the desk hides what it cannot."""

    PAUSE = "pause"
    TRANSFER = "transfer"
    SURVEY = "survey"
    TYPING_PREVIEW = "typing_preview"
    SEARCH = "search"
    STATISTICS = "statistics"
    HISTORY = "history"


EVERYTHING = frozenset(Capability)


class AccessRefused(Exception):
    """The server does not let this desk in."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        """Such as `wrong_credentials`, `not_signed_in`, `slow_down`, `plain_link`."""
        self.sentence = sentence
        """For people, in English."""


class Unreachable(Exception):
    """The server does not answer, or the link to it is lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """A server's leave to be this expert's desk."""

    token: str
    expires_at: datetime
    expert: Expert


class Link(Protocol):
    """A live connection. Every method raises `Unreachable` once it is lost."""

    async def send(self, frame: ToServer) -> None:
        """Hand a frame to the network, in order."""

    async def receive(self) -> FromServer:
        """Wait for the next frame; `AccessRefused` when the server closed for good."""

    async def close(self) -> None:
        """End it; harmless when it is lost already."""


class Backend(Protocol):
    """A way to reach one chat server."""

    @property
    def capabilities(self) -> frozenset[Capability]:
        """Return what this server can do."""

    async def sign_in(self, email: str, password: str) -> SignedIn:
        """Exchange a password for a token; raises `AccessRefused` or `Unreachable`."""

    async def sign_out(self, token: str) -> None:
        """Make the token worthless; raises `Unreachable`."""

    async def open(self) -> Link:
        """Connect; the first frame to send is `Hello`. Raises as `sign_in`."""
