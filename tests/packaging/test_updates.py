"""The publisher's command: keys outside the project, a repository, signed releases."""

import json
import stat
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pupitre.app.folders import Folders
from pupitre.app.updates.channel import FILE, first
from pupitre.app.updates.releases import this_system
from pupitre.app.updates.source import Source
from tests.architecture.sources import ROOT
from tests.support.publisher import archive
from updates import keys
from updates.command import main

NOW = datetime.now(UTC)  # noqa: TID251 - what reads it goes by the real clock


def says(*words: object) -> int:
    return main([str(word) for word in words], NOW)


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """Make keys and an empty repository, and say nothing of where it will be served."""
    assert says("keys", tmp_path / "keys") == 0
    published, channel = tmp_path / "published", tmp_path / FILE
    words = ("--keys", tmp_path / "keys", "--address", "https://a.example/", "--channel", channel)
    assert says("begin", published, *words) == 0
    return tmp_path


def test_a_release_reaches_a_desk(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (begun / "fr.txt").write_text("Nouveau.")
    file = archive(begun, "2.0")
    words = ("--keys", begun / "keys", "--notes", f"fr={begun / 'fr.txt'}", file)
    assert says("add", begun / "published", *words) == 0
    told = json.loads((begun / FILE).read_text())
    assert told["address"] == "https://a.example/"
    channel = first([begun])
    assert channel is not None
    monkeypatch.setattr("pupitre.app.updates.fetcher.Fetcher._fetch", _from(begun / "published"))
    release = Source(channel, Folders.inside(begun / "desk")).look("1.0", this_system())
    assert release is not None
    assert (release.version, release.news("fr")) == ("2.0", "Nouveau.")
    assert release.date == NOW.date().isoformat()


def _from(folder: Path) -> Callable[[object, str], Iterator[bytes]]:
    from tuf.api.exceptions import DownloadHTTPError

    def fetch(_: object, url: str) -> Iterator[bytes]:
        file = folder / url.removeprefix("https://a.example/")
        if not file.exists():
            raise DownloadHTTPError(url, 404)
        return iter([file.read_bytes()])

    return fetch


def test_the_keys_are_their_owners_alone_and_stay(begun: Path) -> None:
    found = {role: keys.file(begun / "keys", role) for role in keys.ROLES}
    before = {role: file.read_bytes() for role, file in found.items()}
    assert {stat.S_IMODE(file.stat().st_mode) for file in found.values()} == {0o600}
    assert says("keys", begun / "keys") == 0
    assert {role: file.read_bytes() for role, file in found.items()} == before


def test_keys_are_locked_where_there_is_a_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(keys.PASSPHRASE, "hidden")
    assert says("keys", tmp_path) == 0
    assert b"ENCRYPTED" in keys.file(tmp_path, "root").read_bytes()
    keys.signer(tmp_path, "root")
    monkeypatch.delenv(keys.PASSPHRASE)
    with pytest.raises(TypeError):
        keys.signer(tmp_path, "root")


def test_no_key_is_made_inside_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    assert says("keys", ROOT / "packaging" / "keys") == 2
    assert "is inside the project" in capsys.readouterr().err
    assert not (ROOT / "packaging" / "keys").exists()


@pytest.mark.parametrize("name", ["pupitre.tar.gz", "pupitre-2.0-linux-x86_64.zip"])
def test_a_file_with_another_name_is_no_release(
    name: str, begun: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (begun / name).touch()
    assert says("add", begun / "published", "--keys", begun / "keys", begun / name) == 2
    assert name in capsys.readouterr().err


def test_two_versions_are_no_release(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [archive(begun, version) for version in ("2.0", "2.1")]
    assert says("add", begun / "published", "--keys", begun / "keys", *files) == 2
    assert "one version" in capsys.readouterr().err


def test_the_online_key_alone_says_that_all_is_as_it_was(begun: Path) -> None:
    for role in ("root", "targets"):
        keys.file(begun / "keys", role).unlink()
    before = (begun / "published" / "metadata" / "timestamp.json").read_bytes()
    assert says("refresh", begun / "published", "--keys", begun / "keys") == 0
    assert (begun / "published" / "metadata" / "timestamp.json").read_bytes() != before
