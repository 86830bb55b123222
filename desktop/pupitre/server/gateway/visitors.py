"""The visitor socket: hello, messages, pages, typing."""

from dataclasses import replace
from functools import partial

from starlette.websockets import WebSocket

from pupitre.domain.ids import CommandId, ConversationId, MissionId, VisitorId
from pupitre.domain.mission import Mission
from pupitre.domain.people import Page
from pupitre.domain.presence import GRACE
from pupitre.domain.refusals import Code, Refused
from pupitre.server.device import device
from pupitre.server.folding import harmless
from pupitre.server.gateway.doors import Voice, admit, greeted
from pupitre.server.gateway.origins import is_welcome
from pupitre.server.gateway.sockets import (
    UNKNOWN_MISSION,
    WRONG_ORIGIN,
    Rejected,
    Socket,
    converse,
)
from pupitre.server.gateway.visits import told, welcome
from pupitre.server.guests import Guest
from pupitre.server.house import House
from pupitre.server.hub import Link
from pupitre.server.identity import fresh_id, fresh_token, hashed
from pupitre.server.limits import VISITOR_FRAMES
from pupitre.server.mail.links import Purpose
from pupitre.server.store.batch import Sender
from pupitre.server.turns.visitor_turns import (
    Asked,
    VisitorAsks,
    VisitorBrowses,
    VisitorComes,
    VisitorLeaves,
)
from pupitre.wire import codec, commands, expert_frames, replies, translate, visitor_frames
from pupitre.wire.codec import Malformed


async def visitor_socket(websocket: WebSocket) -> None:
    """Serve one page of a visitor's."""
    await admit(websocket, VISITOR_FRAMES, partial(_served, websocket))


async def _served(websocket: WebSocket, house: House, socket: Socket) -> None:
    hello = await greeted(socket, codec.decode_visitor, visitor_frames.Hello)
    mission = await house.mission(hello.mission)
    if mission is None:
        raise Rejected(UNKNOWN_MISSION, "unknown mission")
    if not is_welcome([mission], websocket.headers):
        raise Rejected(WRONG_ORIGIN, "this site may not embed the mission")
    page = _Page(house, socket, mission, hello)
    house.metrics.links.labels(side="visitor").inc()
    try:
        await page.come(hello, device(websocket.headers.get("user-agent", "")))
        await converse(socket, page.link, page, page.voice.refuse)
    finally:
        house.metrics.links.labels(side="visitor").dec()
        page.leave()


