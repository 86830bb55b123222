"""Hands a mail to the operator's mail server, asking at the last moment whether it may go."""

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from aiosmtplib import SMTP
from aiosmtplib.errors import (
    SMTPConnectError,
    SMTPException,
    SMTPReadTimeoutError,
    SMTPResponseException,
    SMTPServerDisconnected,
)
from typing_extensions import override

from pupitre.domain.events import MailTrouble
from pupitre.server.mail.inert import one_line
from pupitre.server.mail.letter import Letter
from pupitre.server.mail.settings import MailSettings, trust

MayGo = Callable[[], Awaitable[bool]]
PATIENCE = 30.0
"""Real seconds for an answer."""
LONG_PATIENCE = 300.0
"""Real seconds for the answer to the mail itself: giving up on it early makes doubts."""


@dataclass
class NotTaken(Exception):
    """The mail was not taken over, or nobody knows."""

    reason: MailTrouble
    detail: str = ""


class Carrier(Protocol):
    """Where mails leave the server."""

    async def carry(self, letter: Letter, may_go: MayGo) -> bool:
        """Hand a mail over; False where `may_go` holds it back; raise NotTaken."""
        ...


class SmtpCarrier(Carrier):
    """Speaks SMTP, a connection for each mail."""

    def __init__(self, settings: MailSettings) -> None:
        self._settings = settings
        self._trust = None if settings.tls == "none" else trust(settings.ca_file)

    @override
    async def carry(self, letter: Letter, may_go: MayGo) -> bool:
        """Hand a mail over; once its content has begun to leave, no answer is a doubt."""
        async with self._connected() as link:
            with _refusals():
                await _envelope(link, letter)
            if not await may_go():
                return False
            with _refusals(silence=MailTrouble.UNCERTAIN):
                await link.data(letter.content, timeout=LONG_PATIENCE)
        return True

    @contextlib.asynccontextmanager
    async def _connected(self) -> AsyncIterator[SMTP]:
        link = self._link()
        with _refusals():
            await link.connect()
        try:
            yield link
        finally:
            with contextlib.suppress(SMTPException, OSError):
                await link.quit(timeout=2.0)
            link.close()

    def _link(self) -> SMTP:
        it = self._settings
        return SMTP(
            hostname=it.host,
            port=it.port,
            username=it.user,
            password=it.password,
            use_tls=it.tls == "tls",
            start_tls=it.tls == "starttls",
            tls_context=self._trust,
            timeout=PATIENCE,
        )


async def _envelope(link: SMTP, letter: Letter) -> None:
    """Say from whom and to whom; an address with other letters than ASCII needs SMTPUTF8."""
    international = not letter.recipient.isascii()
    if international:
        await link.ehlo()
    if international and not link.supports_extension("smtputf8"):
        raise NotTaken(MailTrouble.REFUSED, "SMTPUTF8")
    options = ["SMTPUTF8"] if international else []
    await link.mail(letter.sender, options=options, encoding="utf-8")
    await link.rcpt(letter.recipient, encoding="utf-8")


@contextlib.contextmanager
def _refusals(silence: MailTrouble = MailTrouble.UNREACHABLE) -> Iterator[None]:
    """Turn what goes wrong with a mail server into NotTaken; `silence`: it did not answer."""
    try:
        yield
    except SMTPConnectError as error:
        raise NotTaken(silence, one_line(str(error))) from None
    except SMTPResponseException as error:
        raise NotTaken(MailTrouble.REFUSED, one_line(f"{error.code} {error.message}")) from None
    except (SMTPServerDisconnected, SMTPReadTimeoutError, OSError) as error:
        raise NotTaken(silence, one_line(str(error))) from None
    except SMTPException as error:
        raise NotTaken(MailTrouble.REFUSED, one_line(str(error))) from None
