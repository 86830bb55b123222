"""The lines of a thread that are not messages, one sentence for each event."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from pupitre.domain import events as e
from pupitre.domain.ids import ExpertId, GroupId, SubjectId
from pupitre.domain.people import Role
from pupitre.ui import mail_lines, moments, text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What to call the people and things that events name by their ids."""

    visitor: str
    """As in a sentence: "Camille", "Visitor 4821"."""
    you: ExpertId | None = None
    experts: Mapping[ExpertId, str] = field(default_factory=dict)
    groups: Mapping[GroupId, str] = field(default_factory=dict)
    subjects: Mapping[SubjectId, str] = field(default_factory=dict)

    def expert(self, id_: ExpertId | None) -> str:
        """Return a colleague's name."""
        nobody = translate("Thread", "an expert")
        return self.experts.get(id_, nobody) if id_ else nobody

    def group(self, id_: GroupId) -> str:
        """Return a group's name."""
        return self.groups.get(id_, translate("Thread", "the group"))

    def subject_list(self, ids: tuple[SubjectId, ...]) -> str:
        """Return subjects, separated by commas."""
        return ", ".join(self.subjects.get(id_, id_) for id_ in ids)


def line(event: e.Event, names: Names, now: datetime) -> str:
    """Return the event as a sentence; "" for events that have no line (messages, pages, seen)."""
    match event:
        case e.Message() | e.PageChanged() | e.Seen():
            return ""
        case e.Started() | e.VisitorArrived() | e.VisitorLeft() | e.EmailGiven():
            return _visitor(event, names)
        case e.EmailWithdrawn() | e.Mailed() | e.MailFailed():
            return mail_lines.line(event, names.visitor)
        case e.Paused() | e.Resumed():
            return _pause(event, names, now)
        case e.Assigned() | e.Queued() | e.Transferred() | e.Released():
            return _passage(event, names)
        case e.Noted() | e.Blocked():
            return _experts_own(event, names, now)
        case e.Closed() | e.Qualified() | e.SurveyAnswered():
            return _ending(event, names)


def _visitor(
    event: e.Started | e.VisitorArrived | e.VisitorLeft | e.EmailGiven, names: Names
) -> str:
    match event:
        case e.Started(page=page) if page is not None and (page.title or page.url):
            return translate("Thread", "Conversation started from “{page}”").format(
                page=page.title or page.url
            )
        case e.Started():
            return translate("Thread", "Conversation started")
        case e.VisitorArrived():
            return translate("Thread", "{name} is on the site again").format(name=names.visitor)
        case e.VisitorLeft():
            return translate("Thread", "{name} left the site").format(name=names.visitor)
        case e.EmailGiven(email=email):
            return translate("Thread", "{name} left an address: {email}").format(
                name=names.visitor, email=email
            )


def came_back(first: str, left_at: datetime, back_at: datetime) -> str:
    """Return a departure and the return after it as one line."""
    return translate("Thread", "{name} left the site {left} — came back {back}").format(
        name=first, left=moments.clock(left_at), back=moments.clock(back_at)
    )


def _pause(event: e.Paused | e.Resumed, names: Names, now: datetime) -> str:
    match event:
        case e.Paused(until=until, keep=keep, count=count):
            parts = [
                translate("Thread", "Paused until {wake}").format(wake=moments.wake(until, now)),
                text.pause_count(count),
            ]
            if not keep:
                parts.append(translate("Thread", "given back to the group then"))
            return " · ".join(parts)
        case e.Resumed(reason=e.ResumeReason.VISITOR_REPLIED):
            return translate("Thread", "{name} wrote: the pause is over").format(name=names.visitor)
        case e.Resumed(reason=e.ResumeReason.EXPIRED):
            return translate("Thread", "The pause is over")
        case e.Resumed():
            return translate("Thread", "Taken back before the end of the pause")


