"""What is kept no longer leaves every table, the disk and the memory."""

import asyncio
import os
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select, text

from pupitre.domain.ids import AttachmentId, ConversationId, VisitorId
from pupitre.server.erasing import Erasing
from pupitre.server.files.folder import Folder
from pupitre.server.house import Limits
from pupitre.server.store import schema
from pupitre.server.store.erasures import Erasures
from pupitre.server.turns.erasure_turns import Erase
from tests.support.clients import ExpertDesk, VisitorPage, expert_at, visitor_at
from tests.support.patience import LONG, soon
from tests.support.server import Served, served
from tests.support.uploads import calls, must_send, picture, token

SECRET = "Mon numéro est 06 12 34 56 78"
DAY = timedelta(days=1)


def erasing(server: Served, folder: Path) -> Erasing:
    return Erasing(server.house, Folder(folder / "attachments"))


async def count(server: Served, table: Any, *where: Any) -> int:
    statement = select(func.count()).select_from(table).where(*where)
    return await server.house.database.read(lambda it: it.execute(statement).scalar_one())


async def told(alice: ExpertDesk, camille: VisitorPage, url: str) -> tuple[str, dict[str, Any]]:
    """Have a visitor tell a secret with a picture; return the conversation and the file."""
    file = await must_send(url, token(camille), picture(), "carte.png")
    post = {"type": "post", "text": SECRET, "attachments": [file["id"]]}
    assert (await camille.ask(post))["type"] == "done"
    await camille.ask({"type": "email", "email": "camille@visitor.test"})
    return str((await alice.arrived())["id"]), file


async def over(alice: ExpertDesk, talk: str) -> None:
    await alice.must({"type": "note", "text": "Rappeler au 06…"}, talk)
    await alice.must({"type": "close", "subjects": ["velo-taille"], "note": SECRET}, talk)


async def whose(server: Served, talk: str) -> VisitorId:
    statement = select(schema.conversations.c.visitor).where(schema.conversations.c.id == talk)
    found = await server.house.database.read(lambda it: it.scalar(statement))
    return VisitorId(str(found))


def kept_in(folder: Path, what: bytes) -> list[str]:
    """Name the files of a data folder in which these bytes are."""
    return [it.name for it in folder.rglob("*") if it.is_file() and what in it.read_bytes()]


def on_site(server: Served, conversation: str) -> bool:
    talk = server.house.present.talk(ConversationId(conversation))
    assert talk
    return talk.state.on_site


async def test_nothing_is_left_of_a_visitor_who_is_erased(tmp_path: Path) -> None:
    async with served(tmp_path) as server:
        async with expert_at(server.url) as alice, visitor_at(server.url) as camille:
            await alice.available()
            talk, file = await told(alice, camille, server.url)
            await over(alice, talk)
            await camille.must_say(f"Encore : {SECRET}")
            unused = await must_send(server.url, token(camille), b"never sent", "a.txt")
            await erasing(server, tmp_path).visitor(await whose(server, talk))
            assert (await camille.closing())[0] == 1012
            assert (await alice.of_type("departed"))["reason"] == "closed"
            assert talk in (await alice.of_type("erased"))["conversations"]
            history = await alice.query({"type": "closed", "before": None, "limit": 9})
            assert history["conversations"] == []
            assert (await alice.query({"type": "search", "text": "numéro"}))["hits"] == []
            assert await alice.refused({"type": "qualify", "subjects": []}, talk) == (
                "unknown_conversation"
            )
        for secret in (SECRET, "camille@visitor.test"):
            assert kept_in(tmp_path, secret.encode()) == [], "not even in the log beside it"
        for table in (
            *(schema.events, schema.texts, schema.conversations, schema.visitors),
            *(schema.visitor_keys, schema.attachments, schema.remains, schema.deadlines),
        ):
            assert await count(server, table) == 0, table.name
        async with calls() as http:
            for gone in (file, unused):
                assert (await http.get(server.url + gone["url"])).status_code == 404
        async with visitor_at(server.url, token=token(camille)) as again:
            assert token(again) != token(camille), "nobody knows them any more"
            assert again.of("welcome")[0]["conversation"] is None
    assert not any(it.is_file() for it in (tmp_path / "attachments").rglob("*"))
    for secret in (SECRET, "camille@visitor.test"):
        assert kept_in(tmp_path, secret.encode()) == [], "not even in the database's free pages"


