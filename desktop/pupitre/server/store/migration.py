"""Brings a database to this version's schema, and knows a newer one when it sees it."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection

_SCRIPTS = Path(__file__).parent / "migrations"


class NewerDatabase(Exception):
    """The database was written by a later version of Pupitre."""


def migrate(connection: Connection) -> None:
    """Run what is missing; raise NewerDatabase where this version is the older one."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    current = MigrationContext.configure(connection).get_current_revision()
    head = ScriptDirectory.from_config(config).get_current_head()
    if current == head:
        return
    if current is not None and not _is_known(config, current):
        raise NewerDatabase(current)
    command.upgrade(config, "head")


def _is_known(config: Config, revision: str) -> bool:
    try:
        ScriptDirectory.from_config(config).get_revision(revision)
    except CommandError:
        return False
    return True
