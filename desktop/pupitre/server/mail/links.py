"""Signed links: which conversation a mail's link opens, or whose mail it stops, and until when."""

import base64
import binascii
import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from pupitre.domain.ids import ConversationId

LONGEST = 512


class Purpose(StrEnum):
    """What a link is for; one cannot stand for another."""

    OPEN = "open"
    """Open the conversation on the mission's site."""
    STOP = "stop"
    """Send no more mail."""


@dataclass(frozen=True, slots=True)
class Seal:
    """Signs and checks with a key that only the server's store has."""

    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def sign(self, purpose: Purpose, conversation: ConversationId, until: datetime) -> str:
        """Return a token for a link, good until an instant."""
        said = f"{purpose}:{int(until.timestamp())}:{conversation}".encode()
        return f"{_text(said)}.{_text(self._mac(said))}"

    def opened(self, token: str, purpose: Purpose, now: datetime) -> ConversationId | None:
        """Return the conversation; None where it is forged, expired, or for something else."""
        said, mac = (_bytes(part) for part in (*token[:LONGEST].split(".", 1), "")[:2])
        if not said or not mac or not hmac.compare_digest(self._mac(said), mac):
            return None
        kind, until, conversation = said.decode().split(":", 2)
        if kind != purpose or datetime.fromtimestamp(int(until), UTC) <= now:
            return None
        return ConversationId(conversation)

    def _mac(self, said: bytes) -> bytes:
        return hmac.new(self.key, said, hashlib.sha256).digest()


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    """Read base64; what is none is nothing."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return b""
