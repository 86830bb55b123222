"""Signed links: nobody else makes one, none lasts for ever, none serves another purpose."""

from datetime import timedelta

import pytest

from pupitre.domain.ids import ConversationId
from pupitre.server.mail.links import Purpose, Seal
from tests.server.mail.absence import Absence
from tests.server.makers import NOON, SECOND
from tests.support.clients import visitor_at
from tests.support.postbox import Postbox, link_in

TALK = ConversationId("0192f3a0-0000-7000-8000-000000000001")
LATER = NOON + timedelta(days=1)
SEAL = Seal(b"k" * 32)


def test_a_link_opens_until_its_day() -> None:
    token = SEAL.sign(Purpose.OPEN, TALK, LATER)
    assert SEAL.opened(token, Purpose.OPEN, NOON) == TALK
    assert SEAL.opened(token, Purpose.OPEN, LATER - SECOND) == TALK
    assert SEAL.opened(token, Purpose.OPEN, LATER) is None
    assert len(token) < 512


def test_a_link_serves_one_purpose() -> None:
    assert SEAL.opened(SEAL.sign(Purpose.STOP, TALK, LATER), Purpose.OPEN, NOON) is None
    assert SEAL.opened(SEAL.sign(Purpose.OPEN, TALK, LATER), Purpose.STOP, NOON) is None


def test_another_key_is_another_seal() -> None:
    assert Seal().opened(SEAL.sign(Purpose.OPEN, TALK, LATER), Purpose.OPEN, NOON) is None
    assert "k" * 8 not in repr(SEAL)


def test_each_changed_letter_breaks_the_seal() -> None:
    token = SEAL.sign(Purpose.OPEN, TALK, LATER)
    for at, letter in enumerate(token):
        for other in ("A" if letter != "A" else "B", "."):
            forged = token[:at] + other + token[at + 1 :]
            assert SEAL.opened(forged, Purpose.OPEN, NOON) in (None, TALK)
            if at != len(token) - 1:  # the last letter has bits that stand for nothing
                assert forged == token or SEAL.opened(forged, Purpose.OPEN, NOON) is None


@pytest.mark.parametrize(
    "junk", ["", ".", "a", "a.b", "é.é", "." * 600, "\0.\0", "AAAA.AAAA", "🔑"]
)
def test_junk_opens_nothing(junk: str) -> None:
    assert SEAL.opened(junk, Purpose.OPEN, NOON) is None


async def test_v5_the_link_opens_the_same_conversation_in_another_browser(
    absence: Absence, box: Postbox
) -> None:
    await absence.answer("Oui, en bleu nuit.")
    link = token_in(link_in(await box.letter()))
    async with absence.back(link) as phone:
        welcome = await phone.of_type("welcome")
        assert welcome["conversation"]["id"] == absence.talk
        assert welcome["unseen"] == 1
        assert welcome["visitor"] not in (link, absence.token), "a token of its own"
        await phone.must_say("Merci, depuis mon téléphone !")
        await absence.alice.hear(lambda f: "depuis mon" in str(f))
        async with absence.back() as computer:
            known = (await computer.of_type("welcome"))["visitor"]
            assert known == absence.token, "the first browser is still known"
        again = visitor_at(absence.url, token=welcome["visitor"])
        async with again as phone_again:
            assert (await phone_again.of_type("welcome"))["conversation"]["id"] == absence.talk


async def test_the_link_in_the_same_browser_changes_nothing(absence: Absence, box: Postbox) -> None:
    await absence.answer("Oui, en bleu nuit.")
    link = token_in(link_in(await box.letter()))
    async with visitor_at(absence.url, token=absence.token, link=link) as page:
        assert (await page.of_type("welcome"))["visitor"] == absence.token


async def test_a_link_says_more_than_the_token_of_somebody_else(
    absence: Absence, box: Postbox
) -> None:
    await absence.answer("Oui, en bleu nuit.")
    link = token_in(link_in(await box.letter()))
    async with visitor_at(absence.url) as other:
        await other.must_say("Je suis quelqu’un d’autre")
        token = (await other.of_type("welcome"))["visitor"]
    async with visitor_at(absence.url, token=token, link=link) as page:
        welcome = await page.of_type("welcome")
    assert welcome["conversation"]["id"] == absence.talk
    assert welcome["visitor"] not in (token, absence.token)


async def test_a_forged_link_or_one_of_another_mission_is_no_link(
    absence: Absence, box: Postbox
) -> None:
    await absence.answer("Oui, en bleu nuit.")
    link = token_in(link_in(await box.letter()))
    async with absence.back(link[:-8] + "AAAAAAAA") as page:
        assert (await page.of_type("welcome"))["conversation"] is None
    async with visitor_at(absence.url, "cave", link=link) as page:
        assert (await page.of_type("welcome"))["conversation"] is None


async def test_c4_the_link_of_a_closed_conversation_brings_the_survey_once(
    absence: Absence, box: Postbox
) -> None:
    await absence.close()
    link = token_in(link_in(await box.letter()))
    answer = {"type": "answer_survey", "conversation": absence.talk, "csat": 5, "comment": ""}
    async with absence.back(link) as page:
        welcome = await page.of_type("welcome")
        assert welcome["survey_due"] == welcome["conversation"]["id"] == absence.talk
        assert (await page.ask(answer))["type"] == "done"
        assert (await page.ask(answer))["code"] == "already_answered"
    async with absence.back(link) as page:
        welcome = await page.of_type("welcome")
        assert welcome["survey_due"] is None
        assert welcome["conversation"]["id"] == absence.talk, "it opens all the same"


def token_in(address: str) -> str:
    """Return the token of a mail's link."""
    return address.partition("?pupitre=")[2]
