"""Commands leave in order, one at a time per conversation."""

from datetime import timedelta

from pupitre.client.outbox import Outbox, Pending
from pupitre.client.views import Delivery
from pupitre.domain.commands import MarkSeen, Resume, SetAvailability, SetSlots, SignOut
from pupitre.domain.ids import CommandId, ConversationId
from tests.client.ground import TALK, pending, post

OTHER = ConversationId("other")
A, B = CommandId("a"), CommandId("b")


def outbox(*commands: Pending) -> Outbox:
    made = Outbox()
    for it in commands:
        made.add(it)
    return made


def ids(it: Outbox) -> list[str]:
    return [pending.id for pending in it.ready()]


def test_the_second_waits_for_the_answer_to_the_first() -> None:
    box = outbox(pending(post("a")), pending(post("b")), pending(post("c"), conversation=OTHER))
    assert ids(box) == ["a", "c"]
    for it in list(box.ready()):
        it.in_flight = True
    assert ids(box) == []
    box.stored(A, 4, 4)
    assert ids(box) == ["b"]


def test_nothing_leaves_before_it_is_on_disk() -> None:
    it = pending(post("a"))
    it.on_disk = False
    assert ids(outbox(it)) == []


def test_a_held_message_waits_and_holds_what_follows() -> None:
    box = outbox(pending(post("a"), hold=timedelta(seconds=5)), pending(post("b")))
    assert ids(box) == []
    assert [it.delivery for it in box.held()] == [Delivery.HELD]
    assert [it.id for it in box.let_go(TALK)] == ["a"]
    assert ids(box) == ["a"]


def test_only_a_held_message_can_be_taken_back() -> None:
    box = outbox(pending(post("a"), hold=timedelta(seconds=5)), pending(post("b")))
    assert box.take_back(A) is not None
    assert box.take_back(A) is None
    assert box.take_back(B) is None
    assert ids(box) == ["b"]


def test_what_was_in_flight_goes_again_first() -> None:
    box = outbox(pending(post("a")), pending(post("b")))
    next(box.ready()).in_flight = True
    assert [it.id for it in box.link_lost()] == ["a"]
    assert ids(box) == ["a"]


def test_a_stored_command_is_projected_until_its_event_comes() -> None:
    box = outbox(pending(post("a")))
    box.stored(A, 7, 5)
    assert [it.delivery for it in box.of(TALK)] == [Delivery.STORED]
    box.caught_up(TALK, 6)
    assert len(box.of(TALK)) == 1
    box.caught_up(TALK, 7)
    assert box.of(TALK) == []


def test_a_stored_command_whose_event_came_is_over() -> None:
    box = outbox(pending(post("a")))
    box.stored(A, 7, 7)
    assert box.of(TALK) == []
    assert box.stored(A, 7, 7) is None


def test_a_confirmed_command_is_not_projected_but_still_waits_for_its_answer() -> None:
    it = pending(post("a"))
    box = outbox(it)
    it.confirmed = True
    assert box.of(TALK) == []
    assert len(box) == 1


def test_what_was_seen_overtakes_and_replaces_what_was_seen_before() -> None:
    box = outbox(pending(post("a"), hold=timedelta(5)), pending(MarkSeen(seq=2), "s2"))
    assert [it.id for it in box.add(pending(MarkSeen(seq=4), "s4"))] == ["s2"]
    assert ids(box) == ["s4"]
    assert len(box) == 1, "the screen says it again: not counted, not kept"


def test_signing_out_comes_last() -> None:
    box = outbox(pending(Resume()), pending(SignOut(), "out", conversation=None))
    assert ids(box) == ["c1"]
    box.answered(CommandId("c1"))
    assert ids(box) == ["out"]


def test_choices_about_oneself_are_not_lost_behind_a_sign_out() -> None:
    box = outbox(
        pending(SignOut(), "out", conversation=None),
        pending(SetSlots(slots=2), "slots", conversation=None),
        pending(SetAvailability(available=True), "free", conversation=None),
    )
    assert [it.id for it in box.of_yourself()] == ["out", "slots", "free"]


def test_a_resting_command_waits() -> None:
    it = pending(post("a"))
    it.resting = True
    assert ids(outbox(it)) == []


def test_it_can_be_emptied() -> None:
    box = outbox(pending(post("a")))
    box.clear()
    assert (len(box), box.of(TALK), ids(box), box.get(A)) == (0, [], [], None)


def test_what_is_asked_of_an_erased_conversation_is_forgotten() -> None:
    its = [pending(post("a"), hold=timedelta(5)), pending(post("b")), pending(MarkSeen(seq=1), "s")]
    box = outbox(*its, pending(SetSlots(slots=2), "slots", conversation=None))
    box.stored(its[1].id, 9, 3)
    assert box.forget(TALK) == [its[0], its[2]]
    assert (box.of(TALK), len(box), ids(box)) == ([], 1, ["slots"])
    assert box.forget(TALK) == []
