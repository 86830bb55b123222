"""The unsubscribe link: asks first, does it at one click, and it holds."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.server.mail.absence import Absence, gone
from tests.support.postbox import Postbox, postbox
from tests.support.server import served

RATE = 600.0


@pytest.fixture
async def box() -> AsyncIterator[Postbox]:
    async with postbox() as opened:
        yield opened


@pytest.fixture
async def absence(tmp_path: Path, box: Postbox) -> AsyncIterator[Absence]:
    async with served(tmp_path, clock_rate=RATE, mail=box.settings) as server, gone(server) as it:
        yield it


async def stop_link(absence: Absence, box: Postbox) -> str:
    """Return the path of the unsubscribe link of a mail."""
    await absence.answer("Oui, en bleu nuit.")
    letter = await box.letter()
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    found = re.fullmatch(r"<http://[^/]+(/mail/stop/[^>]+)>", str(letter["List-Unsubscribe"]))
    assert found
    return absence.url + found[1]


async def asked(method: str, url: str, **more: Any) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as http:
        return await http.request(method, url, **more)


async def test_a_mail_scanner_that_only_looks_stops_nothing(absence: Absence, box: Postbox) -> None:
    url = await stop_link(absence, box)
    page = await asked("GET", url)
    assert page.status_code == 200
    assert '<form method="post">' in page.text
    assert '<html lang="fr">' in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert absence.alice.events("email_withdrawn") == []


async def test_one_click_stops_the_mails_and_the_expert_is_told(
    absence: Absence, box: Postbox
) -> None:
    url = await stop_link(absence, box)
    done = await asked("POST", url, data={"List-Unsubscribe": "One-Click"})
    assert done.status_code == 200
    assert "Vélo ne vous enverra plus d’e-mails" in done.text
    await absence.alice.event("email_withdrawn")
    async with absence.back() as camille:
        await camille.must_say("Merci")
        await absence.alice.event("visitor_arrived")
    await absence.answer("De rien.")
    await asyncio.sleep(0.5)
    assert len(box.letters) == 1
    assert (await asked("POST", url)).status_code == 200, "twice is once"
    assert len(absence.alice.events("email_withdrawn")) == 1


async def test_an_address_given_anew_is_mailed_anew(absence: Absence, box: Postbox) -> None:
    await asked("POST", await stop_link(absence, box))
    async with absence.back() as camille:
        await camille.of_type("welcome")
        given = await camille.ask({"type": "email", "email": "camille@visitor.test"})
        assert given["type"] == "done"
        await absence.alice.event("visitor_arrived")
    await absence.answer("Encore un mot.")
    await box.letter(2)


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_forged_link_stops_nobody(absence: Absence, box: Postbox, method: str) -> None:
    url = await stop_link(absence, box)
    answer = await asked(method, url[:-6] + "AAAAAA")
    assert answer.status_code == 404
    assert "Ce lien" in answer.text or "This link" in answer.text
    assert absence.alice.events("email_withdrawn") == []
