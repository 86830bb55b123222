"""The lock file: what is pinned, in sections that add up."""

from workshop.places import LOCK

SCOPES = ("run", "test", "build", "scale")
"""Each needs its own section of the lock and those before it."""
TITLES = {scope: f"# --- To {scope}" for scope in SCOPES}


def section(scope: str) -> str:
    """Return the part of the lock that this scope needs."""
    text = LOCK.read_text(encoding="utf-8")
    following = SCOPES[SCOPES.index(scope) + 1 :]
    return text.split(TITLES[following[0]])[0] if following else text
