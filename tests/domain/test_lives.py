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
from pupitre.domain.ids import ConversationId, ExpertId, MessageId, VisitorId
from pupitre.domain.people import SYSTEM, VISITOR, Actor
from pupitre.domain.refusals import Code, Refused
from pupitre.domain.roster import linked, unlinked
from pupitre.domain.statistics import Measures, measure, summarise
from tests.domain.floor import Floor
from tests.support.playbook import (
    ADVICE,
    ALICE,
    BASKET,
    BRUNO,
    CHLOE,
    DELAY,
    HOME,
    NINE,
    ORDER,
    WORKSHOP,
)

EXPERTS = st.sampled_from([ALICE, BRUNO, CHLOE])
VISITORS = st.sampled_from([VisitorId(name) for name in ("zoe", "yann", "xena", "willy")])
BLINK, MOMENT, COFFEE = timedelta(milliseconds=1), timedelta(seconds=30), timedelta(minutes=2)
MORNING, DAY, WEEK = timedelta(hours=3), timedelta(hours=24), timedelta(days=8)
SPANS = st.sampled_from([BLINK, BLINK, MOMENT, MOMENT, COFFEE, COFFEE, MORNING, DAY, DAY, WEEK])
NEW = MessageId("the floor numbers it")


def often(times: int, *acts: c.ConversationCommand) -> list[c.ConversationCommand]:
    """Weigh: lives of refusals would be short of events."""
    return list(acts) * times


OWNERS: st.SearchStrategy[Any] = st.sampled_from(
    [
        *often(6, c.Post(id=NEW, text="Bonjour !")),
        *(c.Post(id=NEW, text=text) for text in (" ", "é" * 5_001)),
        *(
            c.Pause(until=NINE + span, keep=keep)
            for span in (BLINK, COFFEE, MORNING, DAY, -DAY, timedelta(days=31))
            for keep in (True, False)
        ),
        *often(2, c.Resume()),
        *often(3, c.Release()),
        *(
            c.Transfer(expert=who, group=group, anyway=anyway)
            for who, group in ((ALICE, None), (BRUNO, None), (CHLOE, None), (None, WORKSHOP))
            for anyway in (True, False)
        ),
        c.Transfer(group=ADVICE, anyway=True),
        *often(4, c.Close(subjects=(DELAY,))),
        *(c.Close(), c.Close(subjects=(ORDER,)), c.Qualify(subjects=(DELAY,))),
        *(c.MarkSeen(seq=99), c.WriteNote(text="?")),
        *(c.BlockVisitor(reason="?", until=NINE + span) for span in (BLINK, COFFEE)),
    ]
)
"""What experts ask; instants are as of nine o'clock."""
GUESTS: st.SearchStrategy[Any] = st.sampled_from(
    [
        *often(8, c.Post(id=NEW, text="Bonjour ?")),
        *(c.Post(id=NEW, text=text) for text in ("", "é" * 5_001)),
        *(c.End(), c.MarkSeen(seq=3), c.MarkSeen(seq=99)),
        *often(2, c.GiveEmail(email="zoe@visitor.test")),
        *(c.AnswerSurvey(csat=4, nps=9), c.AnswerSurvey(csat=9)),
        *often(2, c.Leave(), c.Arrive(page=HOME)),
        c.Browse(page=BASKET),
    ]
)
"""What visitors ask, and their comings and goings."""
CHOICES: st.SearchStrategy[Any] = st.sampled_from(
    [
        *[c.SetAvailability(available=True), linked] * 5,
        *(c.SetAvailability(available=False), unlinked, c.SignOut()),
        *(c.SetSlots(slots=slots) for slots in range(6)),
    ]
)
"""What experts decide about themselves, and what happens to their link."""
ASTRAY = st.sampled_from([*[False] * 9, True])
ON_A_DESK = (Status.OPEN, Status.PAUSED)


