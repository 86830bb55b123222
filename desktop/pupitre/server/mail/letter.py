"""Writes a mail: headers, text and HTML, the same each time it is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from pupitre.server.mail.inert import inert, one_line
from pupitre.server.mail.shades import text_on
from pupitre.server.mail.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A file of a message: the mail names it and leads to it."""

    name: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A message to send along: who wrote it, and what."""

    expert: str
    text: str
    files: Sequence[Enclosure] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything that a mail says."""

    id: str
    """The same for the same messages: a mail server that meets it twice can tell."""
    date: datetime
    sender: str
    recipient: str
    words: Words
    mission: str
    mark: str
    colour: str
    replies: Sequence[Reply]
    survey: bool
    link: str
    stop: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A mail as it is handed over."""

    sender: str
    recipient: str
    content: bytes


class Writer:
    """Fills the templates of `resources/mail`. Nothing that a visitor typed is ever in a mail."""

    def __init__(self, templates: Path) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(templates),
            autoescape=select_autoescape(enabled_extensions=("html",)),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def letter(self, draft: Draft) -> Letter:
        """Write a mail; raise ValueError where an address cannot stand in a header."""
        mail = EmailMessage(policy=SMTP if draft.recipient.isascii() else SMTPUTF8)
        mission = one_line(draft.mission)
        mail["From"] = Address(mission, addr_spec=draft.sender)
        mail["To"] = _recipient(draft.recipient)
        mail["Subject"] = self._subject(draft, mission)
        mail["Date"] = format_datetime(draft.date)
        mail["Message-ID"] = f"<{draft.id}@{draft.sender.rpartition('@')[2]}>"
        mail["List-Unsubscribe"] = f"<{draft.stop}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        mail["Auto-Submitted"] = "auto-generated"
        mail["Content-Language"] = draft.words.language
        said = self._said(draft, mission)
        mail.set_content(self._page("letter.txt", said), cte="quoted-printable")
        mail.add_alternative(
            self._page("letter.html", said), subtype="html", cte="quoted-printable"
        )
        mail.set_boundary(f"=_{draft.id}")
        return Letter(sender=draft.sender, recipient=draft.recipient, content=mail.as_bytes())

    def page(self, name: str, **values: object) -> str:
        """Fill the template of a page that a mail's link leads to."""
        return self._page(name, values)

    def _page(self, name: str, values: dict[str, object]) -> str:
        return self._templates.get_template(name).render(values)

    def _subject(self, draft: Draft, mission: str) -> str:
        several = min(len(draft.replies), 2)
        name = ("subject_survey", "subject_one", "subject_many")[several]
        return draft.words.say(name, mission=mission, count=len(draft.replies))

    def _said(self, draft: Draft, mission: str) -> dict[str, object]:
        replies = [
            Reply(
                expert=one_line(reply.expert),
                text=inert(reply.text),
                files=[Enclosure(name=one_line(file.name), link=file.link) for file in reply.files],
            )
            for reply in draft.replies
        ]
        return {
            "words": draft.words,
            "mission": mission,
            "mark": one_line(draft.mark),
            "colour": draft.colour,
            "on_colour": text_on(draft.colour),
            "replies": replies,
            "survey": draft.survey,
            "link": draft.link,
            "stop": draft.stop,
            "until": draft.words.day(draft.until),
        }


def _recipient(address: str) -> Address:
    """Return an address for a header; raise ValueError where it is none, or more than one."""
    if address.isascii():
        return Address(addr_spec=address)
    name, _, domain = address.rpartition("@")
    return Address(username=name, domain=domain)
