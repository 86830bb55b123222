"""Instants on the wire: RFC 3339, UTC, whole milliseconds, a final Z."""

import re
from datetime import UTC, datetime
from functools import lru_cache

_RFC_3339 = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]+)?"
    r"(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?"
)
_EXPECTED = "Expected an instant such as 2026-11-22T15:47:00.000Z"


class Instant(datetime):
    """An aware UTC datetime that has whole milliseconds.

    A class of its own, because msgspec writes a plain datetime with as many digits as it has,
    and asks its hooks about a subclass only.
    """

    @classmethod
    def of(cls, moment: datetime) -> "Instant":
        """Return `moment` in UTC, what is finer than a millisecond cut off."""
        if moment.tzinfo is None:
            raise ValueError("Expected an instant with its offset from UTC")
        return _instant(moment)

    @classmethod
    def parse(cls, text: object) -> "Instant":
        """Read RFC 3339 with any offset; a ValueError says what is wrong, for people."""
        if not isinstance(text, str) or not _RFC_3339.fullmatch(text):
            raise ValueError(_EXPECTED)
        try:
            moment = datetime.fromisoformat(text.upper())
        except ValueError:
            raise ValueError(_EXPECTED) from None
        try:
            return cls.of(moment)
        except OverflowError:
            raise ValueError("This instant is outside the calendar") from None

    def write(self) -> str:
        """Return the one form that this project sends."""
        return _written(self)


@lru_cache(maxsize=256)
def _instant(moment: datetime) -> Instant:
    utc = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    return Instant(
        *(utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second),
        utc.microsecond // 1000 * 1000,
        UTC,
    )


@lru_cache(maxsize=256)
def _written(moment: datetime) -> str:
    """Write it once: all that is decided together has one instant, told to many."""
    return moment.isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"
