"""What an expert chose about the desk itself; kept by the application between runs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from pupitre.ui.theme import Scheme

if TYPE_CHECKING:
    from pupitre.domain.pause import PlannedHours


class Language(StrEnum):
    """The language of the screen."""

    SYSTEM = "system"
    FRENCH = "fr"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """The window as its expert left it."""

    geometry: str = ""
    """Where it was, as Qt tells it, in Base64."""
    panes: int = 1
    panel: bool | None = None
    """Whether the visitor panel was asked for, or sent away; None: as the width allows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """The desk as its expert wants it."""

    language: Language = Language.SYSTEM
    scheme: Scheme = Scheme.SYSTEM
    undo: timedelta = timedelta(seconds=5)
    """How long a message can be taken back; zero: it leaves at once."""
    notifications: bool = True
    sounds: bool = True
    spelling: bool = True
    """Whether misspelt words are marked, where the system has a dictionary."""
    autostart: bool = False
    """Whether the desk opens with the session; what the system says of it comes first."""
    updates: bool | None = None
    """Whether new versions are looked for; None: nobody told where."""
    hours: tuple[tuple[int, time, time], ...] = ()
    """Planned work: weekday (0 is Monday), from, to; empty: nothing is planned (P10)."""
    shortcuts: Mapping[str, str] = field(default_factory=dict)
    """Key sequences chosen by the expert, by the action's name; the others keep their own."""

    @property
    def planned(self) -> "PlannedHours | None":
        """The planned hours, if there are any."""
        from pupitre.domain.pause import PlannedHours  # the first window needs no rule

        return PlannedHours(self.hours) if self.hours else None
