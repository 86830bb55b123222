"""The way in: the welcome page, the trial, and the account used last."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from enum import StrEnum
from functools import partial

from pupitre.app import trial as trials
from pupitre.app import words
from pupitre.app.entry import Entry, Ticket
from pupitre.app.opening import waiting_words, way_in
from pupitre.app.settings import Account
from pupitre.app.tasks import spawn
from pupitre.app.trial import Trial
from pupitre.backends.port import AccessRefused, Unreachable
from pupitre.ui.views.welcome import Welcome
from pupitre.ui.window import DeskWindow

log = logging.getLogger(__name__)

Work = Callable[[], Awaitable[Ticket | None]]


class Way(StrEnum):
    """How somebody came in."""

    TRIAL = "trial"
    SIGNED_IN = "signed in"
    AGAIN = "again"


class TrialFailed(Exception):
    """The server on this computer does not start; the message says why."""


class SignIn:
    """Lets somebody in, one attempt at a time, and hands over their ticket."""

    def __init__(
        self,
        window: DeskWindow,
        entry: Entry,
        trial: Trial,
        opened: Callable[[Ticket, Way], None],
    ) -> None:
        self._window = window
        self._entry = entry
        self._trial = trial
        self._opened = opened
        self._attempt: asyncio.Task[None] | None = None
        self._account = Account()
        """Whose turn it is."""
        self.page: Welcome | None = None
        """The welcome page, while it is shown."""

    def show(self, account: Account, sentence: str = "") -> Welcome:
        """Show the welcome page, with the account used last and why it is needed again."""
        page = way_in(account)
        self.forget_page()
        self.adopt(page)
        self._window.show_page(page)
        if sentence:
            page.show_error(sentence)
        return page

    def adopt(self, page: Welcome) -> None:
        """Answer this page from now on."""
        self.page = page
        page.trial_asked.connect(self._on_trial)
        page.sign_in_asked.connect(self._on_sign_in)
        page.cancel_asked.connect(self._on_cancel)

    def again(self, account: Account, *, behind: bool = False) -> None:
        """Sign in as last time, without a question where that can be.

        `behind`: what the window shows stays until it succeeds or fails.
        """
        if not behind:
            self.show(account).show_busy(waiting_words(account))
        self._account = account
        self._begin(partial(self._again, account), Way.AGAIN, self._complain)

    def _complain(self, sentence: str) -> None:
        page = self.page or self.show(self._account)
        complain = page.show_trial_error if self._account.is_trial else page.show_error
        complain(sentence)

    def forget_page(self) -> None:
        """Leave no password in memory behind a desk."""
        if self.page is not None:
            self.page.forget_password()
            self.page.setParent(None)
            self.page.deleteLater()
            self.page = None

    def stop(self) -> None:
        """Give up what is under way."""
        if self._attempt is not None:
            self._attempt.cancel()

    def _on_trial(self) -> None:
        if self.page is not None:
            self.page.show_busy(words.starting())
            self._begin(self._try, Way.TRIAL, self.page.show_trial_error)

    def _on_sign_in(self, server: str, email: str, password: str) -> None:
        if self.page is not None:
            self.page.show_busy(words.signing_in())
            account = Account(server=server, email=email)
            sign_in = partial(self._entry.with_password, account, server, password)
            self._begin(sign_in, Way.SIGNED_IN, self.page.show_error)

    def _on_cancel(self) -> None:
        self.stop()
        if self.page is not None:
            self.page.show_ready()

    def _begin(self, work: Work, way: Way, complain: Callable[[str], None]) -> None:
        self.stop()
        self._attempt = spawn(self._let_in(work, way, complain), name=f"sign in: {way}")

    async def _let_in(self, work: Work, way: Way, complain: Callable[[str], None]) -> None:
        try:
            ticket = await work()
        except AccessRefused as refusal:
            complain(words.access_refused(refusal.code, refusal.sentence))
        except Unreachable as reason:
            complain(words.unreachable(str(reason)))
        except TrialFailed as reason:
            complain(words.trial_failed(str(reason)))
        else:
            if ticket is None:
                self._ask_for_password()
            else:
                self._opened(ticket, way)

    def _ask_for_password(self) -> None:
        page = self.page or self.show(self._account)
        page.show_ready()
        page.password.setFocus()

    async def _try(self) -> Ticket:
        """Come in by the password, which is no secret: a kept token may be another server's."""
        address = await self._trial_address()
        return await self._entry.with_password(trials.ACCOUNT, address, trials.PASSWORD)

    async def _again(self, account: Account) -> Ticket | None:
        if account.is_trial:
            return await self._try()
        return await self._entry.again(account, account.server)

    async def _trial_address(self) -> str:
        try:
            return await self._trial.address()
        except Exception as error:
            log.exception("the trial's server did not start")
            raise TrialFailed(str(error)) from error
