"""`[mail]` of the server's TOML file: which mail server, and as whom."""

import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct
from typing_extensions import override

from pupitre.server.documents import Unreadable

Security = Literal["starttls", "tls", "none"]
_HERE = ("localhost", "127.0.0.1", "::1")


class MailTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[mail]`; without it no mail is sent."""

    host: Annotated[str, Meta(min_length=1)]
    port: Annotated[int, Meta(ge=1, le=65_535)] = 587
    tls: Security = "starttls"
    user: Annotated[str, Meta(min_length=1)] | None = None
    password: str | None = None
    password_file: str | None = None
    """Better than `password`; relative to the folder of the TOML file."""
    sender: Annotated[str, Meta(pattern=r"^[^\s<>@\"(),:;\\]+@[^\s<>@\"(),:;\\]+$")]
    """An address; mails carry the mission's name before it."""
    ca_file: str | None = None
    """Certificates to trust instead of the system's, for a mail server with its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """How mails leave."""

    host: str
    port: int
    sender: str
    tls: Security = "starttls"
    user: str | None = None
    password: str | None = None
    ca_file: Path | None = None

    @override
    def __repr__(self) -> str:
        """Leave the password out of logs and tracebacks."""
        return f"MailSettings({self.user or ''}@{self.host}:{self.port}, {self.tls})"


def mail_settings(table: MailTable, folder: Path) -> MailSettings:
    """Read what the table points to; raise Unreadable with one sentence."""
    password = _password(table, folder)
    if table.user and password is None:
        raise Unreadable("[mail]: “user” needs a “password_file” or a “password”.")
    if table.user and table.tls == "none" and table.host not in _HERE:
        raise Unreadable("[mail]: a password is never sent without TLS: set “tls”, or drop “user”.")
    ca_file = folder / Path(table.ca_file).expanduser() if table.ca_file else None
    try:
        trust(ca_file)
    except OSError as error:
        reason = error.strerror or "it holds no certificate"
        raise Unreadable(f"[mail]: {ca_file} cannot be used: {reason}.") from None
    return MailSettings(
        host=table.host,
        port=table.port,
        sender=table.sender,
        tls=table.tls,
        user=table.user,
        password=password,
        ca_file=ca_file,
    )


def trust(ca_file: Path | None) -> ssl.SSLContext:
    """Return whom to trust: the system's authorities, or those of a file."""
    return ssl.create_default_context(cafile=ca_file)


def _password(table: MailTable, folder: Path) -> str | None:
    if table.password_file is None:
        return table.password
    if table.password is not None:
        raise Unreadable("[mail]: “password” and “password_file” are two ways to say one thing.")
    file = folder / Path(table.password_file).expanduser()
    try:
        return file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not text"
        raise Unreadable(f"[mail]: {file} cannot be read: {reason}.") from None
