"""The tables: what is kept, in one schema for SQLite and PostgreSQL."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)
from typing_extensions import override

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant, kept as whole milliseconds: it sorts the same on every database."""

    impl = BigInteger
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else milliseconds(value)

    @override
    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else _EPOCH + value * _MILLISECOND


def milliseconds(instant: datetime) -> int:
    """Return an instant as it is kept."""
    return (instant - _EPOCH) // _MILLISECOND


metadata = MetaData()
_key = String(64)

roster = Table(
    "roster",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),
)

missions = Table(
    "missions",
    metadata,
    Column("id", _key, primary_key=True),
    Column("settings", LargeBinary, nullable=False),
)

groups = Table(
    "groups",
    metadata,
    Column("id", _key, primary_key=True),
    Column("mission", _key, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("queue_size", Integer, nullable=False),
    Column("position", Integer, nullable=False),
)

experts = Table(
    "experts",
    metadata,
    Column("id", _key, primary_key=True),
    Column("email", String(254), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("password", Text, nullable=False),
    Column("slots", Integer, nullable=False),
    Column("available", Boolean, nullable=False),
    Column("open", Integer, nullable=False),
    Column("last_assigned", Instant),
    Column("away_since", Instant),
)

members = Table(
    "members",
    metadata,
    Column("expert", _key, primary_key=True),
    Column("group", _key, primary_key=True),
    sqlite_with_rowid=False,
)

sessions = Table(
    "sessions",
    metadata,
    Column("token", LargeBinary(32), primary_key=True),
    Column("expert", _key, nullable=False, index=True),
    Column("expires_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)

visitors = Table(
    "visitors",
    metadata,
    Column("id", _key, primary_key=True),
    Column("mission", _key, nullable=False),
    Column("token", LargeBinary(32), nullable=False, unique=True),
    Column("name", Text),
    Column("email", Text),
    Column("language", String(35), nullable=False),
    Column("device", Text, nullable=False),
    Column("block_expert", _key),
    Column("block_at", Instant),
    Column("block_reason", Text),
    Column("block_until", Instant),
    Column("created_at", Instant, nullable=False, index=True),
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", _key, primary_key=True),
    Column("mission", _key, nullable=False),
    Column("group", _key, nullable=False),
    Column("visitor", _key, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("status", String(8), nullable=False),
    Column("owner", _key),
    Column("on_site", Boolean, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("waiting_since", Instant),
    Column("closed_at", Instant),
    Index("conversations_of_visitor", "visitor", "started_at"),
    Index("conversations_of_owner", "owner", "status", "closed_at"),
    Index("conversations_of_mission", "mission", "started_at"),
)
Index("conversations_by_status", conversations.c.status)
Index("conversations_on_site", conversations.c.on_site)

events = Table(
    "events",
    metadata,
    Column("conversation", _key, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("body", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

texts = Table(
    "texts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("conversation", _key, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("folded", Text, nullable=False),
)
"""What search reads from one end to the other; new ones come at the end, and in no index."""

commands = Table(
    "commands",
    metadata,
    Column("id", _key, primary_key=True),
    Column("sender", _key, primary_key=True),
    Column("answer", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False, index=True),
    sqlite_with_rowid=False,
)
"""By their ids first: those sort by time, so that new rows come at the end."""

deadlines = Table(
    "deadlines",
    metadata,
    Column("conversation", _key, primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("at", Instant, nullable=False, index=True),
    sqlite_with_rowid=False,
)

mails = Table(
    "mails",
    metadata,
    Column("conversation", _key, primary_key=True),
    Column("id", _key, nullable=False),
    Column("messages", LargeBinary, nullable=False),
    Column("survey", Boolean, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("next_at", Instant, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("handing", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
"""Written before a mail is sent, gone in the transaction that tells what became of it."""

secrets = Table(
    "secrets",
    metadata,
    Column("name", _key, primary_key=True),
    Column("value", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

attachments = Table(
    "attachments",
    metadata,
    Column("id", _key, primary_key=True),
    Column("uploader", _key, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("media_type", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("width", Integer),
    Column("height", Integer),
    Column("url", Text, nullable=False),
    Column("thumbnail", Text),
    Column("created_at", Instant, nullable=False),
    Column("conversation", _key, index=True),
    sqlite_with_rowid=False,
)
"""Files that were uploaded; without a conversation: no message has used them."""

visitor_keys = Table(
    "visitor_keys",
    metadata,
    Column("token", LargeBinary(32), primary_key=True),
    Column("visitor", _key, nullable=False, index=True),
    Column("created_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
"""Tokens of browsers that came by a mail's link, besides the one of `visitors`."""

erasures = Table(
    "erasures",
    metadata,
    Column("visitor", _key, primary_key=True),
    Column("asked_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
"""Visitors who are to be forgotten, as `pupitre admin` asked."""

remains = Table(
    "remains",
    metadata,
    Column("conversation", _key, primary_key=True),
    sqlite_with_rowid=False,
)
"""Conversations that are erased, whose events are still to be deleted, a few at a time."""
