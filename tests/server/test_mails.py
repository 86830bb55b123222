"""Mails under way in memory: due in order, one for a conversation."""

from dataclasses import replace
from datetime import timedelta

from pupitre.domain.events import Mailed
from pupitre.domain.ids import ConversationId, MessageId, VisitorId
from pupitre.server.mails import Mail, Mails
from tests.server.makers import NOON, SECOND


def mail(talk: str = "c1", *messages: str, after: timedelta = timedelta()) -> Mail:
    content = Mailed(messages=tuple(MessageId(message) for message in messages or ("m",)))
    return Mail(
        conversation=ConversationId(talk), content=content, created_at=NOON, next_at=NOON + after
    )


def test_the_same_messages_have_the_same_id_whatever_became_of_them() -> None:
    one = mail("c1", "a", "b")
    later = replace(one, failures=3, next_at=NOON + SECOND, handing=True)
    assert one.id == later.id
    others = [mail("c2", "a", "b"), mail("c1", "a"), mail("c1", "ab")]
    others.append(replace(one, content=replace(one.content, survey=True)))
    assert len({it.id for it in (one, *others)}) == 5


def test_what_is_due_comes_in_order_and_what_is_being_handed_over_does_not() -> None:
    mails = Mails()
    late, soon = mail("c1", after=SECOND), mail("c2")
    for it in (late, soon, replace(mail("c3"), handing=True), mail("c4", after=3 * SECOND)):
        mails.put(it.conversation, it)
    assert mails.due(NOON + SECOND) == [soon, late]
    assert mails.next_at() == NOON
    assert mails.due(NOON - SECOND) == []


def test_a_new_mail_is_announced_and_a_finished_one_is_gone() -> None:
    mails, heard = Mails(), list[int]()
    mails.added = lambda: heard.append(1)
    mails.put(ConversationId("c1"), mail())
    mails.put(ConversationId("c1"), None)
    mails.put(ConversationId("c1"), None)
    assert heard == [1]
    assert mails.get(ConversationId("c1")) is None
    assert mails.next_at() is None


def test_nobody_is_here_unless_somebody_says_so() -> None:
    assert not Mails().is_here(VisitorId("v"))
    assert not Mails().configured