class Lives(RuleBasedStateMachine):
    """Three experts of two groups with two, one and two slots; four visitors; one clock."""

    def __init__(self) -> None:
        super().__init__()
        self.floor = Floor()

    @initialize(visitors=st.lists(VISITORS, min_size=1, unique=True))
    def the_day_begins(self, visitors: list[VisitorId]) -> None:
        for visitor in visitors:
            self.floor.write(visitor, "Bonjour")

    @rule(visitor=VISITORS)
    def a_visitor_writes(self, visitor: VisitorId) -> None:
        self.floor.write(visitor, "Vous êtes là ?")

    @rule(visitor=VISITORS, command=GUESTS)
    def a_visitor_acts(self, visitor: VisitorId, command: Any) -> None:
        latest = self.floor.latest(visitor)
        if isinstance(command, c.Post):
            self.floor.write(visitor, command.text)
        elif latest:
            system = isinstance(command, c.Arrive | c.Leave | c.Browse)
            self.floor.act(latest.id, command, SYSTEM if system else VISITOR)

    @precondition(lambda self: self.floor.talks)
    @rule(data=st.data(), command=OWNERS)
    def an_expert_acts(self, data: st.DataObject, command: Any) -> None:
        """Let an owner ask it of what is on their desk; sometimes anybody, of anything."""
        talks = self.floor.talks
        desks = sorted(id_ for id_, talk in talks.items() if talk.status in ON_A_DESK)
        astray = not desks or data.draw(ASTRAY)
        talk = talks[data.draw(st.sampled_from(sorted(talks) if astray else desks))]
        who = data.draw(EXPERTS) if astray else talk.owner
        assert who is not None
        if isinstance(command, c.Pause | c.BlockVisitor) and command.until:
            command = replace(command, until=self.floor.now + (command.until - NINE))
        decision = self.floor.act(talk.id, command, Actor.of(who))
        if who != talk.owner:
            assert decision == Refused(Code.NOT_YOURS)

    @rule(who=EXPERTS, choice=CHOICES)
    def an_expert_decides(self, who: ExpertId, choice: Any) -> None:
        it, desk = self.floor.experts[who], self.floor.desk(who)
        if callable(choice):
            after = choice(it, self.floor.now)
            assert (after.available, after.slots) == (it.available, it.slots)  # R7
            self.floor.become(after)
            return
        decision = self.floor.choose(who, choice)
        if isinstance(choice, c.SignOut):
            assert isinstance(decision, Refused) is bool(desk)  # R9

    # --------------------------------------------------------------------------- clock

    @rule(span=SPANS, asleep=st.booleans())
    def time_passes(self, span: timedelta, asleep: bool) -> None:
        self.floor.ring(self.floor.now + span, asleep=asleep)

        for id_ in self.floor.talks:
            for command in (c.Wake(), c.Reclaim(), c.SendMail()):
                assert isinstance(self.floor.act(id_, command, SYSTEM), Refused)

    # ---------------------------------------------------------------- what always holds

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

    # --------------------------------------------------------------- at the end of the day

    @override
    def teardown(self) -> None:
        """Look back at each whole life."""
        for id_, entries in self.floor.entries.items():
            assert fold(self.floor.blanks[id_], entries) == self.floor.talks[id_]
            self._each_pause_ended_once(entries)
        measures = [self._measured(id_) for id_ in self.floor.talks]
        assert summarise(measures).conversations == len(self.floor.talks)

    def _each_pause_ended_once(self, entries: list[e.Entry]) -> None:
        asleep = False
        for entry in entries:
            assert asleep or not isinstance(entry.event, e.Resumed)
            ended = isinstance(entry.event, e.Resumed | e.Released | e.Transferred | e.Closed)
            asleep = isinstance(entry.event, e.Paused) or (asleep and not ended)

    def _measured(self, id_: ConversationId) -> Measures:
        """Count it: no time is spent twice."""
        found = measure(self.floor.blanks[id_], self.floor.entries[id_], self.floor.now)
        started = self.floor.talks[id_].started_at
        assert found is not None
        assert started is not None
        assert timedelta() <= found.handling <= self.floor.now - started
        return found


Lives.TestCase.settings = settings(max_examples=100, stateful_step_count=80, deadline=None)
TestLives = Lives.TestCase


def test_every_kind_of_event_can_happen_on_this_floor() -> None:
    """A check of the check: the machine's acts reach what they are meant to reach."""
    floor, seen = Floor(), set[type[e.Event]]()
    zoe, id_ = VisitorId("zoe"), ConversationId("c1")
    floor.write(zoe, "Bonjour")
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
