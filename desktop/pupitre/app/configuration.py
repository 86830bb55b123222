"""The server's TOML file and command line, made one: the command line wins."""

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeVar

from msgspec import Meta, Struct, field

from pupitre.app.folders import Folders, try_to_write
from pupitre.server.documents import Unreadable, read_toml
from pupitre.server.house import Limits
from pupitre.server.mail.settings import MailSettings, MailTable, mail_settings
from pupitre.server.store.database import address_in

PORT = 8420
T = TypeVar("T")


class ServerTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[server]`."""

    host: str = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65_535)] = PORT
    data: str | None = None
    database: str | None = None
    clock_rate: Annotated[float, Meta(gt=0)] = 1.0
    public_address: Annotated[str, Meta(pattern=r"^https?://.+$")] | None = None
    """What sites reach the server by; the widget derives it where this is not set."""
    behind_proxy: bool = False
    """Believe a reverse proxy about whom a request comes from."""


class LimitsTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[limits]`."""

    connections_per_address: Annotated[int, Meta(ge=1)] = 2_000
    rates: Annotated[float, Meta(gt=0)] = 1.0
    """How many times more frames, messages and queries than usual are let through."""
    spare: Annotated[int, Meta(ge=0)] = Limits().spare
    """Bytes of the disk that files leave free, for what people write."""


class ServerFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file."""

    server: ServerTable = field(default_factory=ServerTable)
    limits: LimitsTable = field(default_factory=LimitsTable)
    mail: MailTable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """What the server is started with."""

    host: str
    port: int
    data: Path | None
    """The folder to keep data in; None: the database is elsewhere, and there are no files."""
    database: str
    clock_rate: float
    public: str | None
    behind_proxy: bool
    limits: Limits
    mail: MailSettings | None = None


def configuration(options: argparse.Namespace, temporary: Path | None = None) -> Configuration:
    """Merge file and command line; `temporary` is where data goes that nobody placed."""
    file = read_toml(options.config, ServerFile) if options.config else ServerFile()
    data, database = _storage(options, file.server, temporary)
    return Configuration(
        host=_first(getattr(options, "host", None), file.server.host),
        port=_first(getattr(options, "port", None), file.server.port),
        data=data,
        database=database,
        clock_rate=_first(getattr(options, "clock_rate", None), file.server.clock_rate),
        public=_with_slash(file.server.public_address),
        behind_proxy=file.server.behind_proxy,
        limits=Limits(
            connections_per_address=file.limits.connections_per_address,
            rates=file.limits.rates,
            spare=file.limits.spare,
        ),
        mail=mail_settings(file.mail, options.config.parent) if file.mail else None,
    )


def _storage(
    options: argparse.Namespace, table: ServerTable, temporary: Path | None
) -> tuple[Path | None, str]:
    """Return the folder and the database, which is in the folder unless it is named."""
    placed = options.data or (Path(table.data).expanduser() if table.data else None)
    if options.database:
        return placed, options.database
    if options.data is None and table.database:
        return placed, table.database
    folder = placed or temporary or Folders.usual().server
    return folder, address_in(folder)


def _first(given: T | None, otherwise: T) -> T:
    return otherwise if given is None else given


def _with_slash(address: str | None) -> str | None:
    return address.rstrip("/") + "/" if address else None


def make_folder(folder: Path | None) -> None:
    """Create the data folder, for its owner only; raise Unreadable where it cannot be written."""
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        try_to_write(folder)
    except OSError as error:
        raise Unreadable(f"The folder {folder} cannot be written: {error.strerror}.") from None
