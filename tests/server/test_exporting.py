"""What a visitor is handed over: everything of theirs, and of nobody else."""

import json
import zipfile
from pathlib import Path

import pytest

from pupitre.server.exporting import export, find_visitors
from pupitre.server.files.folder import Folder
from tests.server.test_erasing import over, told, whose
from tests.support.clients import expert_at, visitor_at
from tests.support.server import Served
from tests.support.uploads import calls, token


async def test_a_visitor_gets_all_that_is_kept(server: Served, tmp_path: Path) -> None:
    target, folder = tmp_path / "camille.zip", Folder(tmp_path / "attachments")
    async with expert_at(server.url) as alice, visitor_at(server.url) as camille:
        await alice.available()
        talk, file = await told(alice, camille, server.url)
        await alice.must({"type": "post", "text": "Je note.", "attachments": []}, talk)
        await over(alice, talk)
        async with visitor_at(server.url) as denis:
            await denis.must_say("Rien à voir")
        async with calls() as http:
            kept = (await http.get(server.url + file["url"])).content
        visitor = await whose(server, talk)
        found = await find_visitors(server.house.database, "Camille@Visitor.test")
        assert found == [visitor]
        assert await export(server.house.database, folder, found, target) == 1
    assert target.stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(target) as bundle:
        by_end = {name.rpartition("/")[2]: bundle.read(name) for name in bundle.namelist()}
    about = json.loads(by_end["visitor.json"])
    assert (about["id"], about["email"]) == (visitor, "camille@visitor.test")
    assert "token" not in about
    events = [it["event"] for it in json.loads(by_end["conversation.json"])["events"]]
    assert {"started", "message", "email_given", "note", "closed"} <= {it["type"] for it in events}
    transcript = by_end["conversation.txt"].decode()
    assert "Visitor: Mon numéro" in transcript
    assert "[carte.png]" in transcript
    assert "Alice Martin: Je note." in transcript
    assert by_end[f"{file['id'][-8:]}-carte.png"] == kept
    assert not any(b"Rien" in content for content in by_end.values())


async def test_nobody_is_found_by_what_nobody_left(server: Served) -> None:
    async with visitor_at(server.url) as camille:
        await camille.must_say("Bonjour")
        assert token(camille)
        assert await find_visitors(server.house.database, "nobody@visitor.test") == []
        assert await find_visitors(server.house.database, "") == []


async def test_an_export_never_replaces_a_file(server: Served, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_text("mine")
    async with expert_at(server.url) as alice, visitor_at(server.url) as camille:
        await alice.available()
        talk, _ = await told(alice, camille, server.url)
        with pytest.raises(FileExistsError):
            await export(
                server.house.database, None, [await whose(server, talk)], tmp_path / "x.zip"
            )
        await export(server.house.database, None, [await whose(server, talk)], tmp_path / "y.zip")
    assert (tmp_path / "x.zip").read_text() == "mine"
    with zipfile.ZipFile(tmp_path / "y.zip") as bundle:
        assert not any("/files/" in name for name in bundle.namelist()), "no folder of files"


async def test_nothing_is_left_of_an_export_that_failed(server: Served, tmp_path: Path) -> None:
    with pytest.raises(Exception, match="No row"):
        await export(server.house.database, None, ["nobody"], tmp_path / "x.zip")  # type: ignore[list-item] # whatever the operator types
    assert not (tmp_path / "x.zip").exists()
