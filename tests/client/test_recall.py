"""A desk that starts again shows at once what it knew."""

import asyncio
import sqlite3
from itertools import repeat
from pathlib import Path

import pytest

from pupitre.client import recall
from pupitre.client.changes import CaughtUp, ThreadReset
from pupitre.client.meanwhile import Meanwhile
from pupitre.client.session import Session
from pupitre.domain.commands import Transfer
from pupitre.domain.ids import ConversationId
from pupitre.domain.people import Actor
from tests.client.listening import Ear
from tests.support.story import ALICE, BRUNO, Stage, connected, demo_session, minutes, until


def again(stage: Stage, path: Path) -> Session:
    """Return the same expert's next session on the same computer."""
    return Session(
        stage.backend, stage.token, path=path, clock=stage.clock, delays=lambda: repeat(0.01)
    )


def camille(stage: Stage) -> ConversationId:
    id_ = stage.guests["Camille D."].conversation
    assert id_
    return id_


async def test_the_list_is_there_before_the_server_answers(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        cards = {card.id: card.preview for card in stage.session.cards()}
        await stage.session.close()
        session = again(stage, path)
        await session.load()
        assert {card.id: card.preview for card in session.cards()} == cards
        assert session.you
        assert session.you.name == "Alice Martin"
        assert session.connection.stale
        await session.close()


async def test_the_rows_follow_when_the_thread_is_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        rows = list(stage.session.thread(camille(stage)))
        await stage.session.close()
        session = again(stage, path)
        await session.load()
        ear = Ear(session.changes)
        assert session.thread(camille(stage)) == []
        await until(lambda: ear.all(ThreadReset))
        assert session.thread(camille(stage)) == rows
        await session.close()


async def test_a_long_thread_shows_its_end_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recall, "FIRST_PAGE", 3)
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        rows = list(stage.session.thread(camille(stage)))
        await stage.session.close()
        session = again(stage, path)
        await session.load()
        ear = Ear(session.changes)
        session.thread(camille(stage))
        await until(lambda: ear.all(ThreadReset))
        assert session.thread(camille(stage)) == rows[-len(session.thread(camille(stage))) :]
        await until(lambda: len(ear.all(ThreadReset)) == 2)
        assert session.thread(camille(stage)) == rows
        await session.close()


async def test_only_what_is_missing_is_asked_and_what_happened_is_told(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        await stage.session.close()
        stage.clock.advance(minutes(10))
        stage.guests["Camille D."].writes("Vous êtes encore là ?")
        session = again(stage, path)
        ear = Ear(session.changes)
        running = asyncio.get_running_loop().create_task(session.run())
        await connected(session)
        assert ear.one(CaughtUp).meanwhile == Meanwhile(messages=1, talks=1)
        assert [row.seq for row in session.thread(camille(stage))] == [13], "only the new one came"
        await until(lambda: len(session.thread(camille(stage))) > 1)
        assert session.conversation(camille(stage)) == stage.floor.talks[camille(stage)].state
        await session.close()
        await running


async def test_one_that_left_and_came_back_is_on_disk_whole(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        id_ = camille(stage)
        rows = [row.key for row in stage.session.thread(id_)]
        stage.expert("Camille D.", Transfer(expert=BRUNO, anyway=True))
        await until(lambda: stage.card(id_).locked)
        stage.floor.act(id_, Transfer(expert=ALICE, anyway=True), Actor.of(BRUNO))
        await until(lambda: not stage.card(id_).locked)
        whole = [row.key for row in stage.session.thread(id_)]
        assert whole[: len(rows)] == rows
        await stage.session.close()
        session = again(stage, path)
        await session.load()
        await until(lambda: [row.key for row in session.thread(id_)] == whole)
        await session.close()


@pytest.mark.logs("kept conversations are in another form")
async def test_copies_in_another_form_are_asked_for_again(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        stage.session.keep_draft(camille(stage), "reste")
        await stage.session.close()
        with sqlite3.connect(path) as file:
            file.execute("UPDATE conversations SET replica = '{}'")
        file.close()
        session = again(stage, path)
        await session.load()
        assert session.cards() == ()
        assert session.draft(camille(stage)) == "reste"
        await session.close()
