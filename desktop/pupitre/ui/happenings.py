"""Sentences for the notice at the top of the desk."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from pupitre.client import harmless
from pupitre.client.changes import CaughtUp, CommandRefused, Departed, DiskTroubled, SurveyCame
from pupitre.client.meanwhile import Meanwhile
from pupitre.client.session import Session
from pupitre.client.trouble import Trouble
from pupitre.ui import moments, text
from pupitre.ui.counts import Counts
from pupitre.ui.refusal_text import refusal

translate = QCoreApplication.translate


def refused(session: Session, news: CommandRefused) -> str:
    """Return why something was not done, and about whom."""
    card = session.card(news.conversation) if news.conversation else None
    sentence = refusal(news.code)
    if card is None:
        return sentence
    return translate("Notice", "{name}: {sentence}").format(
        name=text.visitor_name(card.name, card.number), sentence=sentence
    )


def departed(news: Departed, *, drafted: bool = False) -> str:
    """Return who left the desk, and how; what was being written is not lost."""
    sentence = _departed(news)
    return f"{sentence} {translate('Notice', 'Your draft is kept.')}" if drafted else sentence


def _departed(news: Departed) -> str:
    name = text.visitor_name(news.name, news.number)
    sentences = {
        "closed": translate("Notice", "The conversation with {name} is over."),
        "transferred": translate("Notice", "{name} was transferred to a colleague."),
        "released": translate("Notice", "{name} went back to the group."),
        "reassigned": translate("Notice", "Another expert answers {name} now."),
        "gone": translate("Notice", "{name} left your desk while you were away."),
    }
    fallback = translate("Notice", "{name} left your desk.")
    return sentences.get(news.reason, fallback).format(name=name)


def erased() -> str:
    """Return why a conversation cannot be read any more; whose it was is not said again."""
    return translate(
        "Notice", "A visitor’s data was erased: nothing of it is left on this computer either."
    )


def qualify_button() -> str:
    """Return the button that says what a conversation was about (C5)."""
    return translate("Notice", "Say what it was about…")


def read_button() -> str:
    """Return the button that shows a conversation which is not on the desk."""
    return translate("Notice", "Read")


def survey(news: SurveyCame) -> str:
    """Return what a visitor thought of a conversation."""
    name, answer = text.visitor_name(news.name, news.number), news.answer
    if answer.csat is None:
        sentence = translate("Notice", "{name} answered the survey.").format(name=name)
    else:
        sentence = translate("Notice", "{name} gave {score} of 5.").format(
            name=name, score=answer.csat
        )
    if not answer.comment.strip():
        return sentence
    return translate("Notice", "{sentence} “{words}”").format(
        sentence=sentence, words=harmless.line(answer.comment)
    )


def trouble(news: DiskTroubled) -> str:
    """Return why what is written here may be lost, and what helps."""
    match news.trouble:
        case Trouble.FULL:
            return translate(
                "Notice",
                "This computer has no space left: what is not sent would be lost if Pupitre "
                "closed. Make room, and it is kept again by itself.",
            )
        case Trouble.UNWRITABLE:
            return translate(
                "Notice",
                "Pupitre cannot write in its folder: what is not sent would be lost if it closed. "
                "Check the rights of the folder, then start Pupitre again.",
            )
        case Trouble.DAMAGED:
            told = translate(
                "Notice",
                "The copy of your desk on this computer was damaged: it was put aside, and is "
                "fetched again from the server.",
            )
            return f"{told} {Counts.rescued(news.rescued)}" if news.rescued else told
        case None:
            return translate("Notice", "What you write is kept on this computer again.")


def caught_up(news: CaughtUp, now: datetime) -> str:
    """Return what happened while there was no link, the most wanted first."""
    return translate("Notice", "While you were away: {things} — since {time}").format(
        things=", ".join(_things(news.meanwhile)), time=moments.moment_past(news.since, now)
    )


def _things(happened: Meanwhile) -> list[str]:
    told = []
    if happened.messages:
        words = translate("Notice", "{messages} in {conversations}")
        messages, talks = Counts.new_messages(happened.messages), happened.talks
        told.append(words.format(messages=messages, conversations=Counts.conversations(talks)))
    counted = (
        (happened.arrived, Counts.new_conversations),
        (happened.came_back, Counts.came_back),
        (happened.answered, Counts.answered_elsewhere),
        (happened.closed, Counts.closed),
        (happened.transferred, Counts.transferred),
        (happened.released, Counts.given_back),
        (happened.reassigned, Counts.reassigned),
        (happened.gone, Counts.gone),
    )
    told += [say(count) for count, say in counted if count]
    return told or [Counts.smaller_things(happened.others)]
