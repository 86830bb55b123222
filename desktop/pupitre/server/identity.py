"""Makes ids and secrets: ids sort by their time, secrets are random and kept as hashes."""

import hashlib
import secrets

import uuid6


def fresh_id() -> str:
    """Return a new id, a UUID of version 7."""
    return str(uuid6.uuid7())


def fresh_token() -> str:
    """Return a secret of 256 bits."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> bytes:
    """Return what is kept of a token. It is random: a plain hash cannot be guessed backwards."""
    return hashlib.sha256(token.encode()).digest()
