"""The expert socket: hello, commands, queries, typing."""

from collections.abc import Iterable
from functools import partial

from sqlalchemy.exc import SQLAlchemyError
from starlette.websockets import WebSocket

from pupitre.domain import commands
from pupitre.domain.ids import CommandId, ConversationId, ExpertId
from pupitre.domain.refusals import Code, Refused
from pupitre.domain.routing import LINK_GRACE
from pupitre.server.answers import OUT_OF_ORDER
from pupitre.server.gateway.desks import welcome
from pupitre.server.gateway.doors import Voice, admit, greeted
from pupitre.server.gateway.inquiries import Inquiries
from pupitre.server.gateway.sockets import NOT_SIGNED_IN, Rejected, Socket, converse, refusal
from pupitre.server.house import House
from pupitre.server.hub import Link
from pupitre.server.identity import hashed
from pupitre.server.limits import EXPERT_FRAMES, QUERIES, Bucket
from pupitre.server.turns.expert_turns import DeskLinks, DeskUnlinks, ExpertAsks, ExpertDecides
from pupitre.wire import codec, expert_frames, replies, translate, visitor_frames
from pupitre.wire.codec import Malformed

_AtOnce = expert_frames.Command | expert_frames.Typing | replies.Ping
_Waiting = expert_frames.AskQuery | expert_frames.Hello
_SELF = (commands.SetAvailability, commands.SetSlots, commands.SignOut)


async def expert_socket(websocket: WebSocket) -> None:
    """Serve one desk."""
    await admit(websocket, EXPERT_FRAMES, _served)


async def _served(house: House, socket: Socket) -> None:
    hello = await greeted(socket, codec.decode_expert, expert_frames.Hello)
    expert = await house.access.expert_with(hello.token)
    if expert is None or not await _is_known(house, expert):
        await socket.send(refusal(Refused(Code.NOT_SIGNED_IN), None))
        raise Rejected(NOT_SIGNED_IN, "sign in again")
    desk = _Desk(house, socket, Link(expert, hashed(hello.token)))
    house.metrics.links.labels(side="expert").inc()
    try:
        await desk.link_up(hello)
        await converse(socket, desk.link, desk, desk.voice.refuse)
    finally:
        house.metrics.links.labels(side="expert").dec()
        desk.link_lost()


async def _is_known(house: House, expert: ExpertId) -> bool:
    if expert not in house.present.floor.experts:
        await house.refresh()
    return expert in house.present.floor.experts


class _Desk:
    """One desk's link and what it asks."""

    def __init__(self, house: House, socket: Socket, link: Link[ExpertId]) -> None:
        self.link = link
        self.voice = Voice(house, link)
        self._house = house
        self._socket = socket
        self._queries = Bucket(QUERIES.times(house.limits.rates))
        self._inquiries = Inquiries(house, link.who)

    async def link_up(self, hello: expert_frames.Hello) -> None:
        """Have the expert there, and the desk told everything in one go."""

        def greet(desk: list[ConversationId]) -> None:
            house = self._house
            frame = welcome(house.present, house.clock, self.link.who, desk, hello)
            self.link.send(codec.encode(frame))
            house.experts.add(self.link)

        await self._house.warm(self.link.who)
        self._house.scheduler.cancel(("expert", self.link.who))
        await self._house.engine.submit(DeskLinks(self.link.who, greet))
        await self._tell_erased(hello.known)

    async def _tell_erased(self, known: Iterable[str]) -> None:
        """Name what the desk holds and the server has no more; from now on it hears of others."""
        held = [id_ for id_ in map(ConversationId, known) if not self._house.present.talk(id_)]
        if erased := await self._house.queries.missing(held):
            self.link.send(codec.encode(expert_frames.Erased(conversations=tuple(erased))))

    def link_lost(self) -> None:
        """Count the expert as away after the grace, unless another desk is there (R7)."""
        house, expert = self._house, self.link.who
        house.experts.remove(self.link)
        if expert in house.experts:
            return
        turn = partial(DeskUnlinks, expert, lambda: expert in house.experts)
        house.scheduler.grace(("expert", expert), LINK_GRACE, lambda: house.engine.insist(turn))

    def hear(self, raw: bytes | str) -> bool:
        """Deal with one frame at once, but for a query and a hello."""
        frame = codec.decode_expert(raw)
        if isinstance(frame, _Waiting):
            return False
        if self._may_pass(frame):
            self._take(frame)
        return True

    async def read(self, raw: str) -> None:
        """Deal with one frame; a query's answer is waited for."""
        frame = codec.decode_expert(raw)
        if not self._may_pass(frame):
            return
        match frame:
            case expert_frames.AskQuery():
                await self._query(frame)
            case expert_frames.Hello():
                await self._greet_again(frame)
            case _:
                self._take(frame)

    async def _greet_again(self, hello: expert_frames.Hello) -> None:
        """Tell everything afresh: the desk found a hole in what it was told."""
        if hashed(hello.token) != self.link.credential:
            raise Malformed("token", "This socket was opened with another token.")
        if self._queries.take():
            await self.link_up(hello)
        else:
            self.voice.refuse(None, Refused(Code.SLOW_DOWN))

    def _may_pass(self, frame: expert_frames.ToServer) -> bool:
        self._house.metrics.frame("expert", frame)
        if self._socket.may_pass():
            return True
        self.voice.refuse(getattr(frame, "id", None), Refused(Code.SLOW_DOWN))
        return False

    def _take(self, frame: _AtOnce) -> None:
        match frame:
            case expert_frames.Command():
                self._command(frame)
            case expert_frames.Typing():
                self._typing(ConversationId(frame.conversation))
            case replies.Ping():
                self.link.send(codec.encode(replies.Pong()))

    def _command(self, frame: expert_frames.Command) -> None:
        """Hand it to the engine; the answer comes when it is stored."""
        id_ = CommandId(frame.id)
        command = translate.command_from_wire(frame.command, id_)
        tell = self.voice.answering(frame.id)
        if isinstance(command, _SELF):
            self._house.engine.take(ExpertDecides(self.link.who, id_, command, tell))
        elif frame.conversation is None:
            raise Malformed("conversation", "This command is about a conversation.", frame.id)
        else:
            conversation = ConversationId(frame.conversation)
            turn = ExpertAsks(self.link.who, id_, conversation, command, tell)
            self._house.engine.take(turn)

    async def _query(self, frame: expert_frames.AskQuery) -> None:
        if not self._queries.take():
            self.voice.refuse(frame.id, Refused(Code.SLOW_DOWN))
            return
        try:
            answer = await self._inquiries.answer(frame.query)
        except (SQLAlchemyError, OSError):
            answer = OUT_OF_ORDER
        if isinstance(answer, Refused):
            self.voice.refuse(frame.id, answer)
        else:
            self.link.send(codec.encode(expert_frames.Answer(id=frame.id, answer=answer)))

    def _typing(self, id_: ConversationId) -> None:
        """Tell the visitor; nothing is stored."""
        talk = self._house.present.talk(id_)
        if talk and talk.state.owner == self.link.who and not talk.state.is_closed:
            frame = codec.encode(visitor_frames.ExpertTyping(conversation=id_))
            self._house.visitors.send(talk.state.visitor, frame)
