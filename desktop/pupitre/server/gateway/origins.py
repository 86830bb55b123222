"""Which sites may speak to the server: those that a mission allows, and the server's own pages."""

from collections.abc import Iterable, Mapping

from pupitre.domain.mission import Mission


def is_welcome(missions: Iterable[Mission], headers: Mapping[str, str]) -> bool:
    """Check the origin: a browser always says it, and only browsers need the check."""
    origin = headers.get("origin")
    if origin is None:
        return True
    own = headers.get("host", "")
    if origin in (f"http://{own}", f"https://{own}"):
        return True
    return any(origin in mission.origins for mission in missions)
