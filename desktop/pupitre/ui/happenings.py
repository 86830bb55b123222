"""Sentences for the notice at the top of the desk."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from pupitre.client import harmless
from pupitre.client.changes import CaughtUp, CommandRefused, Departed, SurveyCame
from pupitre.client.meanwhile import Meanwhile
from pupitre.client.session import Session
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
    return f"{sentence} “{harmless.line(answer.comment)}”" if answer.comment.strip() else sentence


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
