"""`pupitre admin visitor`, with the server stopped and while it runs."""

import asyncio
import zipfile
from pathlib import Path

import pytest

from pupitre.app.cli import run
from tests.support.clients import expert_at, visitor_at
from tests.support.server import ServerProgram, demo_in, served
from tests.support.uploads import must_send, picture, token

EMAIL = "camille@visitor.test"


async def wrote(folder: Path) -> None:
    """Have a visitor write, with a file and an address, and the server stop."""
    async with served(folder) as server:
        await writes(server.url)


async def writes(url: str) -> None:
    async with expert_at(url) as alice, visitor_at(url) as camille:
        await alice.available()
        file = await must_send(url, token(camille), picture(), "a.png")
        post = {"type": "post", "text": "Un secret", "attachments": [file["id"]]}
        assert (await camille.ask(post))["type"] == "done"
        await camille.ask({"type": "email", "email": EMAIL})


def files(folder: Path) -> list[Path]:
    return [it for it in (folder / "attachments").rglob("*") if it.is_file()]


def admin(folder: Path, *words: str) -> int:
    return run(["admin", "visitor", *words, "--data", str(folder)])


def test_a_visitor_is_exported_then_erased(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asyncio.run(wrote(tmp_path))
    target = tmp_path / "camille.zip"
    assert admin(tmp_path, "export", EMAIL, str(target)) == 0
    assert "1 conversations of 1 visitor" in capsys.readouterr().out
    with zipfile.ZipFile(target) as bundle:
        assert any(name.endswith("-a.png") for name in bundle.namelist())
    assert admin(tmp_path, "erase", EMAIL) == 0
    assert "erased" in capsys.readouterr().out
    assert files(tmp_path) == []
    assert admin(tmp_path, "erase", EMAIL) == 2
    assert "no visitor" in capsys.readouterr().err
    database = (tmp_path / "pupitre.sqlite3").read_bytes()
    assert b"Un secret" not in database
    assert EMAIL.encode() not in database


def test_mistakes_are_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    demo_in(tmp_path)
    assert admin(tmp_path, "export", "nobody", str(tmp_path / "x.zip")) == 2
    assert "no visitor" in capsys.readouterr().err
    assert not (tmp_path / "x.zip").exists()
    asyncio.run(wrote(tmp_path))
    (tmp_path / "x.zip").write_text("mine")
    assert admin(tmp_path, "export", EMAIL, str(tmp_path / "x.zip")) == 2
    assert "exists already" in capsys.readouterr().err
    assert admin(tmp_path, "export", EMAIL, str(tmp_path / "none" / "x.zip")) == 2
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.slow
def test_a_server_that_runs_erases_what_it_has_in_memory_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def again(url: str, known: str) -> str:
        async with visitor_at(url, token=known) as camille:
            return token(camille)

    async def known(url: str) -> str:
        async with visitor_at(url) as camille:
            await camille.must_say("Un autre secret")
            await camille.ask({"type": "email", "email": EMAIL})
            return token(camille)

    with ServerProgram(tmp_path) as program:
        asyncio.run(writes(program.url))
        hers = asyncio.run(known(program.url))
        assert admin(tmp_path, "export", EMAIL, str(tmp_path / "x.zip")) == 0
        assert "2 conversations of 2 visitors" in capsys.readouterr().out
        assert admin(tmp_path, "erase", EMAIL) == 0
        assert "2 visitors" in capsys.readouterr().out
        assert files(tmp_path) == []
        assert asyncio.run(again(program.url, hers)) != hers
