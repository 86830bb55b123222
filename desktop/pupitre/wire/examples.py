"""One example of each frame, for the contract's readers."""

from collections.abc import Sequence

from msgspec import Struct

from pupitre.domain.conversation import Status
from pupitre.domain.events import AssignReason
from pupitre.domain.people import Role
from pupitre.domain.refusals import SENTENCES, Code
from pupitre.wire import commands, events, queries, replies, shapes, visitor_events
from pupitre.wire import expert_frames as expert
from pupitre.wire import visitor_frames as visitor
from pupitre.wire.instants import Instant
from pupitre.wire.replica import Replica

NOW = Instant.parse("2026-11-22T15:47:00.000Z")
LATER = Instant.parse("2026-11-22T18:47:00.000Z")
ID = "01936b2e-7c1a-7a34-9b1e-5c0f2d6a8e11"
PAGE = shapes.Page(url="https://velo.test/freins", title="Freins – Vélo Lumière")

ALICE = shapes.Expert(
    id="x-alice",
    name="Alice Martin",
    email="alice@demo.test",
    groups=("velo",),
    available=True,
    connected=True,
    open=1,
)
VELO = shapes.Mission(
    id="velo",
    name="Vélo Lumière",
    mark="VL",
    colour="#1d6f8a",
    groups=(shapes.Group(id="velo", name="Conseil", queue_size=50),),
    subjects=(
        shapes.Subject(
            id="order", name="Commande", children=(shapes.Subject(id="delay", name="Retard"),)
        ),
    ),
    subjects_required=True,
    asynchronous=True,
)
QUESTION = events.Message(id=ID, author="visitor", text="Bonjour, où est ma commande ?")
ENTRIES = (
    events.Entry(seq=1, at=NOW, event=events.Started(page=PAGE)),
    events.Entry(seq=2, at=NOW, event=QUESTION),
    events.Entry(seq=3, at=NOW, event=events.Assigned(expert=ALICE.id, reason=AssignReason.ROUTED)),
)
REPLICA = Replica(
    id="c-1",
    mission=VELO.id,
    group="velo",
    visitor=shapes.Visitor(id="v-1", on_site=True, page=PAGE),
    events=ENTRIES,
)
ANSWER = visitor_events.Message(
    id=ID, author="expert", text="Je regarde.", expert=ALICE.id, expert_name="Alice"
)
HIT = queries.Hit(
    conversation="c-1",
    mission=VELO.id,
    visitor="v-1",
    at=NOW,
    excerpt="où est ma commande",
    status=Status.OPEN,
)
REFUSED = replies.Refused(
    id=ID, code=Code.PAUSE_IN_THE_PAST, message=SENTENCES[Code.PAUSE_IN_THE_PAST]
)

EXPERT_TO_SERVER: Sequence[Struct] = (
    expert.Hello(token="Zr0…", app="pupitre 0.1.0", known={"c-1": 3}),  # noqa: S106 -- nobody has it
    expert.Command(id=ID, conversation="c-1", command=commands.Pause(until=LATER)),
    expert.Typing(conversation="c-1"),
    expert.AskQuery(id=ID, query=queries.AskSearch(text="commande")),
    replies.Ping(),
)
EXPERT_FROM_SERVER: Sequence[Struct] = (
    expert.Welcome(now=NOW, you=ALICE, missions=(VELO,), conversations=(REPLICA,)),
    replies.Done(id=ID, seq=4),
    REFUSED,
    expert.Happened(
        conversation="c-1", seq=4, at=NOW, event=events.Paused(until=LATER, keep=True, count=1)
    ),
    expert.Arrived(conversation=REPLICA),
    expert.Departed(conversation="c-1", reason=expert.DepartReason.CLOSED),
    expert.Erased(conversations=("c-1", "c-2")),
    expert.ExpertChanged(expert=ALICE),
    expert.Typing(conversation="c-1", text="Et aussi, pour les fr"),
    expert.Answer(id=ID, answer=queries.Hits(hits=(HIT,))),
    expert.QueueChanged(group="velo", waiting=2),
    replies.Pong(),
)
VISITORS_MISSION = visitor.VisitorMission(name="Vélo Lumière", asynchronous=True, available=True)
VISITOR_TO_SERVER: Sequence[Struct] = (
    visitor.Hello(mission="velo", page=PAGE),
    visitor.Command(id=ID, command=commands.Post(text="Bonjour, où est ma commande ?")),
    visitor.Browsed(url="https://velo.test/panier", title="Panier"),
    visitor.Writing(text="Et aussi, pour les fr"),
    visitor.Looked(),
    replies.Ping(),
)
VISITOR_FROM_SERVER: Sequence[Struct] = (
    visitor.Welcome(
        visitor="kT9…",
        now=NOW,
        mission=VISITORS_MISSION,
        conversation=visitor_events.VisitorReplica(
            id="c-1", events=(visitor_events.VisitorEntry(seq=5, at=NOW, event=ANSWER),)
        ),
        unseen=1,
    ),
    replies.Done(id=ID, seq=2),
    REFUSED,
    visitor.Happened(
        conversation="c-1",
        seq=9,
        at=NOW,
        event=visitor_events.Closed(by=Role.EXPERT, survey=True),
    ),
    visitor.ExpertTyping(conversation="c-1"),
    visitor.MissionTold(mission=VISITORS_MISSION),
    replies.Pong(),
)
