"""The lines of a thread that tell of mail: sent, not sent, not wanted."""

from PySide6.QtCore import QCoreApplication

from pupitre.domain import events as e
from pupitre.ui.counts import Counts

translate = QCoreApplication.translate


def line(event: e.EmailWithdrawn | e.Mailed | e.MailFailed, visitor: str) -> str:
    """Return the event as a sentence."""
    match event:
        case e.EmailWithdrawn():
            return translate("Mail", "{name} wants no more e-mail").format(name=visitor)
        case e.Mailed():
            return _sent(event)
        case e.MailFailed():
            sentence = _not_sent(event)
            words = event.detail
            if not words:
                return sentence
            return translate("Mail", "{sentence}: “{words}”").format(sentence=sentence, words=words)


def _sent(event: e.Mailed) -> str:
    survey = translate("Mail", "Survey sent by e-mail")
    if not event.messages:
        return survey
    replies = Counts.mailed(len(event.messages))
    if not event.survey:
        return replies
    return translate("Mail", "{replies}, with the survey").format(replies=replies)


def _not_sent(event: e.MailFailed) -> str:
    match event.reason:
        case e.MailTrouble.UNCERTAIN:
            return translate(
                "Mail", "The e-mail may not have arrived: the link broke while it was being sent"
            )
        case e.MailTrouble.REFUSED if event.again:
            return translate("Mail", "E-mail refused for now, it will be tried again for 24 h")
        case e.MailTrouble.REFUSED:
            return translate("Mail", "E-mail not sent: it was refused")
        case e.MailTrouble.UNREACHABLE if event.again:
            return translate(
                "Mail", "E-mail not sent yet: the mail server cannot be reached, tried for 24 h"
            )
        case e.MailTrouble.UNREACHABLE:
            return translate(
                "Mail", "E-mail not sent: the mail server could not be reached for 24 h"
            )
