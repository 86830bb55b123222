"""What becomes of a mail: commissioned, about to go, taken, not taken, not wanted any more."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from typing_extensions import override

from pupitre.domain.commands import ConfirmMail, ReportMailFailure, SendMail, WithdrawEmail
from pupitre.domain.events import Mailed, MailTrouble
from pupitre.domain.ids import ConversationId
from pupitre.domain.lifecycle import decide
from pupitre.domain.mailing import is_wanted
from pupitre.domain.people import SYSTEM, VISITOR
from pupitre.domain.refusals import Refused
from pupitre.domain.scene import Scene
from pupitre.server.acts import carry_out
from pupitre.server.dues import index
from pupitre.server.loader import Loader
from pupitre.server.mails import Mail
from pupitre.server.round import Round
from pupitre.server.talks import Talk
from pupitre.server.turns.turn import Turn


def commission(round_: Round, talk: Talk) -> bool:
    """Put a mail under way if one is due; it is written down before anything is sent (V5, C4)."""
    mails, state = round_.present.mails, talk.state
    if not mails.configured or mails.get(state.id) or mails.is_here(state.visitor):
        return False
    mission = round_.present.floor.missions[state.mission]
    decision = decide(state, SendMail(), Scene(now=round_.now, actor=SYSTEM, mission=mission))
    if isinstance(decision, Refused):
        return False
    for content in decision:
        assert isinstance(content, Mailed)  # noqa: S101 -- SendMail decides nothing else
        mail = Mail(
            conversation=state.id, content=content, created_at=round_.now, next_at=round_.now
        )
        round_.mail(state.id, mail)
    round_.put(index(round_, talk))
    return True


class _AboutMail(Turn[bool]):
    """Something about a mail that may have been given up meanwhile."""

    def __init__(self, mail: Mail) -> None:
        super().__init__()
        self.mail = mail

    @override
    async def prepare(self, loader: Loader) -> None:
        await loader.talks([self.mail.conversation])

    def held(self, round_: Round) -> tuple[Mail, Talk] | None:
        """Return the mail as it stands, and its conversation."""
        mail = round_.present.mails.get(self.mail.conversation)
        talk = round_.present.talk(self.mail.conversation)
        return (mail, talk) if mail and talk and mail.id == self.mail.id else None


class HandOver(_AboutMail):
    """A mail is about to go: the last moment to hold it back. From here on it is never sent again.

    True: it is written down that it is being handed over. False: nobody wants it any more.
    """

    def __init__(self, mail: Mail, recipient: str) -> None:
        super().__init__(mail)
        self._recipient = recipient

    @override
    def take(self, round_: Round) -> bool:
        held = self.held(round_)
        if held is None:
            return False
        mail, talk = held
        if self._is_wanted(round_, mail, talk):
            round_.mail(mail.conversation, replace(mail, handing=True))
            return True
        round_.mail(mail.conversation, None)
        round_.put(index(round_, talk))
        return False

    def _is_wanted(self, round_: Round, mail: Mail, talk: Talk) -> bool:
        state, present = talk.state, round_.present
        guest = present.guests.get(state.visitor)
        reachable = guest is not None and guest.email and state.email == self._recipient
        is_here = present.mails.is_here(state.visitor)
        return bool(reachable) and not is_here and is_wanted(state, mail.content)


class MailTaken(_AboutMail):
    """The mail server has taken it: the thread says so, in the transaction that ends the mail."""

    @override
    def take(self, round_: Round) -> bool:
        held = self.held(round_)
        if held is None:
            return False
        mail, talk = held
        round_.mail(mail.conversation, None)
        carry_out(round_, talk, ConfirmMail(mail=mail.content), SYSTEM)
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a mail was not taken, and when it is tried again; None: never."""

    reason: MailTrouble
    detail: str = ""
    again_at: datetime | None = None


class MailNotTaken(_AboutMail):
    """The mail server has not taken it; the thread tells the first failure and the last."""

    def __init__(self, mail: Mail, failure: Failure) -> None:
        super().__init__(mail)
        self._failure = failure

    @override
    def take(self, round_: Round) -> bool:
        held = self.held(round_)
        if held is None:
            return False
        mail, talk = held
        at = self._failure.again_at
        failures = mail.failures + 1
        again = replace(mail, handing=False, failures=failures, next_at=at) if at else None
        round_.mail(mail.conversation, again)
        if at is None or failures == 1:
            _tell(round_, talk, mail, self._failure)
        else:
            round_.put(index(round_, talk))
        return True


def _tell(round_: Round, talk: Talk, mail: Mail, failure: Failure) -> None:
    report = ReportMailFailure(
        mail=mail.content,
        reason=failure.reason,
        detail=failure.detail,
        again=failure.again_at is not None,
    )
    carry_out(round_, talk, report, SYSTEM)


class MailsFound(Turn[None]):
    """The server starts: what was being handed over when it stopped may have gone, or not."""

    def __init__(self, mails: Sequence[Mail]) -> None:
        super().__init__()
        self._mails = mails

    @override
    async def prepare(self, loader: Loader) -> None:
        await loader.talks([mail.conversation for mail in self._mails])

    @override
    def take(self, round_: Round) -> None:
        for mail in self._mails:
            talk = round_.present.talk(mail.conversation)
            if talk is None or mail.handing:
                round_.mail(mail.conversation, None)
            else:
                round_.mail(mail.conversation, mail)
            if talk and mail.handing:
                _tell(round_, talk, mail, Failure(reason=MailTrouble.UNCERTAIN))


class VisitorWantsNoMail(Turn[bool]):
    """The visitor followed a mail's unsubscribe link; False: there is no such conversation."""

    def __init__(self, conversation: ConversationId) -> None:
        super().__init__()
        self._conversation = conversation

    @override
    async def prepare(self, loader: Loader) -> None:
        await loader.talks([self._conversation])
        if guest := loader.guest_of(self._conversation):
            await loader.guest(guest.id)

    @override
    def take(self, round_: Round) -> bool:
        present = round_.present
        talk = present.talk(self._conversation)
        if talk is None:
            return False
        guest = present.guests.get(talk.state.visitor)
        for id_ in dict.fromkeys((talk.state.id, guest.latest if guest else None)):
            if each := present.talk(id_):
                carry_out(round_, each, WithdrawEmail(), VISITOR)
        return True
