"""What the desk needs of a chat server, whichever it is.

Frames are those of the wire contract: another server's adapter speaks that server's
language outside and this one inside.

    AccessRefused   the server does not let this desk in; trying again will not help
    UploadRefused   the server does not take this file, or not now
    FileGone        the server has no such file any more
    Unreachable     there is no answer; trying again may help
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from pupitre.domain.attachments import Attachment
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
    ATTACHMENTS = "attachments"


EVERYTHING = frozenset(Capability)


class AccessRefused(Exception):
    """The server does not let this desk in."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        """Such as `wrong_credentials`, `not_signed_in`, `slow_down`, `plain_link`."""
        self.sentence = sentence
        """For people, in English."""


class UploadRefused(Exception):
    """The server does not take a file."""

    def __init__(self, code: str, sentence: str, wait: float | None = None) -> None:
        super().__init__(sentence)
        self.code = code
        """Such as `too_large`, `wrong_type`, `storage`, `slow_down`."""
        self.sentence = sentence
        """For people, in English."""
        self.wait = wait
        """Seconds after which trying again may help; None: it will not."""


class FileGone(Exception):
    """The server has no such file any more, or never had."""


class Unreachable(Exception):
    """The server does not answer, or the link to it is lost."""


Progress = Callable[[int, int], None]
"""Told on the loop how many bytes have left, of how many."""


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

    async def upload(self, token: str, source: Path, name: str, progress: Progress) -> Attachment:
        """Send a file, to be named in a message; cancelling the task breaks it off.

        Raises `UploadRefused`, `AccessRefused`, `Unreachable`, or `OSError` for the file itself.
        """

    async def fetch(self, path: str) -> bytes:
        """Return a file or its thumbnail; raises `FileGone` or `Unreachable`.

        `path` is an attachment's `url` or `thumbnail`; nothing else is fetched.
        """
