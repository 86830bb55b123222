"""A mission's TOML file: what its owner may write in it."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Meta, Struct, field

from pupitre.domain.checks import TEXT_LIMIT
from pupitre.domain.ids import GroupId, MissionId, SubjectId
from pupitre.domain.mission import (
    CannedReply,
    Consent,
    Group,
    Mission,
    OpeningHours,
    Subject,
    SurveySettings,
    Targets,
)
from pupitre.server.documents import Unreadable, read_toml

Id = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^[a-z0-9][a-z0-9_-]*$")]
Text = Annotated[str, Meta(min_length=1, max_length=200)]
Origin = Annotated[str, Meta(pattern=r"^https?://[^/]+$")]


Hour = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")]


Line = Annotated[str, Meta(max_length=500)]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}$")]


class GroupEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[groups]]`."""

    id: Id
    name: Text
    queue_size: Annotated[int, Meta(ge=0, le=10_000)] = 0


class SubjectEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[subjects]]`; one with `children` only sorts them."""

    id: Id
    name: Text
    children: tuple["SubjectEntry", ...] = ()


class CannedEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[canned]]`."""

    name: Text
    text: Annotated[str, Meta(min_length=1, max_length=TEXT_LIMIT)]


class SurveyTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[survey]`."""

    csat: bool = True
    nps: bool = False
    comment: bool = True


class TargetsTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[targets]`, in seconds."""

    first: Annotated[float, Meta(gt=0)] = 30
    next: Annotated[float, Meta(gt=0)] = 50


class HoursEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[hours]]`: days are 1 (Monday) to 7 (Sunday)."""

    days: Annotated[tuple[Annotated[int, Meta(ge=1, le=7)], ...], Meta(min_length=1)]
    start: Hour
    end: Hour


class MissionFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file."""

    id: Id
    name: Text
    mark: Annotated[str, Meta(min_length=1, max_length=6)]
    colour: Annotated[str, Meta(pattern=r"^#[0-9a-fA-F]{6}$")]
    origins: tuple[Origin, ...] = ()
    groups: Annotated[tuple[GroupEntry, ...], Meta(min_length=1)]
    subjects: tuple[SubjectEntry, ...] = ()
    subjects_required: bool = False
    canned: tuple[CannedEntry, ...] = ()
    asynchronous: bool = False
    typing_preview: bool = False
    survey: SurveyTable = field(default_factory=SurveyTable)
    targets: TargetsTable = field(default_factory=TargetsTable)
    max_slots: Annotated[int, Meta(ge=1, le=50)] = 4
    retention_days: Annotated[int, Meta(ge=1, le=100_000)] = 365
    consent: Line | dict[Language, Line] = ""
    legal_url: Annotated[str, Meta(max_length=2048, pattern=r"^(|/[^/].*|https?://.+)$")] = ""
    timezone: str = "Europe/Paris"
    hours: tuple[HoursEntry, ...] = ()


def read_mission(file: Path) -> Mission:
    """Read a mission; raise Unreadable naming the key and the line."""
    it = read_toml(file, MissionFile)
    _check_hours(it, file)
    return Mission(
        id=MissionId(it.id),
        name=it.name,
        mark=it.mark,
        colour=it.colour,
        origins=it.origins,
        groups=tuple(
            Group(id=GroupId(group.id), name=group.name, queue_size=group.queue_size)
            for group in it.groups
        ),
        subjects=tuple(map(_subject, it.subjects)),
        subjects_required=it.subjects_required,
        canned=tuple(CannedReply(name=entry.name, text=entry.text) for entry in it.canned),
        asynchronous=it.asynchronous,
        typing_preview=it.typing_preview,
        survey=SurveySettings(csat=it.survey.csat, nps=it.survey.nps, comment=it.survey.comment),
        max_slots=it.max_slots,
        targets=Targets(
            first=timedelta(seconds=it.targets.first), next=timedelta(seconds=it.targets.next)
        ),
        retention_days=it.retention_days,
        consent=it.consent if isinstance(it.consent, str) else "",
        consents=_consents(it.consent),
        legal_url=it.legal_url,
        timezone=it.timezone,
        hours=tuple(
            OpeningHours(days=entry.days, start=entry.start, end=entry.end) for entry in it.hours
        ),
    )


def _check_hours(it: MissionFile, file: Path) -> None:
    """Refuse a time zone that nobody knows, and hours that end before they start."""
    try:
        ZoneInfo(it.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Unreadable(
            f"{file}: there is no time zone “{it.timezone}”; one is “Europe/Paris”."
        ) from None
    for entry in it.hours:
        if entry.end <= entry.start:
            raise Unreadable(
                f"{file}: hours from {entry.start} to {entry.end} end before they start; "
                "past midnight takes two entries, the first until 24:00."
            )


def _consents(told: str | dict[str, str]) -> tuple[Consent, ...]:
    """Return what is told in each language, in the order of the file."""
    if isinstance(told, str):
        return ()
    return tuple(Consent(language=language, text=text) for language, text in told.items() if text)


def _subject(entry: SubjectEntry) -> Subject:
    children = tuple(map(_subject, entry.children))
    return Subject(id=SubjectId(entry.id), name=entry.name, children=children)
