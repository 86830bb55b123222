"""Sends what is under way, when its time has come, and tells the conversation what became of it.

What is guaranteed. A mail is written down before anything is sent, marked before its content
leaves, and struck out in the transaction that puts `mailed` or `mail_failed` in the conversation.
So it is sent at least once until the mail server has begun to receive it, and never again from
there unless the mail server itself refuses it. If the server dies, or the link breaks, between the
first byte of the content and the stored answer, nobody can know whether the mail was taken: it is
not sent again, and the thread tells the expert that it may not have arrived. Its Message-ID comes
from the messages that it carries.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from pupitre.domain.events import MailTrouble
from pupitre.server.clock import Clock
from pupitre.server.engine import Engine
from pupitre.server.mail.carrier import Carrier, NotTaken
from pupitre.server.mail.drafts import Drafts
from pupitre.server.mail.inert import one_line
from pupitre.server.mails import Mail
from pupitre.server.metrics import Metrics
from pupitre.server.turns.mail_turns import Failure, HandOver, MailNotTaken, MailsFound, MailTaken
from pupitre.server.turns.turn import OutOfOrder, Turn

AT_ONCE = 4
LONGEST_NAP = 5.0
AFTER_TROUBLE = 1.0
"""Real seconds before the store is asked again."""
STOP_WITHIN = 3.0
"""Real seconds that a mail being handed over is given when the server stops."""
FIRST_DELAY, LONGEST_DELAY = timedelta(minutes=1), timedelta(hours=2)
GIVE_UP_AFTER = timedelta(hours=24)
_log = logging.getLogger(__name__)


def next_attempt(mail: Mail, now: datetime) -> datetime | None:
    """Return when a mail that failed is tried again, ever later; None: it has had its 24 h."""
    end = mail.created_at + GIVE_UP_AFTER
    if now >= end:
        return None
    delay = min(FIRST_DELAY * (1 << min(mail.failures, 10)), LONGEST_DELAY)
    return min(now + delay, end)


class Post:
    """Sends mails, a few at a time, for as long as the server runs."""

    def __init__(
        self, clock: Clock, engine: Engine, metrics: Metrics, drafts: Drafts, carrier: Carrier
    ) -> None:
        self._clock = clock
        self._engine = engine
        self._metrics = metrics
        self._mails = mails = engine.present.mails
        self._drafts = drafts
        self._carrier = carrier
        self._changed = asyncio.Event()
        self._stopping = False
        mails.configured = True
        mails.added = self._changed.set

    async def begin(self) -> None:
        """Take up what was under way when the server stopped, before anything else is due."""
        found = await self._drafts.correspondence.under_way()
        await self._until_stored(lambda: MailsFound(found))

    async def run(self) -> None:
        """Send until asked to stop."""
        while not self._stopping:
            self._changed.clear()
            due = self._mails.due(self._clock.now())[:AT_ONCE]
            if not due:
                await self._nap()
                continue
            async with asyncio.TaskGroup() as tasks:
                for mail in due:
                    tasks.create_task(self._attempt(mail), name="mail")

    def stop(self) -> None:
        """Begin nothing new."""
        self._stopping = True
        self._changed.set()

    async def _nap(self) -> None:
        next_at = self._mails.next_at()
        nap = LONGEST_NAP
        if next_at is not None:
            nap = min(nap, self._clock.real_seconds_until(next_at) + 0.001)
        try:
            async with asyncio.timeout(nap):
                await self._changed.wait()
        except TimeoutError:
            return

    async def _attempt(self, mail: Mail) -> None:
        """Try once; whatever happens, the mail is noted or stays as it was."""
        try:
            await self._try(mail)
        except (OutOfOrder, SQLAlchemyError) as error:
            _log.warning("a mail has to wait for the store: %s", type(error).__name__)
            await asyncio.sleep(AFTER_TROUBLE)
        except Exception:  # noqa: BLE001 -- the other mails must go on
            _log.exception("a mail broke")
            held = self._mails.get(mail.conversation)
            if held and held.handing:
                await self._failed(mail, NotTaken(MailTrouble.UNCERTAIN), None)
            else:
                await self._failed(mail, NotTaken(MailTrouble.REFUSED), self._next(mail))

    async def _try(self, mail: Mail) -> None:
        try:
            letter = await self._drafts.letter(mail)
        except ValueError as error:
            await self._failed(mail, NotTaken(MailTrouble.REFUSED, one_line(str(error))), None)
            return
        recipient = letter.recipient if letter else ""

        async def may_go() -> bool:
            return await self._engine.submit(HandOver(mail, recipient))

        if letter is None:
            await may_go()
            return
        try:
            gone = await self._carrier.carry(letter, may_go)
        except NotTaken as trouble:
            is_sure = trouble.reason is not MailTrouble.UNCERTAIN
            await self._failed(mail, trouble, self._next(mail) if is_sure else None)
            return
        if gone:
            await self._until_stored(lambda: MailTaken(mail))
            self._metrics.mails.labels(outcome="taken").inc()
            _log.info("mail %s was taken", mail.id)

    def _next(self, mail: Mail) -> datetime | None:
        return next_attempt(mail, self._clock.now())

    async def _failed(self, mail: Mail, trouble: NotTaken, again_at: datetime | None) -> None:
        """Note it; without an instant to try again it is given up."""
        self._metrics.mails.labels(outcome=trouble.reason).inc()
        _log.warning("mail %s was not taken: %s%s", mail.id, trouble.reason, _code(trouble))
        failure = Failure(reason=trouble.reason, detail=trouble.detail, again_at=again_at)
        await self._until_stored(lambda: MailNotTaken(mail, failure))

    async def _until_stored(self, turn: Callable[[], Turn[Any]]) -> None:
        """Ask until it is stored: what happened to a mail may not be forgotten."""
        while True:
            try:
                await self._engine.submit(turn())
            except OutOfOrder:
                await asyncio.sleep(AFTER_TROUBLE)
            else:
                return


def _code(trouble: NotTaken) -> str:
    """Return the mail server's code: its words may name the visitor."""
    code = trouble.detail[:3]
    return f" ({code})" if code.isdigit() else ""
