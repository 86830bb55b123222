"""The lock file: what is pinned, in sections that add up."""

from workshop.places import LOCK

SCOPES = ("run", "test", "build")
"""Each needs its own section of the lock and those before it."""
TITLES = {"run": "# --- To run", "test": "# --- To test", "build": "# --- To build"}


def section(scope: str) -> str:
    """Return the part of the lock that this scope needs."""
    text = LOCK.read_text(encoding="utf-8")
    following = SCOPES[SCOPES.index(scope) + 1 :]
    return text.split(TITLES[following[0]])[0] if following else text
