"""The server stops or is killed with a mail under way: nothing is lost, nothing goes twice."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.mail.absence import Absence, gone_from
from tests.support.clients import expert_at, visitor_at
from tests.support.patience import LONG
from tests.support.postbox import Postbox, text_of
from tests.support.server import ServerProgram

RATE = 600


async def told(program: ServerProgram, talk: str, what: set[str]) -> list[str]:
    """Wait until one of these happened; return everything that did."""
    async with asyncio.timeout(LONG):
        while not what & set(happened := await thread(program, talk)):  # noqa: ASYNC110 - a program
            await asyncio.sleep(0.1)
    return happened


@pytest.fixture
def program(tmp_path: Path, box: Postbox) -> Iterator[ServerProgram]:
    """A server as a program of its own, that mails."""
    config = tmp_path / "server.toml"
    config.write_text(
        f'[mail]\nhost = "127.0.0.1"\nport = {box.port}\ntls = "none"\n'
        'sender = "chat@velo.example"\n'
    )
    arguments = ("--config", str(config), "--clock-rate", str(RATE))
    program = ServerProgram(tmp_path / "data", *arguments)
    with program:
        yield program


async def answered(program: ServerProgram) -> Absence:
    """Play until an answer waits for somebody who left."""
    async with gone_from(program.url) as absence:
        await absence.answer("Oui, en bleu nuit.")
    return absence


async def thread(program: ServerProgram, talk: str) -> list[str]:
    """Return what happened in the conversation, as its expert sees it."""
    async with expert_at(program.url) as alice:
        asked = {"type": "events", "conversation": talk, "before": None, "limit": 100}
        entries = (await alice.query(asked))["entries"]
    return [entry["event"]["type"] for entry in entries]


async def test_a_mail_that_was_refused_goes_after_a_restart(
    program: ServerProgram, box: Postbox
) -> None:
    box.answer = "451 Try again later"
    absence = await answered(program)
    await box.tried(2)
    await asyncio.to_thread(program.stop)
    box.answer = "250 At last"
    await asyncio.to_thread(program.start)
    assert "Oui, en bleu nuit." in text_of(await box.letter())
    happened = await told(program, absence.talk, {"mailed"})
    assert len(box.letters) == 1
    assert len(set(box.ids)) == 1
    assert (happened.count("mail_failed"), happened.count("mailed")) == (1, 1)


async def test_a_mail_due_while_the_server_was_killed_goes_at_its_next_start(
    program: ServerProgram, box: Postbox
) -> None:
    await answered(program)
    await asyncio.to_thread(program.kill)
    assert box.attempts == 0
    await asyncio.to_thread(program.start)
    await box.letter()


async def test_a_mail_taken_when_the_server_is_killed_never_goes_again(
    program: ServerProgram, box: Postbox
) -> None:
    box.hold = asyncio.Event()
    absence = await answered(program)
    await box.letter()
    await asyncio.to_thread(program.kill)
    box.hold.set()
    await asyncio.to_thread(program.start)
    happened = await told(program, absence.talk, {"mail_failed"})
    assert happened.count("mail_failed") == 1, "nobody knows: the expert is told"
    assert "mailed" not in happened
    await asyncio.sleep(1.0)
    assert box.attempts == 1


@pytest.mark.parametrize("pause", [0.0, 0.002, 0.01, 0.05])
async def test_killed_at_any_instant_nothing_goes_twice_and_nothing_is_forgotten(
    program: ServerProgram, box: Postbox, pause: float
) -> None:
    absence = await answered(program)
    await box.tried(1)
    await asyncio.sleep(pause)
    await asyncio.to_thread(program.kill)
    await asyncio.to_thread(program.start)
    happened = await told(program, absence.talk, {"mailed", "mail_failed"})
    assert len(box.letters) == 1
    assert happened.count("mailed") + happened.count("mail_failed") == 1


async def test_a_mail_being_taken_is_waited_for_when_the_server_stops(
    program: ServerProgram, box: Postbox
) -> None:
    box.hold = asyncio.Event()
    absence = await answered(program)
    await box.letter()
    stopping = asyncio.get_running_loop().run_in_executor(None, program.stop)
    await asyncio.sleep(0.5)
    box.hold.set()
    await stopping
    await asyncio.to_thread(program.start)
    happened = await thread(program, absence.talk)
    assert (happened.count("mailed"), happened.count("mail_failed")) == (1, 0)


async def test_a_link_of_before_the_restart_still_opens(
    program: ServerProgram, box: Postbox
) -> None:
    absence = await answered(program)
    letter = text_of(await box.letter())
    await asyncio.to_thread(program.stop)
    await asyncio.to_thread(program.start)
    link = letter.split("?pupitre=")[1].split()[0]
    async with visitor_at(program.url, link=link) as page:
        welcome = await page.of_type("welcome")
    assert welcome["conversation"]["id"] == absence.talk
