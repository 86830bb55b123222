"""Instants: read with any offset, written one way."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given

from pupitre.wire.instants import Instant
from tests.support.strategies import instants

PARIS = timezone(timedelta(hours=1))


@given(instants)
def test_an_instant_survives_the_wire(instant: Instant) -> None:
    assert Instant.parse(instant.write()) == instant


def test_an_instant_is_written_in_utc_with_milliseconds_and_z() -> None:
    moment = datetime(2026, 11, 22, 16, 47, 0, 123999, tzinfo=PARIS)
    assert Instant.of(moment).write() == "2026-11-22T15:47:00.123Z"
    assert Instant.of(moment.replace(microsecond=0)).write() == "2026-11-22T15:47:00.000Z"


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22T15:47:00.5Z",
        "2026-11-22T16:47:00.500+01:00",
        "2026-11-22t15:47:00.500999z",
        "2026-11-22 15:47:00.5000000001Z",
    ],
)
def test_any_rfc_3339_with_an_offset_is_read(text: str) -> None:
    instant = Instant.parse(text)
    assert instant == datetime(2026, 11, 22, 15, 47, 0, 500_000, tzinfo=UTC)
    assert instant.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22T15:47:00",  # naive
        "2026-11-22",
        "2026-W47-7T15:47:00Z",
        "2026-02-30T00:00:00Z",
        "2026-11-22T24:00:01Z",
        "2026-11-22T15:47:00+25:00",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "٢٠٢٦-11-22T15:47:00Z",
        "now",
        "",
        1795362420,
        None,
    ],
)
def test_anything_else_is_refused_with_a_sentence(text: object) -> None:
    with pytest.raises(ValueError, match="instant"):
        Instant.parse(text)
