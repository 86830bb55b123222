"""Mail to who left, through a real mail server: once, together, late rather than never."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from typing_extensions import override

from pupitre.domain.events import Mailed
from pupitre.domain.ids import ConversationId, MessageId
from pupitre.server import office
from pupitre.server.mail.carrier import Carrier, MayGo
from pupitre.server.mail.letter import Letter
from pupitre.server.mail.post import next_attempt
from pupitre.server.mails import Mail
from tests.server.mail.absence import Absence, gone
from tests.server.mail.conftest import RATE
from tests.server.makers import NOON
from tests.support.clients import visitor_at
from tests.support.postbox import Postbox, postbox, text_of
from tests.support.server import RESOURCES, Served, served

refused = pytest.mark.logs("was not taken")


async def a_while(minutes: float) -> None:
    """Let the server's clock go on."""
    await asyncio.sleep(minutes * 60 / RATE)


async def test_v5_one_mail_goes_after_2_minutes_unseen(absence: Absence, box: Postbox) -> None:
    await absence.answer("Oui, en bleu nuit.")
    letter = await box.letter()
    assert box.recipients == ["camille@visitor.test"]
    assert "Oui, en bleu nuit." in text_of(letter)
    told = await absence.alice.event("mailed")
    reply = await absence.reply()
    assert told["event"]["messages"] == [reply["event"]["id"]]
    assert absence.between(reply, told) >= timedelta(minutes=2)
    await a_while(30)
    assert len(box.letters) == 1
    async with httpx.AsyncClient(trust_env=False) as http:
        metrics = (await http.get(f"{absence.url}/metrics")).text
    assert 'pupitre_mails_total{outcome="taken"} 1.0' in metrics


async def test_v5_several_replies_go_in_one_mail(absence: Absence, box: Postbox) -> None:
    await absence.answer("Oui, en bleu nuit.")
    await absence.answer("Il reste deux tailles.")
    letter = await box.letter()
    text = text_of(letter)
    assert text.index("Oui, en bleu nuit.") < text.index("Il reste deux tailles.")
    assert str(letter["Subject"]) == "Vélo\u00a0: 2 nouveaux messages"
    await absence.answer("Encore un mot.")
    await a_while(30)
    assert len(box.letters) == 1, "no second mail until the visitor came back"


async def test_v5_no_mail_when_the_visitor_is_back_in_time(absence: Absence, box: Postbox) -> None:
    await absence.answer("Oui, en bleu nuit.")
    async with absence.back() as camille:
        welcome = await camille.of_type("welcome")
        assert welcome["unseen"] == 1
        await a_while(10)
        assert (await camille.ask({"type": "seen", "seq": 100}))["type"] == "done"
    await a_while(10)
    assert box.attempts == 0


async def test_v5_what_was_mailed_does_not_go_again_but_what_came_since_does(
    absence: Absence, box: Postbox
) -> None:
    await absence.answer("Oui, en bleu nuit.")
    await box.letter()
    async with absence.back() as camille:
        await camille.of_type("welcome")
        await absence.alice.event("visitor_arrived")
    await absence.answer("Il reste deux tailles.")
    second = text_of(await box.letter(2))
    assert "Il reste deux tailles." in second
    assert "bleu nuit" not in second
    await a_while(30)
    assert len(box.letters) == 2
    assert len(set(box.ids)) == 2


@refused
async def test_a_refused_mail_is_tried_again_and_told(absence: Absence, box: Postbox) -> None:
    box.answer = "451 Try again later"
    await absence.answer("Oui, en bleu nuit.")
    failed = (await absence.alice.event("mail_failed"))["event"]
    assert (failed["reason"], failed["again"]) == ("refused", True)
    assert failed["detail"] == "451 Try again later"
    await box.tried(3)
    box.answer = "250 At last"
    await box.letter()
    sent = (await absence.alice.event("mailed"))["event"]
    assert sent["messages"] == failed["messages"]
    await a_while(60)
    assert len(box.letters) == 1
    assert len(set(box.ids)) == 1, "the same mail, recognisable"
    assert len(absence.failed()) == 1, "the thread is not filled with attempts"


@refused
async def test_a_refused_recipient_is_told(absence: Absence, box: Postbox) -> None:
    box.to_recipient = "550 No such user here"
    await absence.answer("Oui, en bleu nuit.")
    failed = (await absence.alice.event("mail_failed"))["event"]
    assert failed["detail"] == "550 No such user here"
    box.to_recipient = "250 OK"
    await box.letter()


@refused
async def test_a_mail_server_that_is_down_is_waited_for(mailing: Served, tmp_path: Path) -> None:
    async with postbox() as box:
        settings = box.settings
    async with (
        served(tmp_path / "other", clock_rate=RATE, mail=settings) as server,
        gone(server) as absence,
    ):
        await absence.answer("Oui, en bleu nuit.")
        failed = (await absence.alice.event("mail_failed"))["event"]
        assert (failed["reason"], failed["again"]) == ("unreachable", True)
        async with postbox(settings.port, box):
            await box.letter()
            await absence.alice.event("mailed")


@refused
async def test_a_mail_that_waits_does_not_go_to_who_is_back(absence: Absence, box: Postbox) -> None:
    box.answer = "451 Try again later"
    await absence.answer("Oui, en bleu nuit.")
    await absence.alice.event("mail_failed")
    async with absence.back() as camille:
        await camille.of_type("welcome")
        await absence.alice.event("visitor_arrived")
        box.answer = "250 OK"
        await a_while(30)
    assert box.letters == []