async def test_an_open_conversation_leaves_the_desk_and_frees_its_slot(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as camille:
        await alice.available()
        talk = await camille.must_say("Bonjour")
        await alice.arrived()
        assert server.house.present.floor.experts[alice_id(alice)].open == 1
        await Erasing(server.house, None).visitor(await whose(server, talk))
        departed = await alice.of_type("departed")
        assert (departed["conversation"], departed["reason"]) == (talk, "closed")
        assert server.house.present.floor.experts[alice_id(alice)].open == 0
        async with visitor_at(server.url) as denis:
            other = await denis.must_say("Et moi ?")
            await alice.hear(lambda f: f["type"] == "arrived" and f["conversation"]["id"] == other)


def alice_id(alice: ExpertDesk) -> Any:
    return alice.of("welcome")[0]["you"]["id"]


async def test_others_keep_everything(server: Served, tmp_path: Path) -> None:
    async with (
        expert_at(server.url) as alice,
        visitor_at(server.url) as camille,
        visitor_at(server.url) as denis,
    ):
        await alice.available()
        talk = await camille.must_say("Bonjour")
        kept = await must_send(server.url, token(denis), picture(), "b.png")
        post = {"type": "post", "text": "Voici", "attachments": [kept["id"]]}
        assert (await denis.ask(post))["type"] == "done"
        await erasing(server, tmp_path).visitor(await whose(server, talk))
        found = await alice.query({"type": "search", "text": "voici"})
        assert len(found["hits"]) == 1
        async with calls() as http:
            assert (await http.get(server.url + kept["url"])).status_code == 200
        assert (await denis.say("Toujours là."))["type"] == "done"


async def test_what_is_past_its_retention_is_erased_and_no_more(
    server: Served, tmp_path: Path
) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as camille:
        await alice.available()
        old, file = await told(alice, camille, server.url)
        await over(alice, old)
        await camille.must_say("Une autre question")
        recent = await latest(alice, old)
        await over(alice, recent)
        await age(server, old, timedelta(days=366))
        await age(server, recent, timedelta(days=364))
        await erasing(server, tmp_path).expired()
        assert 'pupitre_erased_total{why="retention"} 1.0' in server.house.metrics.text().decode()
        closed = await alice.query({"type": "closed", "before": None, "limit": 9})
        assert [it["id"] for it in closed["conversations"]] == [recent]
        assert await count(server, schema.events, schema.events.c.conversation == old) == 0
        assert await count(server, schema.events, schema.events.c.conversation == recent) > 5
        assert await count(server, schema.visitors) == 1, "still somebody's"
        async with calls() as http:
            assert (await http.get(server.url + file["url"])).status_code == 404
        assert (await camille.say("Toujours moi"))["type"] == "done"
    assert not any(it.is_file() for it in (tmp_path / "attachments").rglob("*"))


async def test_what_nobody_ever_closed_is_erased_once_it_is_silent_for_as_long(
    tmp_path: Path,
) -> None:
    async with served(tmp_path, clock_rate=60.0) as server, expert_at(server.url) as alice:
        await alice.available()
        talks = []
        for name in ("silent", "spoken", "paused"):
            async with visitor_at(server.url) as page:
                talks.append(await page.must_say(name))
                await came(alice, talks[-1])
        await soon(lambda: len(server.house.visitors) == 0)
        silent, spoken, paused = talks
        until = (server.house.clock.now() + 20 * DAY).isoformat()
        pause = {"type": "pause", "until": until, "keep": True}
        await alice.must(pause, paused)
        await soon(lambda: not any(on_site(server, it) for it in talks))
        for talk in talks:
            server.house.present.talks.forget(ConversationId(talk))
            await age(server, talk, timedelta(days=400), events=True)
        await alice.must({"type": "post", "text": "Toujours là ?", "attachments": []}, spoken)
        await Erasing(server.house, None).expired()
        assert (await alice.of_type("erased"))["conversations"] == [silent]
        assert await alice.refused({"type": "resume"}, silent) == "unknown_conversation"
        assert len(await alice_talks(server)) == 2


async def alice_talks(server: Served) -> list[str]:
    return list(
        await server.house.database.read(
            lambda it: it.scalars(select(schema.conversations.c.id)).all()
        )
    )


async def came(alice: ExpertDesk, talk: str) -> None:
    await alice.hear(lambda f: f["type"] == "arrived" and f["conversation"]["id"] == talk)


async def latest(alice: ExpertDesk, other_than: str) -> str:
    arrived = await alice.hear(
        lambda f: f["type"] == "arrived" and f["conversation"]["id"] != other_than
    )
    return str(arrived["conversation"]["id"])


async def age(server: Served, talk: str, by: timedelta, *, events: bool = False) -> None:
    """Move a conversation, and its visitor, into the past."""
    milliseconds = by // timedelta(milliseconds=1)

    def moved(connection: Connection) -> None:
        when = {"by": milliseconds, "id": talk}
        for what in (
            "conversations SET started_at = started_at - :by, closed_at = closed_at - :by"
            " WHERE id = :id",
            "visitors SET created_at = created_at - :by"
            " WHERE id = (SELECT visitor FROM conversations WHERE id = :id)",
        ):
            connection.execute(text(f"UPDATE {what}"), when)
        if events:
            ours = "UPDATE events SET at = at - :by WHERE conversation = :id"
            connection.execute(text(ours), when)

    await server.house.database.write(moved)


async def test_visitors_of_whom_nothing_is_left_go_unless_they_are_there_or_blocked(
    server: Served,
) -> None:
    year = timedelta(days=400)
    async with expert_at(server.url) as alice:
        await alice.available()
        talks = []
        for number in range(3):
            async with visitor_at(server.url) as page:
                talk = await page.must_say(f"Question {number}")
                talks.append(talk)
                await came(alice, talk)
                if number == 1:
                    await alice.must({"type": "block", "reason": "Insultes"}, talk)
                await over(alice, talk)
                if number == 2:
                    break
        blocked = await whose(server, talks[1])
        for talk in talks:
            await age(server, talk, year)
        await soon(lambda: len(server.house.visitors) == 0)
        async with visitor_at(server.url, token=token(page)) as here:
            await Erasing(server.house, None).expired()
            left = await server.house.database.read(
                lambda it: it.scalars(select(schema.visitors.c.id)).all()
            )
            assert blocked in left
            assert len(left) == 2
            assert (await here.say("Je suis encore là"))["type"] == "done"


async def test_erasing_goes_on_after_a_sudden_end(tmp_path: Path) -> None:
    async with served(tmp_path) as server:
        async with expert_at(server.url) as alice, visitor_at(server.url) as camille:
            await alice.available()
            talk, _ = await told(alice, camille, server.url)
            await over(alice, talk)
        erasures = Erasures(server.house.database)
        doomed = await erasures.of(await whose(server, talk))
        await server.house.engine.submit(Erase(doomed))
        assert await erasures.remains() == [ConversationId(talk)]
        assert await count(server, schema.events) > 0
    async with served(tmp_path) as server:
        erasures = Erasures(server.house.database)
        async with asyncio.timeout(LONG):
            while await erasures.remains():  # noqa: ASYNC110 -- the store has no event
                await asyncio.sleep(0.05)
        assert await count(server, schema.events) == 0
        assert await count(server, schema.texts) == 0
    assert not any(it.is_file() for it in (tmp_path / "attachments").rglob("*"))


async def test_files_that_no_message_named_go_after_a_day(tmp_path: Path) -> None:
    async with served(tmp_path) as server, visitor_at(server.url) as camille:
        old = await must_send(server.url, token(camille), b"old", "a.txt")
        new = await must_send(server.url, token(camille), b"new", "b.txt")
        await server.house.database.write(
            lambda it: it.execute(
                text("UPDATE attachments SET created_at = created_at - 86400001 WHERE id = :id"),
                {"id": old["id"]},
            )
        )
        await erasing(server, tmp_path).orphans()
        async with calls() as http:
            assert (await http.get(server.url + old["url"])).status_code == 404
            assert (await http.get(server.url + new["url"])).status_code == 200
        late = await camille.ask({"type": "post", "text": "", "attachments": [old["id"]]})
        assert late["code"] == "unknown_attachment"


async def test_files_that_nothing_is_known_of_go_once_they_are_settled(tmp_path: Path) -> None:
    async with served(tmp_path) as server, visitor_at(server.url) as camille:
        known = await must_send(server.url, token(camille), b"known", "a.txt")
        folder = Folder(tmp_path / "attachments")
        for name in ("stray-00", "young-00"):
            folder.write(b"?", AttachmentId(name))
        for name in ("stray-00", known["id"]):
            os.utime(folder.of(name), (0, 0))
        await erasing(server, tmp_path).strays()
        assert not folder.of("stray-00").exists()
        assert folder.of("young-00").exists()
        assert folder.of(known["id"]).exists()


async def test_a_long_conversation_is_erased_between_others_messages(tmp_path: Path) -> None:
    async with (
        served(tmp_path, limits=Limits(rates=100)) as server,
        expert_at(server.url) as alice,
        visitor_at(server.url) as camille,
    ):
        await alice.available()
        talk = await camille.must_say("Bonjour")
        await alice.arrived()
        await over(alice, talk)
        await server.house.engine.rest()
        visitor = await whose(server, talk)
        rows = [
            {"conversation": talk, "seq": seq, "at": 0, "body": b"{}"} for seq in range(100, 20_100)
        ]
        await server.house.database.write(
            lambda it: it.execute(
                text("INSERT INTO events VALUES (:conversation, :seq, :at, :body)"), rows
            )
        )
        async with visitor_at(server.url) as denis, asyncio.TaskGroup() as tasks:
            await denis.must_say("Je peux écrire ?")
            done = tasks.create_task(Erasing(server.house, None).visitor(visitor))
            answered = 0
            while not done.done():
                await alice.available()
                answered += 1
            assert answered > 10
        assert await count(server, schema.events, schema.events.c.conversation == talk) == 0
