"""A visitor made of software speaks the visitor socket as a page does."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from websockets.asyncio.server import ServerConnection, serve

from pupitre.app.demo.visitors import NotServed, Person, SoftVisitor
from pupitre.wire import codec, commands, replies, visitor_events, visitor_frames
from pupitre.wire.instants import Instant

NOON = Instant.of(datetime(2026, 11, 22, 12, tzinfo=UTC))
CAMILLE = Person(name="Camille", mission="velo")


class Server:
    """Welcomes everybody, keeps what they send, refuses empty texts."""

    def __init__(self) -> None:
        self.frames: list[visitor_frames.ToServer] = []
        self.address = ""

    async def serve(self, socket: ServerConnection) -> None:
        async for raw in socket:
            frame = codec.decode_visitor(raw)
            self.frames.append(frame)
            for answer in self.answers(frame):
                await socket.send(codec.encode(answer))

    def answers(self, frame: visitor_frames.ToServer) -> list[visitor_frames.FromServer]:
        if isinstance(frame, visitor_frames.Hello):
            mission = visitor_frames.VisitorMission(name="Vélo")
            return [visitor_frames.Welcome(visitor="token", now=NOON, mission=mission)]
        if not isinstance(frame, visitor_frames.Command):
            return []
        if isinstance(frame.command, commands.Post) and not frame.command.text:
            return [replies.Refused(id=frame.id, code="empty", message="Nothing was written.")]
        event = visitor_events.EmailGiven()
        happened = visitor_frames.Happened(conversation="c1", seq=3, at=NOON, event=event)
        return [happened, replies.Done(id=frame.id, seq=3)]


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    made = Server()
    async with serve(made.serve, "127.0.0.1", 0) as listening:
        host, port = next(iter(listening.sockets)).getsockname()[:2]
        made.address = f"http://{host}:{port}"
        yield made


async def test_a_visit_from_arrival_to_departure(server: Server) -> None:
    heard: list[str] = []
    camille = SoftVisitor(server.address, CAMILLE, lambda name, _: heard.append(name))
    await camille.arrive("/demo/velo", "Vélos")
    await camille.browse("/demo/velo/vtt", "VTT")
    await camille.drafts("Bon")
    await camille.write("Bonjour")
    await camille.hears(visitor_events.EmailGiven)
    await camille.see_everything()
    await camille.answer_survey(5, None, "Merci")
    await camille.leave()
    hello, *_, seen, survey = server.frames
    assert isinstance(hello, visitor_frames.Hello)
    assert (hello.visitor, hello.page.url) == (None, f"{server.address}/demo/velo")
    assert isinstance(seen, visitor_frames.Command)
    assert seen.command == commands.MarkSeen(seq=3)
    assert isinstance(survey, visitor_frames.Command)
    assert survey.command == commands.AnswerSurvey(conversation="c1", csat=5, comment="Merci")
    assert heard == ["Camille"] * 3


async def test_coming_back_is_under_the_same_token(server: Server) -> None:
    camille = SoftVisitor(server.address, CAMILLE, lambda *_: None)
    for _ in range(2):
        await camille.arrive("/demo/velo", "Vélos")
        await camille.leave()
    tokens = [frame.visitor for frame in server.frames if isinstance(frame, visitor_frames.Hello)]
    assert tokens == [None, "token"]


async def test_a_refusal_is_raised(server: Server) -> None:
    camille = SoftVisitor(server.address, CAMILLE, lambda *_: None)
    await camille.arrive("/demo/velo", "Vélos")
    with pytest.raises(NotServed, match="empty"):
        await camille.write("")
    await camille.leave()
    with pytest.raises(NotServed, match="not on the site"):
        await camille.end()
    await asyncio.sleep(0)