def _passage(event: e.Assigned | e.Queued | e.Transferred | e.Released, names: Names) -> str:
    match event:
        case e.Assigned(expert=expert, reason=reason):
            return _assigned(expert, reason, names)
        case e.Queued(reason=e.AssignReason.UNAVAILABLE):
            return translate("Thread", "Its expert was away for 24 h: waits in the group")
        case e.Queued():
            return translate("Thread", "Waits in the group for an expert")
        case e.Transferred():
            return _transferred(event, names)
        case e.Released(expert=expert) if expert == names.you:
            return translate("Thread", "You gave it back to the group")
        case e.Released(expert=expert):
            return translate("Thread", "{expert} gave it back to the group").format(
                expert=names.expert(expert)
            )


def _assigned(expert: ExpertId, reason: e.AssignReason, names: Names) -> str:
    if expert != names.you:
        return translate("Thread", "On the desk of {expert}").format(expert=names.expert(expert))
    match reason:
        case e.AssignReason.ROUTED | e.AssignReason.TRANSFERRED:
            return translate("Thread", "On your desk")
        case e.AssignReason.RELEASED:
            return translate("Thread", "On your desk: a colleague gave it back")
        case e.AssignReason.UNAVAILABLE:
            return translate("Thread", "On your desk: its expert was away for 24 h")
        case e.AssignReason.RETURNING:
            return translate("Thread", "On your desk: you answered this visitor before")


def _transferred(event: e.Transferred, names: Names) -> str:
    if event.expert is not None and event.expert == names.you:
        sentence = translate("Thread", "{sender} transferred it to you").format(
            sender=names.expert(event.sender)
        )
    else:
        target = (
            names.expert(event.expert) if event.expert else names.group(event.group or GroupId(""))
        )
        sentence = (
            translate("Thread", "You transferred it to {target}").format(target=target)
            if event.sender == names.you
            else translate("Thread", "{sender} transferred it to {target}").format(
                sender=names.expert(event.sender), target=target
            )
        )
    return _with_words(sentence, event.note)


def _with_words(sentence: str, words: str) -> str:
    if not words:
        return sentence
    return translate("Thread", "{sentence}: “{words}”").format(sentence=sentence, words=words)


def _experts_own(event: e.Noted | e.Blocked, names: Names, now: datetime) -> str:
    match event:
        case e.Noted(expert=expert, text=words):
            writer = (
                translate("Thread", "Your note")
                if expert == names.you
                else translate("Thread", "Note by {expert}").format(expert=names.expert(expert))
            )
            return _with_words(writer, words)
        case e.Blocked(reason=reason, until=None):
            return _with_words(
                translate("Thread", "{name} is blocked").format(name=names.visitor), reason
            )
        case e.Blocked(reason=reason, until=until):
            sentence = translate("Thread", "{name} is blocked until {date}").format(
                name=names.visitor, date=moments.wake(until, now) if until else ""
            )
            return _with_words(sentence, reason)


def _ending(event: e.Closed | e.Qualified | e.SurveyAnswered, names: Names) -> str:
    match event:
        case e.Closed():
            return _closed(event, names)
        case e.Qualified(subjects=subjects, note=note):
            sentence = translate("Thread", "Qualified")
            if subjects:
                sentence = translate("Thread", "Qualified: {subjects}").format(
                    subjects=names.subject_list(subjects)
                )
            return _with_words(sentence, note)
        case e.SurveyAnswered():
            return _survey(event)


def _closed(event: e.Closed, names: Names) -> str:
    match event.by:
        case Role.VISITOR:
            return translate("Thread", "{name} ended the conversation").format(name=names.visitor)
        case Role.SYSTEM:
            sentence = translate("Thread", "Closed")
        case Role.EXPERT if event.expert == names.you:
            sentence = translate("Thread", "You closed the conversation")
        case Role.EXPERT:
            sentence = translate("Thread", "{expert} closed the conversation").format(
                expert=names.expert(event.expert)
            )
    if event.subjects:
        sentence = f"{sentence} · {names.subject_list(event.subjects)}"
    return _with_words(sentence, event.note)


def _survey(event: e.SurveyAnswered) -> str:
    parts = [translate("Thread", "Survey answered")]
    if event.csat is not None:
        parts.append(translate("Thread", "satisfaction {score} of 5").format(score=event.csat))
    if event.nps is not None:
        parts.append(translate("Thread", "recommendation {score} of 10").format(score=event.nps))
    return _with_words(" · ".join(parts), event.comment)
