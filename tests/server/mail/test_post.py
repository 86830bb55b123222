"""Mail to who left, through a real mail server: once, together, late rather than never."""

import asyncio
from pathlib import Path

import pytest

from tests.server.mail.absence import Absence
from tests.server.mail.conftest import RATE, gone
from tests.support.postbox import Postbox, link_in, postbox, text_of
from tests.support.server import Served, served


async def a_while(minutes: float) -> None:
    """Let the server's clock go on."""
    await asyncio.sleep(minutes * 60 / RATE)


async def test_v5_one_mail_goes_after_2_minutes_unseen(absence: Absence, box: Postbox) -> None:
    await absence.answer("Oui, en bleu nuit.")
    letter = await box.letter()
    assert box.recipients == ["camille@visitor.test"]
    assert "Oui, en bleu nuit." in text_of(letter)
    told = await absence.alice.event("mailed")
    reply = await absence.alice.hear(lambda f: f.get("event", {}).get("author") == "expert")
    assert told["event"]["messages"] == [reply["event"]["id"]]
    asked, sent = reply["at"], told["at"]
    assert asked < sent
    await a_while(30)
    assert len(box.letters) == 1


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
