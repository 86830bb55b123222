"""Long random lives of experts, visitors and a clock: what must always hold does."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from typing_extensions import override

from pupitre.domain import commands as c
from pupitre.domain import events as e
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.evolution import fold
from pupitre.domain.ids import ConversationId, MessageId, VisitorId
from pupitre.domain.people import SYSTEM, VISITOR, Actor
from pupitre.domain.refusals import Code, Refused
from pupitre.domain.roster import linked, unlinked
from pupitre.domain.statistics import measure, summarise
from tests.domain.floor import Floor
from tests.support.playbook import (
    ADVICE,
    ALICE,
    BASKET,
    BRUNO,
    CHLOE,
    DELAY,
    HOME,
    ORDER,
    WORKSHOP,
)

EXPERTS = st.sampled_from([ALICE, BRUNO, CHLOE])
VISITORS = st.sampled_from([VisitorId(name) for name in ("zoe", "yann", "xena", "willy")])
BLINK, MOMENT, COFFEE = timedelta(milliseconds=1), timedelta(seconds=30), timedelta(minutes=2)
MORNING, DAY, WEEK = timedelta(hours=3), timedelta(hours=24), timedelta(days=8)
SPANS = st.sampled_from([BLINK, MOMENT, COFFEE, MORNING, MORNING, DAY, DAY, WEEK])
PAUSES = st.sampled_from([BLINK, COFFEE, MORNING, DAY, DAY, WEEK, -DAY, timedelta(days=31)])
TEXTS = st.sampled_from([*["Bonjour"] * 8, " ", "é" * 5_001])
"""What is right comes first and often: lives of refusals would be short of events."""
SUBJECTS = st.sampled_from([(DELAY,), (DELAY,), (), (ORDER,)])
TARGETS: Any = st.sampled_from(
    [
        {"expert": ALICE},
        {"expert": BRUNO},
        {"expert": CHLOE},
        {"group": ADVICE},
        {"group": WORKSHOP},
    ]
)
ON_A_DESK = (Status.OPEN, Status.PAUSED)


class Lives(RuleBasedStateMachine):
    """Three experts of two groups with two, one and two slots; four visitors; one clock."""

    def __init__(self) -> None:
        super().__init__()
        self.floor = Floor()
        self.written = 0

    @initialize(visitors=st.lists(VISITORS, min_size=1, unique=True))
    def the_day_begins(self, visitors: list[VisitorId]) -> None:
        for visitor in visitors:
            self.a_visitor_writes(visitor, "Bonjour")

    # ------------------------------------------------------------------------ visitors

    @rule(visitor=VISITORS, text=TEXTS)
    def a_visitor_writes(self, visitor: VisitorId, text: str) -> None:
        self.written += 1
        self.floor.write(visitor, text, self.written)

    @rule(
        visitor=VISITORS,
        command=st.sampled_from(
            [
                c.End(),
                c.MarkSeen(seq=3),
                c.MarkSeen(seq=99),
                c.GiveEmail(email="zoe@visitor.test"),
                c.AnswerSurvey(csat=4, nps=9),
                c.AnswerSurvey(csat=9),
            ]
        ),
    )
    def a_visitor_asks(self, visitor: VisitorId, command: c.VisitorCommand) -> None:
        if latest := self.floor.latest(visitor):
            self.floor.act(latest.id, command, VISITOR)

    @rule(
        visitor=VISITORS,
        command=st.sampled_from([c.Leave(), c.Arrive(page=HOME), c.Browse(page=BASKET)]),
    )
    def a_visitor_comes_and_goes(self, visitor: VisitorId, command: c.SystemCommand) -> None:
        if latest := self.floor.latest(visitor):
            self.floor.act(latest.id, command, SYSTEM)

    # ------------------------------------------------------------------------- experts

    def _asks(self, data: st.DataObject, command: c.OwnerCommand) -> None:
        """Let the owner ask it, mostly; let anybody ask it of anything, sometimes."""
        talk = self.floor.talks[data.draw(st.sampled_from(sorted(self.floor.talks)))]
        stranger = data.draw(EXPERTS) if data.draw(st.integers(0, 9)) == 0 else None
        who = stranger or talk.owner
        if who is None:
            return
        decision = self.floor.act(talk.id, command, Actor.of(who))
        if who != talk.owner:
            assert decision == Refused(Code.NOT_YOURS)

    @precondition(lambda self: self.floor.talks)
    @rule(data=st.data(), until=PAUSES, keep=st.booleans())
    def an_expert_pauses(self, data: st.DataObject, until: timedelta, keep: bool) -> None:
        self._asks(data, c.Pause(until=self.floor.now + until, keep=keep))

    @precondition(lambda self: self.floor.talks)
    @rule(data=st.data(), text=TEXTS)
    def an_expert_writes(self, data: st.DataObject, text: str) -> None:
        self.written += 1
        self._asks(data, c.Post(id=MessageId(f"m{self.written}"), text=text))

    @precondition(lambda self: self.floor.talks)
    @rule(data=st.data(), to=TARGETS, anyway=st.booleans())
    def an_expert_transfers(self, data: st.DataObject, to: Any, anyway: bool) -> None:
        self._asks(data, c.Transfer(**to, anyway=anyway))

    @precondition(lambda self: self.floor.talks)
    @rule(data=st.data(), subjects=SUBJECTS)
    def an_expert_closes(self, data: st.DataObject, subjects: Any) -> None:
        self._asks(data, c.Close(subjects=subjects))

    @precondition(lambda self: self.floor.talks)
    @rule(
        data=st.data(),
        command=st.sampled_from(
            [
                c.Resume(),
                c.Release(),
                c.MarkSeen(seq=99),
                c.Qualify(subjects=(DELAY,)),
                c.WriteNote(text="?"),
            ]
        ),
    )
    def an_expert_asks(self, data: st.DataObject, command: c.OwnerCommand) -> None:
        self._asks(data, command)

    @precondition(lambda self: self.floor.talks)
    @rule(data=st.data(), lasts=st.sampled_from([BLINK, COFFEE]))
    def an_expert_blocks(self, data: st.DataObject, lasts: timedelta) -> None:
        self._asks(data, c.BlockVisitor(reason="?", until=self.floor.now + lasts))

    @rule(
        who=EXPERTS,
        command=st.builds(c.SetAvailability, available=st.booleans())
        | st.builds(c.SetSlots, slots=st.integers(0, 5))
        | st.just(c.SignOut()),
    )
    def an_expert_chooses(self, who: Any, command: c.SelfCommand) -> None:
        desk = self.floor.desk(who)
        decision = self.floor.choose(who, command)
        if isinstance(command, c.SignOut):
            assert isinstance(decision, Refused) is bool(desk)  # R9

    @rule(who=EXPERTS, connected=st.booleans())
    def a_link_comes_or_goes(self, who: Any, connected: bool) -> None:
        it, now = self.floor.experts[who], self.floor.now
        after = linked(it, now) if connected else unlinked(it, now)
        assert after == replace(it, connected=connected, away_since=after.away_since)  # R7
        self.floor.become(after)

    # --------------------------------------------------------------------------- clock

    @rule(span=SPANS, asleep=st.booleans())
    def time_passes(self, span: timedelta, asleep: bool) -> None:
        self.floor.ring(self.floor.now + span, asleep=asleep)

    @rule(data=st.data())
    def the_clock_rings_for_nothing(self, data: st.DataObject) -> None:
        for id_, talk in list(self.floor.talks.items()):
            due = self.floor.due(talk)
            for command in (c.Wake(), c.Reclaim(), c.SendMail()):
                if due is None or due.at > self.floor.now:
                    assert isinstance(self.floor.act(id_, command, SYSTEM), Refused)

    # ---------------------------------------------------------------- what always holds

    @invariant()
    def folding_gives_what_deciding_did(self) -> None:
        for id_, talk in self.floor.talks.items():
            assert fold(self.floor.blanks[id_], self.floor.entries[id_]) == talk

    @invariant()
    def a_pause_ends_once(self) -> None:
        for entries in self.floor.entries.values():
            asleep = False
            for entry in entries:
                if isinstance(entry.event, e.Resumed):
                    assert asleep
                ends = (e.Resumed, e.Released, e.Transferred, e.Closed)
                asleep = isinstance(entry.event, e.Paused) or (
                    asleep and not isinstance(entry.event, ends)
                )

    @invariant()
    def nobody_is_forgotten(self) -> None:
        """Every open question has a deadline, an owner who can act, or a queue it must wait in."""
        for talk in self.floor.talks.values():
            if talk.status is Status.WAITING:
                self._waits_for_a_reason(talk)
            elif talk.status is Status.PAUSED:
                assert self.floor.due(talk) is not None
            elif talk.status is Status.OPEN:
                self._is_in_good_hands(talk)

    def _waits_for_a_reason(self, talk: Conversation) -> None:
        free = {
            it.id
            for it in self.floor.experts.values()
            if it.is_eligible and talk.group in it.groups
        }
        assert free <= {self.floor.givers.get(talk.id)}
        assert talk.waiting_since is not None

    def _is_in_good_hands(self, talk: Conversation) -> None:
        assert talk.owner is not None
        owner = self.floor.experts[talk.owner]
        asked = talk.visitor_waits_since or talk.owner_needed_since
        assert owner.is_present or not asked or self.floor.due(talk) is not None

    @invariant()
    def nothing_is_overdue(self) -> None:
        """Only mail can be: for an address that was given late."""
        for talk in self.floor.talks.values():
            due = self.floor.due(talk)
            assert due is None or due.at >= self.floor.now or due.command == c.SendMail()

    @invariant()
    def an_absence_has_a_date(self) -> None:
        for it in self.floor.experts.values():
            assert (it.away_since is None) is it.is_present

    @invariant()
    def goodbye_is_proposed_only_after_two_pauses_without_a_word(self) -> None:
        for talk in self.floor.talks.values():
            assert not talk.goodbye_proposed or talk.pauses_in_row >= 2

    @override
    def teardown(self) -> None:
        """Count it all: no time is spent twice."""
        found = []
        for id_, blank in self.floor.blanks.items():
            measures = measure(blank, self.floor.entries[id_], self.floor.now)
            started = self.floor.talks[id_].started_at
            assert measures is not None
            assert started is not None
            assert timedelta() <= measures.handling <= self.floor.now - started
            found.append(measures)
        assert summarise(found).conversations == len(self.floor.talks)


Lives.TestCase.settings = settings(max_examples=60, stateful_step_count=60, deadline=None)
TestLives = Lives.TestCase


def test_every_kind_of_event_can_happen_on_this_floor() -> None:
    """A check of the check: the machine's acts reach what they are meant to reach."""
    floor, seen = Floor(), set[type[e.Event]]()
    zoe, id_ = VisitorId("zoe"), ConversationId("c1")
    floor.write(zoe, "Bonjour", 1)
    alice = Actor.of(ALICE)
    assert floor.talks[id_].owner == ALICE
    for command in (
        c.Pause(until=floor.now + timedelta(hours=3), keep=False),
        c.Resume(),
        c.Release(),
    ):
        floor.act(id_, command, alice)
    assert floor.talks[id_].owner == BRUNO
    floor.act(id_, c.Transfer(group=WORKSHOP), Actor.of(BRUNO))
    floor.act(id_, c.Close(subjects=(DELAY,)), Actor.of(CHLOE))
    floor.act(id_, c.AnswerSurvey(csat=5), VISITOR)
    seen |= {type(entry.event) for entry in floor.entries[id_]}
    assert {e.Started, e.Message, e.Assigned, e.Paused, e.Resumed, e.Released} <= seen
    assert {e.Transferred, e.Closed, e.SurveyAnswered} <= seen
