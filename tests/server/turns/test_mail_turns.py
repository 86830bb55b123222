"""What the turns of a mail do to the conversation and to the mail, one after another."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from pupitre.domain.events import MailTrouble
from pupitre.server.mails import Mail
from pupitre.server.store.correspondence import Correspondence
from pupitre.server.turns.mail_turns import Failure, HandOver, MailNotTaken, MailsFound, MailTaken
from tests.server.mail.absence import Absence, gone
from tests.server.makers import SECOND
from tests.support.patience import until
from tests.support.server import Served, served

TO = "camille@visitor.test"


@pytest.fixture
async def mailing(tmp_path: Path) -> AsyncIterator[Served]:
    """A server where mail is configured, and that nobody carries."""
    async with served(tmp_path, clock_rate=600.0) as server:
        server.house.present.mails.configured = True
        yield server


async def commissioned(mailing: Served, absence: Absence) -> Mail:
    """Wait for the mail of an answer."""
    await absence.answer("Oui.")
    mails = mailing.house.present.mails
    await until(lambda: list(mails))
    return next(iter(mails))


async def stored(mailing: Served) -> list[Mail]:
    return await Correspondence(mailing.house.database).under_way()


async def test_a_mail_is_written_down_before_it_goes(mailing: Served) -> None:
    async with gone(mailing) as absence:
        mail = await commissioned(mailing, absence)
        await mailing.house.engine.rest()
        assert await stored(mailing) == [mail]
        assert not mail.handing
        assert await mailing.house.engine.submit(HandOver(mail, TO))
        assert [it.handing for it in await stored(mailing)] == [True]
        await mailing.house.engine.submit(MailTaken(mail))
        assert await stored(mailing) == []
        await absence.alice.event("mailed")


async def test_a_mail_to_another_address_than_now_is_held_back(mailing: Served) -> None:
    async with gone(mailing) as absence:
        mail = await commissioned(mailing, absence)
        assert not await mailing.house.engine.submit(HandOver(mail, "old@visitor.test"))
        assert list(mailing.house.present.mails) == []


async def test_a_mail_is_held_back_while_the_visitor_is_here(mailing: Served) -> None:
    async with gone(mailing) as absence:
        mail = await commissioned(mailing, absence)
        mailing.house.present.mails.is_here = lambda _: True
        assert not await mailing.house.engine.submit(HandOver(mail, TO))


async def test_what_became_of_a_mail_that_is_no_longer_under_way_is_nothing(
    mailing: Served,
) -> None:
    async with gone(mailing) as absence:
        mail = await commissioned(mailing, absence)
        failure = Failure(reason=MailTrouble.REFUSED)
        submit = mailing.house.engine.submit
        assert await submit(MailNotTaken(mail, failure))
        assert not await submit(MailNotTaken(mail, failure))
        assert not await submit(MailTaken(mail))
        assert not await submit(HandOver(mail, TO))
        await absence.alice.event("mail_failed")
        assert len(absence.failed()) == 1


async def test_only_the_first_failure_and_the_last_are_told(mailing: Served) -> None:
    async with gone(mailing) as absence:
        mail = await commissioned(mailing, absence)
        later = mailing.house.clock.now() + 600 * SECOND
        again = Failure(reason=MailTrouble.UNREACHABLE, again_at=later)
        for _ in range(3):
            await mailing.house.engine.submit(MailNotTaken(mail, again))
        assert [it.failures for it in mailing.house.present.mails] == [3]
        last = Failure(reason=MailTrouble.UNREACHABLE)
        await mailing.house.engine.submit(MailNotTaken(mail, last))
        await absence.alice.hear(lambda f: f.get("event", {}).get("again") is False)
        assert [event["again"] for event in absence.failed()] == [True, False]


async def test_what_was_being_handed_over_at_the_stop_is_a_doubt(mailing: Served) -> None:
    async with gone(mailing) as absence:
        mail = await commissioned(mailing, absence)
        await mailing.house.engine.submit(MailsFound([replace(mail, handing=True)]))
        failed = (await absence.alice.event("mail_failed"))["event"]
        assert (failed["reason"], failed["again"]) == ("uncertain", False)
        assert await stored(mailing) == []