class _Page:
    """One page's link and what it asks."""

    def __init__(
        self, house: House, socket: Socket, mission: Mission, hello: visitor_frames.Hello
    ) -> None:
        self.link: Link[VisitorId] = Link(VisitorId(fresh_id()))
        self.voice = Voice(house, self.link)
        self._house = house
        self._socket = socket
        self._mission = mission
        self._language = hello.language
        self._name = harmless(hello.name)
        self._page = Page(url=hello.page.url, title=hello.page.title)

    async def come(self, hello: visitor_frames.Hello, device: str) -> None:
        """Recognise the visitor by a mail's link or by their token, or give them one."""
        token, house = hello.visitor, self._house
        linked = None
        if hello.link:
            linked = house.seal.opened(hello.link, Purpose.OPEN, house.clock.now())
        fresh = fresh_token()
        stranger = Guest(
            id=self.link.who,
            mission=MissionId(self._mission.id),
            token=hashed(fresh),
            name=self._name,
            language=self._language,
            device=device,
        )

        def greet(guest: Guest) -> None:
            self.link.who = guest.id
            is_known = token and guest.id != stranger.id and not turn.by_link
            known = token if token and is_known else fresh
            here = replace(guest, language=self._language)  # of this page
            frame = welcome(
                house.present, house.clock, self._mission, here, known, linked=linked is not None
            )
            self.link.send(codec.encode(frame))
            house.scheduler.cancel(("visitor", guest.id))
            house.visitors.add(self.link)

        credential = hashed(token) if token else None
        turn = VisitorComes(stranger, credential, self._page, greet, linked)
        await house.engine.submit(turn)

    def leave(self) -> None:
        """Count the visitor as gone after the grace, unless another page is there (V1)."""
        house, visitor = self._house, self.link.who
        house.visitors.remove(self.link)
        if visitor not in house.visitors:
            leave_after_grace(house, visitor)

    async def read(self, raw: str) -> None:
        """Deal with a frame that others were waiting before."""
        self.hear(raw)

    def hear(self, raw: bytes | str) -> bool:
        """Deal with one frame: nothing of a visitor's has to be waited for."""
        frame = codec.decode_visitor(raw)
        self._house.metrics.frame("visitor", frame)
        if self._may_pass(frame):
            self._take(frame)
        else:
            self.voice.refuse(getattr(frame, "id", None), Refused(Code.SLOW_DOWN))
        return True

    def _take(self, frame: visitor_frames.ToServer) -> None:
        match frame:
            case visitor_frames.Command():
                self._command(frame)
            case visitor_frames.Browsed(url=url, title=title):
                self._page = Page(url=url, title=title)
                self._house.engine.mention(VisitorBrowses(self.link.who, self._page))
            case visitor_frames.Writing(text=text):
                self._typing(text)
            case visitor_frames.Looked():
                self._tell_mission()
            case replies.Ping():
                self.link.send(codec.encode(replies.Pong()))
            case visitor_frames.Hello():
                raise Malformed("type", "hello was already said.")

    def _may_pass(self, frame: visitor_frames.ToServer) -> bool:
        if not self._socket.may_pass():
            return False
        if not isinstance(frame, visitor_frames.Command) or not isinstance(
            frame.command, commands.Post
        ):
            return True
        return self._was_answered(frame) or self._house.posts.of(self.link.who).take()

    def _was_answered(self, frame: visitor_frames.Command) -> bool:
        """Whether it was sent before: saying the same again is not writing more."""
        key = (Sender(self.link.who), CommandId(frame.id))
        return self._house.present.answers.get(key) is not None

    def _command(self, frame: visitor_frames.Command) -> None:
        """Hand it to the engine; the answer comes when it is stored."""
        id_ = CommandId(frame.id)
        named = getattr(frame.command, "conversation", None)
        asked = Asked(
            visitor=self.link.who,
            id=id_,
            command=translate.visitor_command_from_wire(frame.command, id_),
            page=self._page,
            conversation=ConversationId(named) if named else None,
        )
        self._house.engine.take(VisitorAsks(asked, self.voice.answering(frame.id)))

    def _tell_mission(self) -> None:
        """Say how the mission stands now; it may have been changed since the welcome."""
        house = self._house
        mission = house.present.floor.missions.get(self._mission.id, self._mission)
        now = told(house.present, house.clock, mission, self._language)
        frame = visitor_frames.MissionTold(mission=now)
        self.link.send(codec.encode(frame))

    def _typing(self, text: str | None) -> None:
        """Tell the owner; the text only where the mission allows it, and nothing is stored (V6)."""
        present = self._house.present
        guest = present.guests.get(self.link.who)
        talk = present.latest_of(guest) if guest else None
        if talk is None or talk.state.owner is None or talk.state.is_closed:
            return
        shown = text if self._mission.typing_preview else None
        frame = expert_frames.Typing(conversation=talk.state.id, text=shown)
        self._house.experts.send(talk.state.owner, codec.encode(frame))


def leave_after_grace(house: House, visitor: VisitorId) -> None:
    """Let the visitor count as gone after the grace, unless a page connects before (V1)."""

    turn = partial(VisitorLeaves, visitor, lambda: visitor in house.visitors)
    house.scheduler.grace(("visitor", visitor), GRACE, lambda: house.engine.insist(turn))
