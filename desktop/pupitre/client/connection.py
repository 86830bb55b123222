"""The link to the server, as the desk shows it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LinkState(StrEnum):
    """The link to the server, as people understand it."""

    SIGNED_OUT = "signed_out"
    CONNECTING = "connecting"
    CATCHING_UP = "catching_up"
    CONNECTED = "connected"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """The link's state, since when, and what still waits to go out."""

    state: LinkState
    since: datetime
    waiting: int = 0
    """Commands on this computer that leave as soon as they can."""
    parked: int = 0
    """Commands on this computer that wait for their author's word."""
    slow: bool = False
    """Connected, and the server's answers take long to come."""
    refused: str | None = None
    """An English sentence: why the server does not let this desk in; it is not tried again."""
    refused_code: str | None = None

    @property
    def stale(self) -> bool:
        """What is shown may be out of date: dots are unknown."""
        return self.state is not LinkState.CONNECTED
