"""What is told outside the window, and what is not."""

from dataclasses import replace
from datetime import timedelta

from pupitre.client import alerts
from pupitre.client.changes import Alert, AlertKind
from pupitre.client.replica import Step
from pupitre.domain.attachments import Attachment
from pupitre.domain.conversation import Conversation
from pupitre.domain.events import (
    Assigned,
    AssignReason,
    Closed,
    Event,
    Paused,
    Released,
    Resumed,
    ResumeReason,
    Transferred,
    VisitorLeft,
)
from pupitre.domain.evolution import evolve
from pupitre.domain.ids import AttachmentId
from pupitre.domain.people import Role
from tests.client.ground import ALICE, BRUNO, NOON, TALK, entry, opened, wrote

LATER = NOON + timedelta(hours=3)
PAUSED = Paused(until=LATER, keep=True, count=1)
REPLIED = Resumed(reason=ResumeReason.VISITOR_REPLIED)
EXPIRED = Resumed(reason=ResumeReason.EXPIRED)


def steps(talk: Conversation, *events: Event) -> list[Step]:
    made = []
    for event in events:
        happened = entry(talk.seq + 1, event)
        after = evolve(talk, happened)
        made.append(Step(talk, happened, after))
        talk = after
    return made


def told(talk: Conversation, *events: Event) -> list[Alert]:
    watch = alerts.Watch()
    found = (watch.alert(step, ALICE) for step in steps(talk, *events))
    return [alert for alert in found if alert]


def test_a_conversation_that_arrives_is_told_with_its_words() -> None:
    alert = alerts.arrived(opened())
    assert (alert.kind, alert.text) == (AlertKind.ARRIVED, "Bonjour")


def test_a_conversation_that_a_colleague_hands_on_is_told_with_their_note() -> None:
    handed = Transferred(sender=BRUNO, expert=ALICE, note="Il attend\nun devis")
    events: list[Event] = [handed, Assigned(expert=ALICE, reason=AssignReason.TRANSFERRED)]
    entries = [entry(seq, event) for seq, event in enumerate(events, 3)]
    alert = alerts.arrived(opened(), entries)
    assert (alert.sender, alert.note, alert.text) == (BRUNO, "Il attend un devis", "Bonjour")


def test_one_that_was_handed_on_long_ago_is_told_as_any_other() -> None:
    handed = Transferred(sender=BRUNO, expert=ALICE)
    reasons = AssignReason.TRANSFERRED, AssignReason.RELEASED
    events: list[Event] = [handed, *(Assigned(expert=ALICE, reason=it) for it in reasons)]
    entries = [entry(seq, event) for seq, event in enumerate(events, 3)]
    assert alerts.arrived(opened(), entries).sender is None


def test_a_message_of_the_visitor_is_told() -> None:
    assert told(opened(), wrote("Et\nla selle ?")) == [
        Alert(kind=AlertKind.MESSAGE, conversation=TALK, text="Et la selle ?")
    ]


def test_a_file_without_words_is_told_by_its_name() -> None:
    photo = Attachment(id=AttachmentId("1"), name="v\u202eelo.png")
    alert = told(opened(), replace(wrote(""), attachments=(photo,)))[0]
    assert (alert.text, alert.files) == ("", ("velo.png",))


def test_a_message_of_yours_or_a_presence_is_not() -> None:
    assert told(opened(), wrote("a", author=Role.EXPERT), VisitorLeft()) == []


def test_a_visitor_who_writes_in_a_pause_makes_one_alert_with_the_words() -> None:
    (alert,) = told(opened(PAUSED), REPLIED, wrote("Me revoilà"))
    assert (alert.kind, alert.text) == (AlertKind.REAPPEARED, "Me revoilà")
    assert alert.resume_reason is ResumeReason.VISITOR_REPLIED
    assert alert.previous_until == LATER


def test_the_next_message_after_it_is_a_message_again() -> None:
    kinds = [it.kind for it in told(opened(PAUSED), REPLIED, wrote("a"), wrote("b"))]
    assert kinds == [AlertKind.REAPPEARED, AlertKind.MESSAGE]


def test_an_expired_pause_is_told() -> None:
    (alert,) = told(opened(wrote("ok", author=Role.EXPERT), PAUSED), EXPIRED)
    assert (alert.kind, alert.resume_reason) == (AlertKind.REAPPEARED, ResumeReason.EXPIRED)
    assert alert.text == "", "the visitor said nothing new"


def test_a_pause_that_ends_elsewhere_is_not_told_here() -> None:
    """P7: without *keep* it goes on to somebody else."""
    paused = Paused(until=LATER, keep=False, count=1)
    onward = (Released(expert=ALICE), Assigned(expert=BRUNO, reason=AssignReason.RELEASED))
    assert told(opened(paused), EXPIRED, *onward) == []


def test_taking_it_back_oneself_is_not_told() -> None:
    assert told(opened(PAUSED), Resumed(reason=ResumeReason.BY_EXPERT)) == []


def test_a_visitor_who_ends_the_conversation_is_told() -> None:
    (alert,) = told(opened(), Closed(by=Role.VISITOR, expert=ALICE))
    assert alert.kind is AlertKind.ENDED_BY_VISITOR


def test_what_happens_to_somebody_else_s_conversation_is_not_told() -> None:
    other = opened(Assigned(expert=BRUNO, reason=AssignReason.TRANSFERRED))
    assert told(other, wrote("a"), Closed(by=Role.VISITOR)) == []


def test_of_the_past_only_a_reappearance_is_told_once() -> None:
    missed = steps(opened(PAUSED), REPLIED, wrote("a"), PAUSED, REPLIED, wrote("b"), wrote("c"))
    alert = alerts.missed(missed, ALICE)
    assert alert
    assert (alert.kind, alert.text) == (AlertKind.REAPPEARED, "c")
    assert alerts.missed([], ALICE) is None


def test_of_the_past_words_are_told_while_nobody_answered() -> None:
    alert = alerts.missed(steps(opened(), wrote("a"), wrote("b")), ALICE)
    assert alert
    assert (alert.kind, alert.text) == (AlertKind.MESSAGE, "b")
    answered = steps(opened(), wrote("a"), wrote("oui", author=Role.EXPERT))
    assert alerts.missed(answered, ALICE) is None


def test_one_that_came_meanwhile_is_told_while_somebody_waits_there() -> None:
    alert = alerts.arrived_meanwhile(opened())
    assert alert
    assert alert.kind is AlertKind.ARRIVED
    assert alerts.arrived_meanwhile(opened(wrote("oui", author=Role.EXPERT))) is None


def test_a_reappearance_that_is_over_is_not_told() -> None:
    again = steps(opened(PAUSED), REPLIED, wrote("a"), PAUSED)
    assert alerts.missed(again, ALICE) is None