@refused
async def test_a_mail_is_given_up_after_24_hours(tmp_path: Path, box: Postbox) -> None:
    box.answer = "451 Try again later"
    rate = 24 * 3600.0
    async with (
        served(tmp_path, clock_rate=rate, mail=box.settings) as server,
        gone(server) as absence,
    ):
        await absence.answer("Oui, en bleu nuit.")
        given_up = await absence.alice.hear(
            lambda f: f.get("event", {}).get("type") == "mail_failed" and not f["event"]["again"]
        )
        assert absence.between(await absence.reply(), given_up) >= timedelta(hours=24)
        attempts = box.attempts
        await asyncio.sleep(0.3)
        assert box.attempts == attempts
        assert absence.mailed() == []


@refused
async def test_a_link_that_breaks_during_the_handing_over_leaves_a_doubt_and_no_second_mail(
    absence: Absence, box: Postbox
) -> None:
    box.cut = True
    await absence.answer("Oui, en bleu nuit.")
    failed = (await absence.alice.event("mail_failed"))["event"]
    assert (failed["reason"], failed["again"]) == ("uncertain", False)
    box.cut = False
    await a_while(30)
    assert box.attempts == 1


async def test_an_answer_for_somebody_without_address_waits_on_the_site(
    mailing: Served, box: Postbox
) -> None:
    async with gone(mailing, email=None) as absence:
        await absence.answer("Oui, en bleu nuit.")
        await a_while(10)
    assert box.attempts == 0


async def test_a_live_mission_sends_no_mail(mailing: Served, box: Postbox) -> None:
    async with gone(mailing, mission="cave") as absence:
        await absence.answer("Oui, un rouge.")
        await a_while(10)
    assert box.attempts == 0


async def test_without_a_mail_server_nothing_is_mailed(tmp_path: Path) -> None:
    async with served(tmp_path, clock_rate=RATE) as server, gone(server) as absence:
        await absence.answer("Oui, en bleu nuit.")
        await a_while(10)
        assert absence.mailed() + absence.failed() == []


async def test_c4_the_survey_goes_by_mail_to_who_left(absence: Absence, box: Postbox) -> None:
    await absence.close()
    letter = await box.letter()
    assert str(letter["Subject"]) == "Vélo\u00a0: votre avis"
    await a_while(10)
    assert len(box.letters) == 1


async def test_c4_the_survey_travels_with_the_last_replies(absence: Absence, box: Postbox) -> None:
    await absence.answer("Au revoir.")
    await absence.close()
    text = text_of(await box.letter())
    assert "Au revoir." in text
    assert "est terminée" in text
    await a_while(10)
    assert len(box.letters) == 1


async def test_v5_the_address_holds_for_the_next_conversation(
    absence: Absence, box: Postbox
) -> None:
    await absence.close()
    await box.letter()
    async with absence.back() as camille:
        await camille.must_say("Encore une question")
        talk = (await camille.event("email_given"))["conversation"]
        assert talk != absence.talk
    await absence.alice.hear(
        lambda f: (
            f["type"] == "event"
            and f["conversation"] == talk
            and f["event"]["type"] == "visitor_left"
        )
    )
    absence.talk = talk
    await absence.answer("La réponse")
    assert "La réponse" in text_of(await box.letter(2))


async def test_who_never_wrote_is_not_mailed(mailing: Served, box: Postbox) -> None:
    async with visitor_at(mailing.url) as camille:
        answer = await camille.ask({"type": "email", "email": "a@b.test"})
        assert answer["code"] == "unknown_conversation"
    assert box.attempts == 0


class Clumsy(Carrier):
    """Breaks in a way that nobody foresaw, before or after the content leaves."""

    def __init__(self, *, late: bool) -> None:
        self.late = late
        self.carried = 0

    @override
    async def carry(self, letter: Letter, may_go: MayGo) -> bool:
        self.carried += 1
        if self.late:
            assert await may_go()
        raise RuntimeError("nobody foresaw it")


@pytest.mark.logs("a mail broke", "was not taken")
@pytest.mark.parametrize(("late", "reason"), [(True, "uncertain"), (False, "refused")])
async def test_a_bug_sends_no_mail_twice(
    tmp_path: Path, box: Postbox, reason: str, *, late: bool
) -> None:
    async with served(tmp_path, clock_rate=RATE) as server:
        sending = office.post(server.house, box.settings, server.url, RESOURCES)
        sending._carrier = clumsy = Clumsy(late=late)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(sending.run(), name="post")
            async with gone(server) as absence:
                await absence.answer("Oui, en bleu nuit.")
                failed = (await absence.alice.event("mail_failed"))["event"]
                assert (failed["reason"], failed["again"]) == (reason, not late)
                await a_while(10)
            sending.stop()
    assert (clumsy.carried == 1) is late


def test_attempts_come_ever_later_for_24_hours() -> None:
    content = Mailed(messages=(MessageId("m"),))
    mail = Mail(conversation=ConversationId("c"), content=content, created_at=NOON, next_at=NOON)
    moment, waits = NOON, []
    for failures in range(100):
        at = next_attempt(replace(mail, failures=failures), moment)
        if at is None:
            break
        waits.append(at - moment)
        moment = at
    assert waits[:4] == [timedelta(minutes=m) for m in (1, 2, 4, 8)]
    assert max(waits) == timedelta(hours=2)
    assert moment == NOON + timedelta(hours=24)
