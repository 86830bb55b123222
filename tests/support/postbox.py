"""A real mail server for tests: keeps what it takes, and refuses or breaks when told to."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from pupitre.server.mail.settings import MailSettings
from tests.support.patience import LONG

TAKEN = "250 Taken"
Say = Callable[[Envelope], str]


@dataclass
class Postbox:
    """What came, and what the next mails are answered."""

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    attempts: int = 0
    """How often somebody wanted to hand a mail over, taken or not."""
    answer: str = TAKEN
    to_recipient: str = "250 OK"
    cut: bool = False
    """Break the link instead of answering."""
    ids: list[str] = field(default_factory=list)
    """The Message-ID of every mail that was sent, taken or not."""
    hold: asyncio.Event | None = None
    """The answer waits for it."""
    logins: list[tuple[str, str]] = field(default_factory=list)
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def handle_RCPT(  # noqa: N802 -- aiosmtpd's name
        self, server: Any, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Accept a recipient, or not."""
        if self.to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        else:
            await self._note()
        return self.to_recipient

    async def handle_DATA(  # noqa: N802 -- aiosmtpd's name
        self, server: Any, session: Session, envelope: Envelope
    ) -> str:
        """Take a mail, or not."""
        content = envelope.content
        assert isinstance(content, bytes)
        letter = message_from_bytes(content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.ids.append(str(letter["Message-ID"]))
        if self.answer.startswith("250"):
            self.letters.append(letter)
            self.recipients += envelope.rcpt_tos
        await self._note()
        if self.cut:
            server.transport.abort()
        if self.hold:
            await self.hold.wait()
        return self.answer

    def authenticate(
        self, server: Any, session: Any, envelope: Any, how: str, data: Any
    ) -> AuthResult:
        """Take any name whose password is right."""
        assert isinstance(data, LoginPassword)
        self.logins.append((data.login.decode(), data.password.decode()))
        return AuthResult(success=data.password == b"right", handled=False)

    async def _note(self) -> None:
        async with self._changed:
            self.attempts += 1
            self._changed.notify_all()

    async def tried(self, times: int) -> None:
        """Wait until somebody has tried so often."""
        async with asyncio.timeout(LONG), self._changed:
            await self._changed.wait_for(lambda: self.attempts >= times)

    async def letter(self, number: int = 1) -> EmailMessage:
        """Return the first mail that was taken, or a later one."""
        async with asyncio.timeout(LONG), self._changed:
            await self._changed.wait_for(lambda: len(self.letters) >= number)
        return self.letters[number - 1]

    @property
    def settings(self) -> MailSettings:
        """How a server reaches it without TLS."""
        return MailSettings(
            host="127.0.0.1", port=self.port, sender="chat@velo.example", tls="none"
        )


@asynccontextmanager
async def postbox(
    port: int = 0, box: Postbox | None = None, **options: Any
) -> AsyncIterator[Postbox]:
    """Open a mail server on a port; again on the same one after it was shut."""
    box = box or Postbox()
    tls: ssl.SSLContext | None = options.pop("implicit_tls", None)

    def spoken() -> SMTP:
        return SMTP(box, hostname="postbox.test", **({"enable_SMTPUTF8": True} | options))

    server = await asyncio.get_running_loop().create_server(spoken, "127.0.0.1", port, ssl=tls)
    box.port = server.sockets[0].getsockname()[1]
    try:
        yield box
    finally:
        server.close()
        await server.wait_closed()


def text_of(letter: EmailMessage) -> str:
    """Return the text part."""
    part = letter.get_body(("plain",))
    assert part
    return str(part.get_content()).replace("\r\n", "\n")


def html_of(letter: EmailMessage) -> str:
    """Return the HTML part."""
    part = letter.get_body(("html",))
    assert part
    return str(part.get_content()).replace("\r\n", "\n")


def link_in(letter: EmailMessage) -> str:
    """Return the address that the mail's button leads to."""
    lines = [line for line in text_of(letter).splitlines() if "?pupitre=" in line]
    assert len(lines) == 1, lines
    return lines[0]
