"""SMTP as it is spoken: STARTTLS, TLS, authentication, refusals, silence."""

import asyncio
import ssl
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from pupitre.domain.events import MailTrouble
from pupitre.server.clock import real_now
from pupitre.server.mail.carrier import NotTaken, SmtpCarrier
from pupitre.server.mail.letter import Letter
from tests.support.certificates import certificate
from tests.support.postbox import Postbox, postbox

LETTER = Letter(
    sender="chat@velo.example",
    recipient="camille@visitor.test",
    content=b"Subject: x\r\nMessage-ID: <1@x>\r\n\r\n.\r\n..\r\nBonjour\r\n",
)


async def yes() -> bool:
    return True


async def no() -> bool:
    return False


@pytest.fixture
def identity(tmp_path: Path) -> Path:
    return certificate(
        tmp_path, host="localhost", begins=real_now() - timedelta(days=1), lasts=timedelta(days=2)
    )


def server_side(identity: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(identity)
    return context


async def test_a_mail_is_handed_over_as_it_is(box: Postbox) -> None:
    assert await SmtpCarrier(box.settings).carry(LETTER, yes)
    assert box.letters[0].get_content().splitlines() == [".", "..", "Bonjour"]


async def test_a_mail_may_be_held_back_at_the_last_moment(box: Postbox) -> None:
    assert not await SmtpCarrier(box.settings).carry(LETTER, no)
    assert box.letters == []


@pytest.mark.parametrize(
    "password",
    [pytest.param("right", marks=pytest.mark.logs("login_data is deprecated")), "wrong"],
)
async def test_starttls_and_a_password(identity: Path, password: str) -> None:
    box = Postbox()
    options: dict[str, Any] = {
        "tls_context": server_side(identity),
        "require_starttls": True,
        "authenticator": box.authenticate,
        "auth_required": True,
    }
    async with postbox(box=box, **options):
        settings = replace(
            box.settings,
            host="localhost",
            tls="starttls",
            user="chat",
            password=password,
            ca_file=identity,
        )
        if password == "right":
            assert await SmtpCarrier(settings).carry(LETTER, yes)
            assert box.logins == [("chat", "right")]
        else:
            with pytest.raises(NotTaken) as trouble:
                await SmtpCarrier(settings).carry(LETTER, yes)
            assert trouble.value.reason is MailTrouble.REFUSED
            assert trouble.value.detail.startswith("535")


async def test_tls_from_the_start(identity: Path) -> None:
    async with postbox(implicit_tls=server_side(identity)) as box:
        settings = replace(box.settings, host="localhost", tls="tls", ca_file=identity)
        assert await SmtpCarrier(settings).carry(LETTER, yes)


async def test_a_certificate_that_nobody_vouches_for_is_not_trusted(identity: Path) -> None:
    async with postbox(implicit_tls=server_side(identity)) as box:
        with pytest.raises(NotTaken) as trouble:
            await SmtpCarrier(replace(box.settings, host="localhost", tls="tls")).carry(LETTER, yes)
    assert trouble.value.reason is MailTrouble.UNREACHABLE
    assert box.letters == []


async def test_a_server_without_starttls_gets_nothing(box: Postbox) -> None:
    with pytest.raises(NotTaken):
        await SmtpCarrier(replace(box.settings, tls="starttls")).carry(LETTER, yes)
    assert box.attempts == 0


async def test_a_refusal_is_told_in_the_server_s_words(box: Postbox) -> None:
    box.answer = "554 No, \u202eand here is why"
    with pytest.raises(NotTaken) as trouble:
        await SmtpCarrier(box.settings).carry(LETTER, yes)
    assert trouble.value == NotTaken(MailTrouble.REFUSED, trouble.value.detail)
    assert trouble.value.detail.startswith("554 No,")


async def test_a_link_that_breaks_once_the_content_leaves_is_a_doubt(box: Postbox) -> None:
    box.cut = True
    with pytest.raises(NotTaken) as trouble:
        await SmtpCarrier(box.settings).carry(LETTER, yes)
    assert trouble.value.reason is MailTrouble.UNCERTAIN


async def test_nobody_there_is_no_doubt() -> None:
    async with postbox() as box:
        pass
    with pytest.raises(NotTaken) as trouble:
        await SmtpCarrier(box.settings).carry(LETTER, yes)
    assert trouble.value.reason is MailTrouble.UNREACHABLE


async def test_an_address_in_other_letters_needs_a_server_that_knows_them(box: Postbox) -> None:
    assert await SmtpCarrier(box.settings).carry(replace(LETTER, recipient="zoé@visitor.test"), yes)
    assert box.recipients == ["zoé@visitor.test"]
    async with postbox(enable_SMTPUTF8=False) as old:
        with pytest.raises(NotTaken) as trouble:
            await SmtpCarrier(old.settings).carry(replace(LETTER, recipient="zoé@v.test"), yes)
    assert trouble.value.detail == "SMTPUTF8"
    await asyncio.sleep(0)
