"""The tables, and instants in them."""

from datetime import UTC, datetime, timedelta, timezone

from sqlalchemy.dialects import sqlite

from pupitre.server.store.schema import Instant, metadata


def test_an_instant_is_whole_milliseconds_in_utc() -> None:
    kind, dialect = Instant(), sqlite.dialect()
    moment = datetime(2026, 11, 22, 13, 0, 0, 123_000, tzinfo=timezone(timedelta(hours=1)))
    kept = kind.process_bind_param(moment, dialect)
    assert kept == 1_795_348_800_123
    assert kind.process_result_value(kept, dialect) == moment.astimezone(UTC)
    assert kind.process_bind_param(None, dialect) is None


def test_every_table_has_a_key() -> None:
    assert all(table.primary_key.columns for table in metadata.tables.values())
