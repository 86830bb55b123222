"""The parts of a running server, put together once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pupitre.domain.ids import ExpertId, MissionId, VisitorId
from pupitre.domain.mission import Mission
from pupitre.server.access import Access
from pupitre.server.clock import Clock
from pupitre.server.engine import Engine
from pupitre.server.hub import Links
from pupitre.server.limits import VISITOR_POSTS, Buckets, Places
from pupitre.server.loader import Loader
from pupitre.server.mail.links import Seal
from pupitre.server.metrics import Metrics
from pupitre.server.present import Present
from pupitre.server.publication import Publication
from pupitre.server.round import Round
from pupitre.server.scheduler import Deadline, Scheduler
from pupitre.server.store.database import Database
from pupitre.server.store.lookups import Lookups
from pupitre.server.store.queries import Queries
from pupitre.server.store.rosters import revision
from pupitre.server.store.sessions import Sessions
from pupitre.server.store.store import Store
from pupitre.server.turns.clock_turns import RosterChanges, TimeComes

POSTERS = 50_000
"""Visitors whose rate is remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What an operator may want to change."""

    connections_per_address: int = 2_000
    rates: float = 1.0
    """How many times more frames, messages and queries than usual are let through."""
    spare: int = 128 * 1024 * 1024
    """Bytes of the disk that files leave free, for what people write."""


@dataclass(slots=True)
class House:
    """Everything the gateways need."""

    database: Database
    clock: Clock
    limits: Limits = field(default_factory=Limits)
    seal: Seal = field(default_factory=Seal)
    metrics: Metrics = field(default_factory=Metrics)
    experts: Links[ExpertId] = field(default_factory=Links)
    visitors: Links[VisitorId] = field(default_factory=Links)
    queries: Queries = field(init=False)
    lookups: Lookups = field(init=False)
    engine: Engine = field(init=False)
    scheduler: Scheduler = field(init=False)
    access: Access = field(init=False)
    places: Places = field(init=False)
    posts: Buckets = field(init=False)
    """How much each visitor writes, on however many pages, one after another or at once."""

    def __post_init__(self) -> None:
        publication = Publication(self.experts, self.visitors, self.metrics)

        def publish(round_: Round) -> None:
            self.scheduler.note(round_.batch.deadlines)
            publication.publish(round_)

        self.queries = Queries(self.database)
        self.lookups = Lookups(self.database)
        store = Store(self.database)
        self.engine = Engine(self.clock, store, self.queries, self.metrics, publish)
        self.scheduler = Scheduler(self.clock, self.queries.due, self._time_comes)
        self.access = Access(Sessions(self.database), self._revoked)
        self.present.mails.is_here = lambda visitor: visitor in self.visitors
        self.posts = Buckets(VISITOR_POSTS.times(self.limits.rates), POSTERS)
        self.places = Places(self.limits.connections_per_address)

    @property
    def present(self) -> Present:
        """What is in memory."""
        return self.engine.present

    async def _time_comes(self, due: Sequence[Deadline]) -> None:
        await self.engine.submit(TimeComes(due))

    def _revoked(self, expert: ExpertId, credential: bytes) -> None:
        for link in self.experts.of(expert):
            if link.credential == credential:
                link.end(4401, "signed out")

    async def refresh(self) -> None:
        """Take over what `pupitre admin` changed, if it did."""
        if await revision(self.database) != self.present.floor.revision:
            await self.engine.submit(RosterChanges())

    async def warm(self, expert: ExpertId) -> None:
        """Load a desk beforehand, so that nobody waits while it is loaded in its turn."""
        await Loader(self.present, self.queries).desk(expert)

    async def mission(self, id_: str) -> Mission | None:
        """Return a mission; one just made is found too."""
        if MissionId(id_) not in self.present.floor.missions:
            await self.refresh()
        return self.present.floor.missions.get(MissionId(id_))
