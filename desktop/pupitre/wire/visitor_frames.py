"""Frames of the visitor socket, both ways."""

from typing import Annotated

from msgspec import Meta, Struct

from pupitre.wire.commands import VisitorCommand
from pupitre.wire.instants import Instant
from pupitre.wire.replies import Done, Ping, Pong, Refused
from pupitre.wire.shapes import ClientId, Id, Page, Seq, SurveySettings, Token, Url
from pupitre.wire.visitor_events import VisitorEvent, VisitorReplica


class Hello(Struct, frozen=True, kw_only=True, tag="hello"):
    """The first frame: the mission, and the token of an earlier visit."""

    mission: Id
    visitor: Token | None = None
    page: Page
    language: Annotated[str, Meta(max_length=35)] = "fr"
    name: Annotated[str, Meta(max_length=80)] | None = None
    """What the site calls somebody who is signed in there; experts see it."""
    link: Token | None = None
    """What the address says that a mail's link leads to: the conversation to open."""


class Command(Struct, frozen=True, kw_only=True, tag="command"):
    """Something to do."""

    id: ClientId
    command: VisitorCommand


class Browsed(Struct, frozen=True, kw_only=True, tag="page"):
    """Another page is read; no answer needed."""

    url: Url
    title: Annotated[str, Meta(max_length=500)] = ""


class Writing(Struct, frozen=True, kw_only=True, tag="typing"):
    """The visitor is writing; `text` only where the mission wants a preview."""

    text: Annotated[str, Meta(max_length=5000)] | None = None


class Looked(Struct, frozen=True, kw_only=True, tag="mission"):
    """The page shows what is said of the mission, and would know it afresh."""


ToServer = Hello | Command | Browsed | Writing | Looked | Ping


class VisitorMission(Struct, frozen=True, kw_only=True):
    """A brand, as its visitors need to know it."""

    name: str
    asynchronous: bool = False
    typing_preview: bool = False
    survey: SurveySettings = SurveySettings()
    available: bool = False
    """An expert could take a conversation now, or it may wait for one."""
    consent: str = ""
    legal_url: str = ""
    open: bool = True
    """By its opening hours, which only inform."""
    opens_at: Instant | None = None
    closes_at: Instant | None = None
    mails: bool = False
    """A mail can reach a visitor who leaves an address."""


class Welcome(Struct, frozen=True, kw_only=True, tag="welcome"):
    """The visitor is known by this token from now on."""

    visitor: Token
    now: Instant
    clock_rate: float = 1.0
    mission: VisitorMission
    conversation: VisitorReplica | None = None
    unseen: int = 0
    survey_due: Id | None = None


class Happened(Struct, frozen=True, kw_only=True, tag="event"):
    """An event of the visitor's conversation."""

    conversation: Id
    seq: Seq
    at: Instant
    event: VisitorEvent


class ExpertTyping(Struct, frozen=True, kw_only=True, tag="typing"):
    """An expert is writing."""

    conversation: Id


class MissionTold(Struct, frozen=True, kw_only=True, tag="mission"):
    """The mission as it is now: its hours, and whether anybody is there."""

    mission: VisitorMission


FromServer = Welcome | Done | Refused | Happened | ExpertTyping | MissionTold | Pong
