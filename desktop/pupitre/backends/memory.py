"""A backend without a network: the desk talks to a floor in this very process.

It behaves as the real server does (the same rules, the same frames, through the same codec)
and adds what a test or a demonstration needs: guests that act as visitors, a clock to move
and a link to cut.

    clock = ManualClock(datetime(2026, 11, 22, 15, 40, tzinfo=UTC))
    floor = Floor(clock, missions, [alice, bruno])
    backend = MemoryBackend(floor, passwords={"alice@demo.test": "demo"})
    camille = Guest(floor, MissionId("velo"), name="Camille D.")
    camille.writes("Bonjour !")

`tests/support/story.py` builds a whole `Session` over it, with seven conversations.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from secrets import token_urlsafe

from typing_extensions import override

from pupitre.backends.counter import answer
from pupitre.backends.depot import Depot
from pupitre.backends.floor import Floor, Happening
from pupitre.backends.memory_link import MemoryLink, Reply
from pupitre.backends.port import (
    EVERYTHING,
    AccessRefused,
    Backend,
    Capability,
    Progress,
    SignedIn,
    Unreachable,
)
from pupitre.domain.attachments import Attachment
from pupitre.domain.commands import Post, SetAvailability, SetSlots, SignOut
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.events import Released, Transferred
from pupitre.domain.ids import CommandId, ConversationId, ExpertId, GroupId
from pupitre.domain.people import Actor, Expert
from pupitre.domain.refusals import Code, Refused
from pupitre.domain.routing import LINK_GRACE
from pupitre.wire import expert_frames, replies, translate
from pupitre.wire.expert_frames import DepartReason
from pupitre.wire.instants import Instant
from pupitre.wire.replica import Replica

TOKEN_LIFE = timedelta(days=30)


class MemoryBackend(Backend):
    """Sign in to a floor and link desks to it."""

    def __init__(self, floor: Floor, passwords: Mapping[str, str]) -> None:
        self.floor = floor
        self.reachable = True
        """Set to False to be a server that does not answer; see `cut` for the links."""
        self.depot = Depot()
        """What was uploaded, for messages to name."""
        self._passwords = passwords
        self._tokens: dict[str, ExpertId] = {}
        self._links: list[MemoryLink] = []
        self._answered: dict[str, Reply] = {}
        floor.on_happening.append(self._tell_happening)
        floor.on_expert.append(self._tell_expert)
        floor.on_queue.append(self._tell_queue)

    @property
    @override
    def capabilities(self) -> frozenset[Capability]:
        return EVERYTHING

    @override
    async def sign_in(self, email: str, password: str) -> SignedIn:
        self._reach()
        found = [it for it in self.floor.experts.values() if it.email == email]
        if not found or self._passwords.get(email) != password:
            raise AccessRefused("wrong_credentials", "The e-mail or the password is wrong.")
        token = token_urlsafe()
        self._tokens[token] = found[0].id
        return SignedIn(
            token=token, expires_at=self.floor.clock.now() + TOKEN_LIFE, expert=found[0]
        )

    @override
    async def sign_out(self, token: str) -> None:
        self._reach()
        self._tokens.pop(token, None)

    @override
    async def open(self) -> MemoryLink:
        self._reach()
        return MemoryLink(self)

    @override
    async def upload(self, token: str, source: Path, name: str, progress: Progress) -> Attachment:
        self._reach()
        if token not in self._tokens:
            raise AccessRefused("not_signed_in", "Your session has ended: sign in.")
        file = await asyncio.to_thread(self.depot.take, source, name)
        progress(file.size, file.size)
        return file

    @override
    async def fetch(self, path: str) -> bytes:
        self._reach()
        return self.depot.give(path)

    def cut(self) -> None:
        """Lose every link, as a network does; set `reachable` to keep them lost."""
        for link in tuple(self._links):
            link.break_off(Unreachable("The link was cut."))

    def revoke(self, token: str) -> None:
        """End a session from the server's side: its desks are put out for good."""
        self._tokens.pop(token, None)
        for link in [it for it in self._links if it.token == token]:
            link.break_off(AccessRefused("not_signed_in", "Your session has ended: sign in."))

    def _reach(self) -> None:
        if not self.reachable:
            raise Unreachable("Nobody answers.")

    def welcome(self, link: MemoryLink, hello: expert_frames.Hello) -> None:
        """Let a desk in and tell it everything it misses."""
        expert = self._tokens.get(hello.token)
        if expert is None:
            link.put(translate.refused_to_wire(Refused(Code.NOT_SIGNED_IN), None))
            link.break_off(AccessRefused("not_signed_in", "Your session has ended: sign in."))
            return
        link.expert, link.token = expert, hello.token
        self._links.append(link)
        self.floor.link(expert, connected=True)
        floor, you = self.floor, self.floor.experts[expert]
        owned = floor.owned(expert)
        link.put(
            expert_frames.Welcome(
                now=Instant.of(floor.clock.now()),
                you=translate.expert_to_wire(you),
                colleagues=tuple(
                    translate.expert_to_wire(it)
                    for it in floor.experts.values()
                    if it.id != expert and set(it.groups) & set(you.groups)
                ),
                missions=tuple(
                    translate.mission_to_wire(it)
                    for it in floor.missions.values()
                    if any(group.id in you.groups for group in it.groups)
                ),
                conversations=tuple(self._replica(it, self._held(it.id, hello)) for it in owned),
                queues={group: floor.waiting(group) for group in you.groups},
            )
        )

    def leave(self, link: MemoryLink) -> None:
        """Forget a link; an expert with no other counts as connected for a while (R7)."""
        if link in self._links:
            self._links.remove(link)
            self.floor.clock.call_later(LINK_GRACE, self._look_for_lost_desks)

    def _look_for_lost_desks(self) -> None:
        linked = {link.expert for link in self._links}
        for expert in tuple(self.floor.experts.values()):
            if expert.id in self._tokens.values() and expert.id not in linked:
                self.floor.link(expert.id, connected=False)

    def obey(self, expert: ExpertId, frame: expert_frames.Command) -> Reply:
        """Carry a command out once; the same id again gets the same answer."""
        reply = self._answered.get(frame.id)
        if reply is None:
            reply = self._answered[frame.id] = self._obey(expert, frame)
        return reply

    def look_up(self, expert: ExpertId, frame: expert_frames.AskQuery) -> expert_frames.Answer:
        """Answer a query."""
        return answer(self.floor, expert, frame)

    def _obey(self, expert: ExpertId, frame: expert_frames.Command) -> Reply:
        command = translate.command_from_wire(frame.command, CommandId(frame.id))
        if isinstance(command, SetAvailability | SetSlots | SignOut):
            decided = self.floor.act_on_self(expert, command)
            if isinstance(decided, Refused):
                return translate.refused_to_wire(decided, frame.id)
            return replies.Done(id=frame.id)
        if frame.conversation is None:
            return translate.refused_to_wire(Refused(Code.UNKNOWN_CONVERSATION), frame.id)
        target = ConversationId(frame.conversation)
        if isinstance(command, Post):
            files = self.depot.named(it.id for it in command.attachments)
            if files is None:
                return translate.refused_to_wire(Refused(Code.UNKNOWN_ATTACHMENT), frame.id)
            command = replace(command, attachments=files)
        entries = self.floor.act(target, command, Actor.of(expert))
        if isinstance(entries, Refused):
            return translate.refused_to_wire(entries, frame.id)
        if isinstance(command, Post):
            self.depot.use(command.attachments)
        return replies.Done(id=frame.id, seq=entries[-1].seq if entries else None)

    def _held(self, id_: ConversationId, hello: expert_frames.Hello) -> int:
        """Return up to where a desk holds these very events."""
        entries, known = self.floor.talks[id_].entries, hello.known.get(id_, 0)
        if not 0 < known <= len(entries):
            return 0
        at = hello.known_at.get(id_)
        return known if at in (None, Instant.of(entries[known - 1].at)) else 0

    def _replica(self, talk: Conversation, known: int) -> Replica:
        entries = self.floor.talks[talk.id].entries[known:]
        return translate.replica_to_wire(talk, self.floor.visitors[talk.visitor], entries)

    def _tell_happening(self, news: Happening) -> None:
        before, after = news.before, news.after
        for link in self._links:
            if link.expert == after.owner != before.owner:
                link.put(expert_frames.Arrived(conversation=self._replica(after, 0)))
            elif link.expert == before.owner:
                for entry in news.entries:
                    link.put(
                        expert_frames.Happened(
                            conversation=after.id,
                            seq=entry.seq,
                            at=Instant.of(entry.at),
                            event=translate.event_to_wire(entry.event),
                        )
                    )
                if (reason := _departure(news)) is not None:
                    link.put(expert_frames.Departed(conversation=after.id, reason=reason))

    def _tell_expert(self, expert: Expert) -> None:
        frame = expert_frames.ExpertChanged(expert=translate.expert_to_wire(expert))
        for link in self._links:
            link.put(frame)

    def _tell_queue(self, group: GroupId, waiting: int) -> None:
        for link in self._links:
            if group in self.floor.experts[link.expert].groups:
                link.put(expert_frames.QueueChanged(group=group, waiting=waiting))

    def tell_typing(self, conversation: ConversationId, text: str) -> None:
        """Show the owner what the visitor is typing (V6)."""
        owner = self.floor.talks[conversation].state.owner
        for link in self._links:
            if link.expert == owner:
                link.put(expert_frames.Typing(conversation=conversation, text=text))


def _departure(news: Happening) -> DepartReason | None:
    if news.before.status is Status.CLOSED:
        return None
    if news.after.status is Status.CLOSED:
        return DepartReason.CLOSED
    if news.before.owner == news.after.owner:
        return None
    kinds = {type(entry.event) for entry in news.entries}
    if Transferred in kinds:
        return DepartReason.TRANSFERRED
    return DepartReason.RELEASED if Released in kinds else DepartReason.REASSIGNED
