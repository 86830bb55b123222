"""Where a mail's link leads: the page that the visitor was on, if it is one of the mission's."""

from urllib.parse import quote, urlsplit

from pupitre.domain.mission import Mission
from pupitre.domain.people import Page

PARAMETER = "pupitre"
"""The widget reads the token from it, and takes it out of the address."""
_PLAIN = "/%:@!$&'()*+,;=~-._"


def landing(page: Page | None, mission: Mission, server: str) -> str:
    """Return an address on the mission's site, which a visitor's word alone never chooses.

    Only the path of the page is kept: what follows it may hold a session, or lead elsewhere.
    """
    return (
        (page and _on_site(page.url, (*mission.origins, server.rstrip("/"))))
        or (f"{mission.origins[0]}/" if mission.origins else None)
        or f"{server.rstrip('/')}/demo/{quote(mission.id)}"
    )


def with_token(address: str, token: str) -> str:
    """Return the address with the token of a link."""
    return f"{address}?{PARAMETER}={token}"


def _on_site(url: str, origins: tuple[str, ...]) -> str | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    origin = f"{parts.scheme}://{parts.netloc}"
    if origin not in origins:
        return None
    return f"{origin}{quote(parts.path or '/', safe=_PLAIN)}"
