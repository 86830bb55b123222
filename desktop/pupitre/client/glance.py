"""What the list showed last, kept so that the next start shows it before anything else."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pupitre.client.availability import Availability
from pupitre.client.card import Card, Parked
from pupitre.domain.ids import MissionId
from pupitre.domain.standing import CurrentPause, Dot, Status

NAME = "glance"
"""Among the notes of the desk's file."""
_MOMENTS = ("last_at", "waits_since", "left_at", "on_site_since", "closed_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """Enough for a list that can be read and chosen from."""

    cards: tuple[Card, ...] = ()
    missions: Mapping[MissionId, str] = field(default_factory=dict)
    """Their names."""
    you: Availability | None = None


def encode(glance: Glance) -> str:
    """Write it as JSON."""
    return json.dumps(glance, default=_plain, ensure_ascii=False)


def _plain(value: Any) -> object:
    match value:
        case datetime():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case _:
            return {name: getattr(value, name) for name in value.__slots__}


def decode(text: str) -> Glance:
    """Read what `encode` wrote, without the link: nobody knows yet who is on the site (V3)."""
    told = json.loads(text)
    you = told["you"]
    return Glance(
        cards=tuple([_card(it) for it in told["cards"]]),
        missions=told["missions"],
        you=Availability(**you) if you else None,
    )


def _card(told: dict[str, Any]) -> Card:
    parts: dict[str, Any] = {
        "dot": Dot.UNKNOWN,
        "status": Status(told["status"]),
        "target": timedelta(seconds=told["target"]),
        "pause": _pause(told["pause"]),
        "preview_files": tuple(told["preview_files"]),
        "parked": Parked(**told["parked"]),
    }
    return Card(**told | parts | {name: _moment(told[name]) for name in _MOMENTS})


def _pause(told: dict[str, Any] | None) -> CurrentPause | None:
    if told is None:
        return None
    moments = {name: datetime.fromisoformat(told[name]) for name in ("since", "until")}
    return CurrentPause(**told | moments)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def look(path: Path) -> Glance | None:
    """Return what was kept in a desk's file; None: nothing, or nothing that can be read.

    Nobody else has the file open yet; whoever opens it next says what is wrong with it.
    """
    if not path.exists():
        return None
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            found = database.execute("SELECT value FROM notes WHERE name = ?", (NAME,)).fetchone()
        return decode(found[0]) if found else None
    except (sqlite3.Error, KeyError, TypeError, ValueError):
        return None
