"""A mission: one brand's site, its groups, its subjects and its settings."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from pupitre.domain.ids import GroupId, MissionId, SubjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Experts of one mission that receive the same conversations."""

    id: GroupId
    name: str
    queue_size: int = 0
    """How many visitors may wait for an expert (R3); 0: live only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a conversation was about; one with children only sorts them (C2)."""

    id: SubjectId
    name: str
    children: tuple["Subject", ...] = ()

    def leaves(self) -> Iterator["Subject"]:
        """Yield the subjects that can be chosen."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveySettings:
    """Which questions the visitor is asked after closing (C7)."""

    csat: bool = True
    nps: bool = False
    comment: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """How soon the mission wants its visitors answered."""

    first: timedelta = timedelta(seconds=30)
    next: timedelta = timedelta(seconds=50)


@dataclass(frozen=True, slots=True, kw_only=True)
class CannedReply:
    """A prepared text; `{visitor}` and other variables are filled in by the desk."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningHours:
    """When visitors may expect somebody, by the clock of the mission's time zone."""

    days: tuple[int, ...]
    """1 for Monday to 7 for Sunday."""
    start: str
    """Such as `09:00`."""
    end: str
    """Later than `start`; `24:00` is the end of the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What visitors of one language read before their first message."""

    language: str
    """"fr", "en"."""
    text: str


SLOTS = 4
"""How many conversations an expert may have open where a mission says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """A brand whose visitors experts answer."""

    id: MissionId
    name: str
    mark: str
    """Two letters (or a short word) on cards."""
    colour: str
    """`#rrggbb`."""
    origins: tuple[str, ...] = ()
    """Site origins that may embed the widget; empty: only the server itself."""
    groups: tuple[Group, ...]
    subjects: tuple[Subject, ...] = ()
    subjects_required: bool = False
    canned: tuple[CannedReply, ...] = ()
    asynchronous: bool = False
    typing_preview: bool = False
    survey: SurveySettings = field(default_factory=SurveySettings)
    max_slots: int = SLOTS
    targets: Targets = field(default_factory=Targets)
    retention_days: int = 365
    consent: str = ""
    """What visitors read before their first message, in any language; empty: nothing."""
    consents: tuple[Consent, ...] = ()
    """The same in each language, instead."""
    legal_url: str = ""
    """The page that says what becomes of what they write; empty: none."""
    hours: tuple[OpeningHours, ...] = ()
    """They only inform: who is there decides (R1). Empty: always open."""
    timezone: str = "Europe/Paris"
    mails: bool = False
    """Whether a mail can reach visitors: it answers later, and its server sends mail."""

    def consent_in(self, language: str) -> str:
        """Return what visitors of that language read ("fr-CA"): theirs, else English, else any."""
        said = {it.language: it.text for it in self.consents}
        spoken = language.casefold().split("-")[0]
        return said.get(spoken) or said.get("en") or next(iter(said.values()), self.consent)

    def leaves(self) -> dict[SubjectId, Subject]:
        """Return the subjects that can be chosen, by id, in the tree's order."""
        return {leaf.id: leaf for subject in self.subjects for leaf in subject.leaves()}

    def group(self, id_: GroupId) -> Group | None:
        """Return this mission's group of that id."""
        return next((group for group in self.groups if group.id == id_), None)
