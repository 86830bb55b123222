"""What a mail is made from: what is stored, in the visitor's language."""

from pupitre.domain.events import Mailed
from pupitre.domain.ids import ConversationId, MessageId
from pupitre.server.mails import Mail
from pupitre.server.office import post
from tests.server.mail.absence import gone, gone_from
from tests.support.clients import token_of
from tests.support.postbox import Postbox, text_of
from tests.support.server import RESOURCES, Served
from tests.support.uploads import PDF, calls, must_send


async def test_a_mail_speaks_the_visitor_s_language(mailing: Served, box: Postbox) -> None:
    async with gone_from(mailing.url, language="en-GB") as absence:
        await absence.answer("Yes, in dark blue.")
        letter = await box.letter()
    assert str(letter["Subject"]) == "Vélo: an answer for you"
    assert "You had left the site when Vélo answered you:" in text_of(letter)


async def test_nothing_that_the_visitor_typed_is_in_the_mail(mailing: Served, box: Postbox) -> None:
    async with gone(mailing) as absence:
        await absence.answer("Oui.")
        content = (await box.letter()).as_string()
    assert "Avez-vous" not in content


async def test_no_mail_is_written_that_nobody_wants(mailing: Served, box: Postbox) -> None:
    async with gone(mailing) as absence:
        await absence.answer("Oui.")
        await box.letter()
        sent = (await absence.alice.event("mailed"))["event"]["messages"]
        drafts = post(mailing.house, box.settings, mailing.url, RESOURCES)._drafts
        assert await drafts.letter(known("nobody's", sent, mailing)) is None
        async with absence.back() as camille:
            await camille.of_type("welcome")
            await absence.alice.event("visitor_arrived")
            assert await drafts.letter(known(absence.talk, sent, mailing)) is None


def known(talk: str, messages: list[str], server: Served) -> Mail:
    """Return a mail as it might be under way."""
    now = server.house.clock.now()
    content = Mailed(messages=tuple(MessageId(message) for message in messages))
    return Mail(conversation=ConversationId(talk), content=content, created_at=now, next_at=now)


async def test_a_mail_leads_to_the_files_of_an_answer(mailing: Served, box: Postbox) -> None:
    async with gone(mailing) as absence:
        file = await must_send(mailing.url, await token_of(mailing.url), PDF, "notice été.pdf")
        post = {"type": "post", "text": "La notice :", "attachments": [file["id"]]}
        await absence.alice.must(post, absence.talk)
        said = text_of(await box.letter())
    link = next(line for line in said.splitlines() if "/attachments/" in line)
    assert "Fichier\u00a0: notice été.pdf" in said
    assert link == f"{mailing.url}{file['url']}"
    async with calls() as http:
        answer = await http.get(link)
    assert answer.content == PDF
