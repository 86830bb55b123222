"""What the list showed last, kept so that the next start shows it before anything else."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import msgspec

from pupitre.client.availability import Availability
from pupitre.client.card import Card
from pupitre.domain.ids import MissionId
from pupitre.domain.standing import Dot

NAME = "glance"
"""Among the notes of the desk's file."""


class Glance(msgspec.Struct, frozen=True, kw_only=True):
    """Enough for a list that can be read and chosen from."""

    cards: tuple[Card, ...] = ()
    missions: dict[MissionId, str] = {}
    """Their names."""
    you: Availability | None = None


def encode(glance: Glance) -> bytes:
    """Write it as JSON, without the link: nobody knows then who is on the site (V3)."""
    cards = tuple([replace(card, dot=Dot.UNKNOWN) for card in glance.cards])
    return msgspec.json.encode(msgspec.structs.replace(glance, cards=cards), enc_hook=_moment)


def _moment(value: object) -> str:
    """Write a moment of the wire, which is a `datetime` of its own."""
    if isinstance(value, datetime):
        return value.isoformat()
    raise NotImplementedError(type(value))


_decoder = msgspec.json.Decoder(Glance)


def look(path: Path) -> Glance | None:
    """Return what was kept in a desk's file; None: nothing, or nothing that can be read.

    Nobody else has the file open yet; whoever opens it next says what is wrong with it.
    """
    if not path.exists():
        return None
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            found = database.execute("SELECT value FROM notes WHERE name = ?", (NAME,)).fetchone()
        return _decoder.decode(found[0]) if found else None
    except (sqlite3.Error, msgspec.DecodeError):
        return None
