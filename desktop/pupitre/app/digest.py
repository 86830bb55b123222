"""Short names for long ones: of a desk's door, of an account's file."""

from PySide6.QtCore import QCryptographicHash


def digest(told: str) -> str:
    """Return 16 letters that no other sentence has: the head of its SHA-256.

    Qt's, which is loaded already; Python's loads the whole of OpenSSL, before the first window.
    """
    made = QCryptographicHash.hash(told.encode(), QCryptographicHash.Algorithm.Sha256)
    return bytes(made.toHex().data()).decode()[:16]
