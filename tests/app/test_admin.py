"""`pupitre admin`, also beside a running server."""

import io
from pathlib import Path

import pytest

from pupitre.app.cli import run
from tests.support.clients import expert_at, token_of
from tests.support.server import RESOURCES, served

VELO = str(RESOURCES / "demo" / "velo.toml")


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("correct horse\n"))


def said(capsys: pytest.CaptureFixture[str], *words: str, at: Path) -> str:
    assert run(["admin", *words, "--data", str(at)]) == 0
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *words: str, at: Path) -> str:
    assert run(["admin", *words, "--data", str(at)]) == 2
    told = capsys.readouterr().err
    assert len(told.splitlines()) == 1
    return told


@pytest.mark.usefixtures("typed")
def test_a_mission_is_set_up_from_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "no missions" in said(capsys, "mission", "list", at=tmp_path)
    assert "created" in said(capsys, "mission", "add", VELO, at=tmp_path)
    assert "updated" in said(capsys, "mission", "add", VELO, at=tmp_path)
    said(capsys, "group", "add", "velo", "nuit", "--name", "La nuit", at=tmp_path)
    assert "nuit (queue 0)" in said(capsys, "mission", "list", at=tmp_path)
    add = ("expert", "add", "Dora@Velo.test", "--name", "Dora", "--group", "nuit")
    said(capsys, *add, "--password-stdin", at=tmp_path)
    assert "dora@velo.test\tDora\tnuit" in said(capsys, "expert", "list", at=tmp_path)
    said(capsys, "expert", "groups", "dora@velo.test", "--group", "velo-conseil", at=tmp_path)
    assert "dora@velo.test\tDora\tvelo-conseil" in said(capsys, "expert", "list", at=tmp_path)
    assert "ended" in said(capsys, "expert", "sign-out", "dora@velo.test", at=tmp_path)
    snippet = said(capsys, "widget", "velo", "--address", "https://chat.example/", at=tmp_path)
    assert '<script src="https://chat.example/widget/velo.js" async></script>' in snippet
    assert "--address" not in snippet


@pytest.mark.usefixtures("typed")
def test_a_server_without_a_public_address_says_that_sites_need_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "server.toml"
    file.write_text('[server]\nhost = "0.0.0.0"\n')
    said(capsys, "mission", "add", VELO, at=tmp_path)
    snippet = said(capsys, "widget", "velo", "--config", str(file), at=tmp_path)
    assert 'src="http://127.0.0.1:8420/widget/velo.js"' in snippet
    assert "Other computers need public_address" in snippet
    file.write_text('[server]\npublic_address = "https://chat.example"\n')
    snippet = said(capsys, "widget", "velo", "--config", str(file), at=tmp_path)
    assert 'src="https://chat.example/widget/velo.js"' in snippet
    assert "public_address" not in snippet


@pytest.mark.usefixtures("typed")
def test_mistakes_are_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "mission", "add", VELO, at=tmp_path)
    assert "no mission “x”" in refused(capsys, "widget", "x", at=tmp_path)
    assert "no mission “x”" in refused(capsys, "group", "add", "x", "g", at=tmp_path)
    assert "no expert" in refused(capsys, "expert", "password", "x@y.z", at=tmp_path)
    wrong = ("expert", "add", "x@y.z", "--name", "X", "--group", "nobody", "--password-stdin")
    assert "no group “nobody”" in refused(capsys, *wrong, at=tmp_path)
    assert "not an e-mail" in refused(capsys, "expert", "add", "x", "--name", "X", at=tmp_path)
    assert "cannot be read" in refused(capsys, "mission", "add", "none.toml", at=tmp_path)


def test_a_short_password_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    words = ("expert", "add", "x@y.z", "--name", "X", "--password-stdin")
    assert "at least 8" in refused(capsys, *words, at=tmp_path)


def test_without_a_terminal_a_password_is_not_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    words = ("expert", "add", "x@y.z", "--name", "X")
    assert "--password-stdin" in refused(capsys, *words, at=tmp_path)


@pytest.mark.usefixtures("typed")
async def test_somebody_added_while_the_server_runs_can_sign_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import asyncio

    async with served(tmp_path) as server:
        add = ("expert", "add", "dora@demo.test", "--name", "Dora", "--group", "velo-conseil")
        await asyncio.to_thread(said, capsys, *add, "--password-stdin", at=tmp_path)
        token = await token_of(server.url, "dora", "correct horse")
        async with expert_at(server.url, token=token) as dora:
            assert (await dora.of_type("welcome"))["you"]["name"] == "Dora"
