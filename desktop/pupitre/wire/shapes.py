"""Shapes that frames carry: experts, missions, visitors, and the limits of ids and names."""

from typing import Annotated

from msgspec import Meta, Struct

from pupitre.domain.attachments import MAX_PER_MESSAGE
from pupitre.wire.instants import Instant

Id = Annotated[str, Meta(min_length=1, max_length=64)]
"""An identifier of the server's; opaque to everybody else."""
ClientId = Annotated[
    str,
    Meta(
        min_length=36,
        max_length=36,
        pattern="^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
        description="A UUID of any version, made by the client; version 7 where it can.",
    ),
]
"""An identifier made by a client. Compared as text: send it again as it was."""
Name = Annotated[str, Meta(max_length=200)]
Token = Annotated[str, Meta(min_length=1, max_length=512)]
Url = Annotated[str, Meta(max_length=2048)]
Seq = Annotated[int, Meta(ge=0, le=2**53 - 1)]
"""A number of an event in its conversation; JavaScript can hold it."""
Csat = Annotated[int, Meta(ge=1, le=5)]
Nps = Annotated[int, Meta(ge=0, le=10)]
FileIds = Annotated[tuple[Id, ...], Meta(max_length=MAX_PER_MESSAGE)]
"""Files of one message."""
Ids = Annotated[tuple[Id, ...], Meta(max_length=100)]


class Page(Struct, frozen=True, kw_only=True):
    """A page of the mission's site."""

    url: Url
    title: Annotated[str, Meta(max_length=500)] = ""


class Attachment(Struct, frozen=True, kw_only=True):
    """A file in a message; `url` and `thumbnail` begin at the server's address."""

    id: Id
    name: str = ""
    media_type: str = ""
    size: int = 0
    url: str = ""
    width: int | None = None
    height: int | None = None
    thumbnail: str | None = None


class Expert(Struct, frozen=True, kw_only=True):
    """Somebody who answers visitors."""

    id: Id
    name: str
    email: str
    groups: tuple[Id, ...]
    slots: int = 4
    available: bool = False
    connected: bool = False
    open: int = 0


class Group(Struct, frozen=True, kw_only=True):
    """Experts of one mission that receive the same conversations."""

    id: Id
    name: str
    queue_size: int = 0


class Subject(Struct, frozen=True, kw_only=True):
    """What a conversation was about; one with children cannot be chosen itself."""

    id: Id
    name: str
    children: tuple["Subject", ...] = ()


class CannedReply(Struct, frozen=True, kw_only=True):
    """A prepared text."""

    name: str
    text: str


class SurveySettings(Struct, frozen=True, kw_only=True):
    """Which questions the visitor is asked."""

    csat: bool = True
    nps: bool = False
    comment: bool = True


class Targets(Struct, frozen=True, kw_only=True):
    """How soon visitors should be answered, in seconds."""

    first: float = 30.0
    next: float = 50.0


class Mission(Struct, frozen=True, kw_only=True):
    """A brand, as an expert needs to know it."""

    id: Id
    name: str
    mark: str
    colour: str
    groups: tuple[Group, ...]
    subjects: tuple[Subject, ...] = ()
    subjects_required: bool = False
    canned: tuple[CannedReply, ...] = ()
    asynchronous: bool = False
    typing_preview: bool = False
    survey: SurveySettings = SurveySettings()
    max_slots: int = 4
    targets: Targets = Targets()
    mails: bool = False


class Visitor(Struct, frozen=True, kw_only=True):
    """Somebody on a mission's site."""

    id: Id
    name: str | None = None
    email: str | None = None
    on_site: bool = False
    left_at: Instant | None = None
    language: str = "fr"
    device: str = ""
    page: Page | None = None
