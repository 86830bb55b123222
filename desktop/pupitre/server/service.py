"""The server as a whole: opened, serving, closed."""

import asyncio
import gc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Route, WebSocketRoute

from pupitre.server import office
from pupitre.server.clock import Clock, real_now
from pupitre.server.erasing import Erasing
from pupitre.server.files.quota import Quota
from pupitre.server.gateway import attachments, pages, sessions
from pupitre.server.gateway.experts import expert_socket
from pupitre.server.gateway.stopping import stop
from pupitre.server.gateway.visitors import leave_after_grace, visitor_socket
from pupitre.server.house import House, Limits
from pupitre.server.housekeeping import keep_house
from pupitre.server.mail.links import Seal
from pupitre.server.mail.post import STOP_WITHIN, Post
from pupitre.server.mail.settings import MailSettings
from pupitre.server.retention import retain
from pupitre.server.store.correspondence import Correspondence
from pupitre.server.store.database import Database, open_database
from pupitre.server.store.queries import Queries
from pupitre.server.turns.clock_turns import DayBegins, RosterChanges

REST_WITHIN = 1.5
"""Real seconds for what is being decided when the server stops."""
_SQUEEZED = (Middleware(GZipMiddleware, minimum_size=1024),)
_ROUTES = (
    Route("/api/session", sessions.sign_in, methods=["POST"]),
    Route("/api/session", sessions.sign_out, methods=["DELETE"]),
    Route("/mail/stop/{token}", stop, methods=["GET", "POST"]),
    Route("/healthz", sessions.health),
    Route("/metrics", sessions.metrics, middleware=_SQUEEZED),
    Route("/api/attachments", attachments.upload, methods=["POST"]),
    Route("/api/attachments", attachments.preflight, methods=["OPTIONS"]),
    Route("/attachments/{id}/{name}", attachments.download),
    Route("/widget/{mission}.js", pages.widget, middleware=_SQUEEZED),
    Route("/demo/src/{file}", pages.demo_file, middleware=_SQUEEZED),
    Route("/demo/{mission}", pages.shop, middleware=_SQUEEZED),
    Route("/demo/{mission}/states", pages.states, middleware=_SQUEEZED),
    Route("/demo/{mission}/states/frame", pages.state, middleware=_SQUEEZED),
    Route("/demo/{mission}/states/parts.js", pages.parts, middleware=_SQUEEZED),
    Route("/demo/{mission}/{page:path}", pages.shop, middleware=_SQUEEZED),
    WebSocketRoute("/ws/expert", expert_socket),
    WebSocketRoute("/ws/visitor", visitor_socket),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a server is made from."""

    database: str
    resources: Path
    clock_rate: float = 1.0
    begins: datetime | None = None
    """When a faster clock starts, in its own time; None: now."""
    public: str | None = None
    address: str = "http://127.0.0.1/"
    """Where the server is reached, for links in mails, when it has no public address."""
    mail: MailSettings | None = None
    """Where mails leave; None: there are none."""
    files: Path | None = None
    """Where attachments are kept; None: there are none."""
    limits: Limits = field(default_factory=Limits)
    prepare: Callable[[Database, Path], Awaitable[None]] | None = None
    """Run on the opened store before anything else, such as founding the demo."""


@asynccontextmanager
async def opened(plan: Plan) -> AsyncIterator[Starlette]:
    """Open the store and run everything for as long as the application is served."""
    database = await open_database(plan.database)
    try:
        if plan.prepare:
            await plan.prepare(database, plan.resources)
        clock = await _clock(plan, Queries(database))
        seal = Seal(await Correspondence(database).key())
        house = House(database=database, clock=clock, limits=plan.limits, seal=seal)
        app = Starlette(routes=_ROUTES)
        app.state.house = house
        app.state.pages = pages.Pages(plan.resources, plan.public)
        uploads = office.uploads(house, plan.files)
        await uploads.prepare()
        app.state.attachments = attachments.Desk(house, uploads, Quota(plan.limits.rates))
        app.state.stopping = office.stopping(plan.resources)
        post = None
        if plan.mail:
            address = plan.public or plan.address
            post = office.post(house, plan.mail, address, plan.resources)
        async with _running(house, post, Erasing(house, uploads.folder)):
            gc.freeze()  # what the start has made stays: looking through it kept all waiting 60 ms
            yield app
        house.access.close()
        await uploads.close()
    finally:
        await database.close()


async def _clock(plan: Plan, queries: Queries) -> Clock:
    """Return the clock; a faster one never starts before what is already stored."""
    if plan.clock_rate == 1.0:
        return Clock()
    latest = await queries.latest_instant()
    begins = plan.begins or real_now()
    return Clock(plan.clock_rate, max(begins, latest) if latest else begins)


@asynccontextmanager
async def _running(house: House, post: Post | None, erasing: Erasing) -> AsyncIterator[None]:
    """Run the engine, begin the day, then let the clock ask."""
    async with asyncio.TaskGroup() as tasks:
        engine = tasks.create_task(house.engine.run(), name="engine")
        await house.engine.submit(RosterChanges())
        if post:
            await post.begin()
        started = house.clock.now()
        await house.engine.submit(DayBegins(started))
        for visitor in await house.queries.on_site():
            leave_after_grace(house, visitor)
        others = [
            tasks.create_task(house.scheduler.run(), name="scheduler"),
            tasks.create_task(keep_house(house), name="housekeeping"),
            tasks.create_task(retain(house.clock, erasing), name="retention"),
        ]
        sending = [tasks.create_task(post.run(), name="post")] if post else []
        yield
        if post:
            post.stop()
            await asyncio.wait(sending, timeout=STOP_WITHIN)
        for task in (*others, *sending):
            task.cancel()
        await asyncio.gather(*others, *sending, return_exceptions=True)
        with suppress(TimeoutError):
            async with asyncio.timeout(REST_WITHIN):
                await house.engine.rest()
        engine.cancel()
