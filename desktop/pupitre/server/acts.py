"""Carries commands out: decide, make it happen in memory, and pass freed slots on (R4)."""

from collections.abc import Iterable
from dataclasses import replace

from pupitre.domain.commands import Assign, ConversationCommand
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.events import (
    Assigned,
    AssignReason,
    Blocked,
    EmailGiven,
    EmailWithdrawn,
    Entry,
    Event,
    Message,
)
from pupitre.domain.ids import ConversationId, ExpertId
from pupitre.domain.lifecycle import decide
from pupitre.domain.people import SYSTEM, Actor, Block, Expert
from pupitre.domain.refusals import Refused
from pupitre.domain.routing import takes_next
from pupitre.domain.scene import Scene
from pupitre.server.answers import Answer, Done
from pupitre.server.dues import index
from pupitre.server.folding import folded
from pupitre.server.round import Change, Round
from pupitre.server.talks import Talk
from pupitre.wire import codec


def carry_out(round_: Round, talk: Talk, command: ConversationCommand, actor: Actor) -> Answer:
    """Decide, and make it happen here; it is not stored yet."""
    decision = decide(talk.state, command, _scene(round_, talk, actor))
    if isinstance(decision, Refused):
        return decision
    if not decision:
        return Done()
    mark = len(round_.moves)
    entries = _happen(round_, talk, decision)
    give_to_the_free(round_, round_.moves[mark:], passing=talk.state)
    return Done(_made(entries))


def _scene(round_: Round, talk: Talk, actor: Actor) -> Scene:
    present, state = round_.present, talk.state
    guest = present.guests.get(state.visitor)
    previous = present.talk(state.previous) if state.is_blank else None
    return Scene(
        now=round_.now,
        actor=actor,
        mission=present.floor.missions[state.mission],
        experts=present.floor.teams[state.mission],
        waiting=present.floor.waiting_in(state.group),
        block=guest.block if guest else None,
        favourite=previous.state.owner if previous else None,
    )


def _made(entries: tuple[Entry, ...]) -> int:
    """Return the number of the event that the command made: the message if there is one."""
    messages = (entry.seq for entry in entries if isinstance(entry.event, Message))
    return next(messages, entries[-1].seq)


def _happen(round_: Round, talk: Talk, happened: tuple[Event, ...]) -> tuple[Entry, ...]:
    before, after = talk.state, talk
    entries = tuple(
        [
            Entry(seq=number, at=round_.now, event=event)
            for number, event in enumerate(happened, before.seq + 1)
        ]
    )
    bodies = []
    for entry in entries:
        after = after.then(entry)
        bodies.append(_write(round_, after.state, entry))
    if before.is_blank:
        _begin(round_, after.state)
    round_.place(before, after.state)
    _count_loads(round_, before, after.state, entries)
    after = index(round_, after)
    round_.put(after)
    round_.batch.project(after.state, before)
    round_.changes.append(Change(before, after, entries, bodies))
    return entries


def _write(round_: Round, state: Conversation, entry: Entry) -> str:
    """Note what is stored of an event, and return it."""
    id_, seq, body = state.id, entry.seq, codec.encode_event(entry.event)
    row = {"conversation": id_, "seq": seq, "at": entry.at, "body": body.encode()}
    round_.batch.events.append(row)
    guest = round_.present.guests.get(state.visitor)
    match entry.event:
        case Message(text=text):
            round_.batch.texts.append({"conversation": id_, "seq": seq, "folded": folded(text)})
        case EmailGiven(email=email) if guest:
            round_.keep(replace(guest, email=email))
            round_.batch.change_visitor(state.visitor, {"email": email})
        case EmailWithdrawn() if guest:
            round_.keep(replace(guest, email=None))
            round_.batch.change_visitor(state.visitor, {"email": None})
        case Blocked(expert=expert, reason=reason, until=until) if guest:
            block = Block(expert=expert, at=entry.at, reason=reason, until=until)
            round_.keep(replace(guest, block=block))
            round_.batch.block(state.visitor, block)
    return body


def _begin(round_: Round, state: Conversation) -> None:
    """Note the conversation as its visitor's latest; keep a visitor who never wrote before."""
    round_.batch.created.add(state.id)
    guest = round_.present.guests.get(state.visitor)
    if guest is None:
        return
    if not guest.stored:
        round_.batch.visitors.append(guest.row(round_.now))
    round_.keep(replace(guest, latest=state.id, stored=True))


def _count_loads(
    round_: Round, before: Conversation, after: Conversation, entries: Iterable[Entry]
) -> None:
    """Give back the slot that was left and take the one that is needed (P3, R2)."""
    left, taken = _on_desk(before), _on_desk(after)
    experts = round_.present.floor.experts
    if left and left != taken and left in experts:
        round_.load(replace(experts[left], open=experts[left].open - 1), -1, over=False)
    assigned = [entry.event for entry in entries if isinstance(entry.event, Assigned)]
    if taken and left != taken and taken in experts:
        over = not assigned or assigned[-1].reason is AssignReason.TRANSFERRED
        round_.load(replace(experts[taken], open=experts[taken].open + 1), +1, over=over)
    if assigned and after.owner in experts:
        round_.change(replace(experts[after.owner], last_assigned=round_.now))


def _on_desk(conversation: Conversation) -> ExpertId | None:
    return conversation.owner if conversation.status is Status.OPEN else None


def give_to_the_free(
    round_: Round, moves: Iterable[tuple[Expert, Expert]], passing: Conversation | None = None
) -> None:
    """Let experts who may take more now take what has waited longest, until full (R4)."""
    free = dict.fromkeys(after.id for before, after in moves if _may_take_more(before, after))
    for expert in free:
        while (talk := _next_for(round_, expert, passing)) is not None:
            carry_out(round_, talk, Assign(expert=expert), SYSTEM)


def _may_take_more(before: Expert, after: Expert) -> bool:
    freed = after.open < before.open or after.slots > before.slots
    return after.is_eligible and (freed or not before.is_eligible or after.groups != before.groups)


def _next_for(round_: Round, id_: ExpertId, passing: Conversation | None) -> Talk | None:
    present = round_.present
    expert = present.floor.experts[id_]
    if not expert.is_eligible:
        return None
    talks = (present.talk(waiting) for waiting in present.floor.waiting_for(expert))
    given_back = passing if passing and passing.owner == id_ else None
    chosen = takes_next(expert, [talk.state for talk in talks if talk], given_back)
    return present.talk(ConversationId(chosen.id)) if chosen else None
