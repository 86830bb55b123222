"""A conversation's life as a dialogue: given what happened, when somebody asks, then what."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pupitre.domain import commands as c
from pupitre.domain import events as e
from pupitre.domain.conversation import Conversation
from pupitre.domain.evolution import evolve
from pupitre.domain.ids import (
    ConversationId,
    ExpertId,
    GroupId,
    MessageId,
    MissionId,
    SubjectId,
    VisitorId,
)
from pupitre.domain.lifecycle import Decision, decide
from pupitre.domain.mission import Group, Mission, Subject
from pupitre.domain.people import Actor, Block, Expert, Page, Role
from pupitre.domain.refusals import Code, Refused
from pupitre.domain.scene import Scene

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
"""A Monday; every play starts here."""
TEN, NOON, THREE = (NINE + timedelta(hours=hours) for hours in (1, 3, 6))
HOUR, MINUTE, SECOND = timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=1)
INSTANT = timedelta(milliseconds=1)

ALICE, BRUNO, CHLOE = ExpertId("alice"), ExpertId("bruno"), ExpertId("chloe")
ADVICE, WORKSHOP = GroupId("advice"), GroupId("workshop")
DELAY, REFUND, OTHER = SubjectId("delay"), SubjectId("refund"), SubjectId("other")
ORDER = SubjectId("order")
"""A subject that only sorts two others."""
HOME = Page(url="https://velo.test/", title="Vélo Lumière")
BASKET = Page(url="https://velo.test/panier", title="Panier")

VELO = Mission(
    id=MissionId("velo"),
    name="Vélo Lumière",
    mark="VL",
    colour="#1d6f8a",
    groups=(
        Group(id=ADVICE, name="Conseil", queue_size=2),
        Group(id=WORKSHOP, name="Atelier", queue_size=2),
    ),
    subjects=(
        Subject(
            id=ORDER,
            name="Commande",
            children=(Subject(id=DELAY, name="Retard"), Subject(id=REFUND, name="Retour")),
        ),
        Subject(id=OTHER, name="Autre"),
    ),
    subjects_required=True,
    asynchronous=True,
    mails=True,
)

Script = e.Event | Iterable["Script"]


def expert(id_: ExpertId, *groups: GroupId, slots: int = 4, open_: int = 0) -> Expert:
    """Return an expert at their desk."""
    return Expert(
        id=id_,
        name=str(id_).title(),
        email=f"{id_}@velo.test",
        groups=groups or (ADVICE,),
        slots=slots,
        open=open_,
        available=True,
        connected=True,
    )


# ------------------------------------------------------------------------ what happened


def written(text: str = "Bonjour ?", id_: str = "m") -> e.Message:
    """Say that the visitor wrote."""
    return e.Message(id=MessageId(id_), author=Role.VISITOR, text=text)


def answered(text: str = "Bonjour !", by: ExpertId = ALICE, id_: str = "r") -> e.Message:
    """Say that an expert wrote."""
    return e.Message(id=MessageId(id_), author=Role.EXPERT, expert=by, text=text)


def assigned(to: ExpertId = ALICE, reason: e.AssignReason = e.AssignReason.ROUTED) -> e.Assigned:
    """Say that it is on this desk."""
    return e.Assigned(expert=to, reason=reason)


def queued(reason: e.AssignReason = e.AssignReason.ROUTED) -> e.Queued:
    """Say that it waits."""
    return e.Queued(reason=reason)


def opened(by: ExpertId = ALICE) -> tuple[e.Event, ...]:
    """Say that a visitor wrote and this expert got it."""
    return (e.Started(page=HOME), written(), assigned(by))


def waiting() -> tuple[e.Event, ...]:
    """Say that a visitor wrote and nobody was free."""
    return (e.Started(page=HOME), written(), queued())


def paused(until: datetime = NOON, *, keep: bool = True, count: int = 1) -> e.Paused:
    """Say that it is off the desk."""
    return e.Paused(until=until, keep=keep, count=count)


def resumed(reason: e.ResumeReason) -> e.Resumed:
    """Say what ended the pause."""
    return e.Resumed(reason=reason)


def closed(by: ExpertId = ALICE, *, survey: bool = True) -> e.Closed:
    """Say that the expert closed it."""
    return e.Closed(by=Role.EXPERT, expert=by, subjects=(DELAY,), survey=survey)


# ------------------------------------------------------------------------- what is asked


def post(text: str = "Bonjour ?", id_: str = "m") -> c.Post:
    """Write to the other side."""
    return c.Post(id=MessageId(id_), text=text)


# ------------------------------------------------------------------------------ the play


class Playbook:
    """One conversation, its mission, its experts and a clock that only the test moves."""

    def __init__(self, mission: Mission = VELO) -> None:
        self.mission = mission
        self.now = NINE
        self.experts: dict[ExpertId, Expert] = {}
        self.waiting = 0
        self.block: Block | None = None
        self.favourite: ExpertId | None = None
        self.conversation = Conversation(
            id=ConversationId("c"), mission=mission.id, group=ADVICE, visitor=VisitorId("v")
        )
        self.entries: list[e.Entry] = []
        self.outcome: Decision = ()
        self.floor(expert(ALICE), expert(BRUNO), expert(CHLOE, WORKSHOP))

    def floor(self, *experts: Expert) -> None:
        """Put these experts on the floor, instead of whoever has the same id."""
        self.experts |= {it.id: it for it in experts}

    def away(self, who: ExpertId, since: datetime | None = None) -> None:
        """Let this expert be unavailable since then, by choice."""
        self.floor(replace(self.experts[who], available=False, away_since=since or self.now))

    def gone(self, *whom: ExpertId) -> None:
        """Let only the others be there."""
        for who in whom:
            self.away(who)

    def given(self, *script: Script, at: datetime | None = None) -> None:
        """Let all of this have happened, at that moment."""
        self.now = at or self.now
        for event in _flat(script):
            self._happen(event)

    def when(
        self,
        command: c.ConversationCommand,
        by: ExpertId | Actor = ALICE,
        at: datetime | None = None,
    ) -> None:
        """Let somebody ask for something."""
        self.now = at or self.now
        actor = by if isinstance(by, Actor) else Actor.of(by)
        self.outcome = decide(self.conversation, command, self.scene(actor))
        if not isinstance(self.outcome, Refused):
            for event in self.outcome:
                self._happen(event)

    def then(self, *events: e.Event) -> None:
        """Expect exactly this to have happened, in this order."""
        assert self.outcome == events

    def refuses(self, code: Code, **detail: object) -> None:
        """Expect nothing to have happened, for this reason."""
        assert isinstance(self.outcome, Refused), self.outcome
        assert self.outcome.code is code
        assert {key: self.outcome.detail[key] for key in detail} == detail

    def scene(self, actor: Actor) -> Scene:
        """Return the moment as `actor` acts."""
        return Scene(
            now=self.now,
            actor=actor,
            mission=self.mission,
            experts=self.experts,
            waiting=self.waiting,
            block=self.block,
            favourite=self.favourite,
        )

    @property
    def owner(self) -> ExpertId | None:
        """Who has it."""
        return self.conversation.owner

    def _happen(self, event: e.Event) -> None:
        entry = e.Entry(seq=self.conversation.seq + 1, at=self.now, event=event)
        self.entries.append(entry)
        self.conversation = evolve(self.conversation, entry)


def _flat(script: Iterable[Script]) -> Iterable[e.Event]:
    for item in script:
        if isinstance(item, Iterable):
            yield from _flat(item)
        else:
            yield item
