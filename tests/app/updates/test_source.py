"""What is signed, fresh and no older than before is believed; else nothing is taken."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from pupitre.app.folders import Folders
from pupitre.app.updates.channel import Channel
from pupitre.app.updates.faults import Distrusted, Fault, Unanswered
from pupitre.app.updates.releases import Release, this_system
from pupitre.app.updates.source import Source
from tests.support.publisher import Publisher, archive, publishing

SYSTEM = this_system()


@pytest.fixture
def source(publisher: Publisher, tmp_path: Path) -> Source:
    return Source(publisher.channel(), Folders.inside(tmp_path / "desk"))


def found(source: Source) -> Release:
    release = source.look("1.0", SYSTEM)
    assert release is not None
    return release


def refused(source: Source) -> Fault:
    with pytest.raises(Distrusted) as raised:
        source.look("1.0", SYSTEM)
    return raised.value.fault


def test_a_signed_release_is_found_and_fetched(
    publisher: Publisher, source: Source, tmp_path: Path
) -> None:
    file = archive(tmp_path, "2.0")
    publisher.publishes("2.0", file)
    release = found(source)
    assert (release.version, release.news("fr")) == ("2.0", "Les pièces jointes.")
    heard: list[float] = []
    fetched = source.fetch(release, SYSTEM, heard.append)
    assert fetched.read_bytes() == file.read_bytes()
    assert heard[-1] == 1.0


def test_an_empty_repository_has_nothing_new(source: Source) -> None:
    assert source.look("1.0", SYSTEM) is None


def test_the_version_that_one_has_is_not_new(
    publisher: Publisher, source: Source, tmp_path: Path
) -> None:
    publisher.publishes("1.0", archive(tmp_path, "1.0"))
    assert source.look("1.0", SYSTEM) is None
    assert source.look("1.0.0", SYSTEM) is None


@pytest.mark.logs("updates: damaged")
def test_a_file_that_was_changed_is_thrown_away(
    publisher: Publisher, source: Source, tmp_path: Path
) -> None:
    publisher.publishes("2.0", archive(tmp_path, "2.0"))
    release = found(source)
    served = publisher.file("*.tar.gz")
    content = bytearray(served.read_bytes())
    content[-1] ^= 1
    served.write_bytes(content)
    with pytest.raises(Distrusted) as raised:
        source.fetch(release, SYSTEM, lambda _: None)
    assert raised.value.fault is Fault.DAMAGED
    assert not list((tmp_path / "desk").rglob("*.tar.gz"))


@pytest.mark.logs("updates: damaged")
def test_a_list_that_was_changed_is_not_read(
    publisher: Publisher, source: Source, tmp_path: Path
) -> None:
    publisher.publishes("2.0", archive(tmp_path, "2.0"))
    served = publisher.file("*releases.json")
    served.write_bytes(served.read_bytes().replace(b"2.0", b"9.0"))
    assert refused(source) is Fault.DAMAGED


@pytest.mark.logs("updates: forged")
@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_what_is_signed_cannot_be_changed(
    role: str, publisher: Publisher, source: Source, tmp_path: Path
) -> None:
    publisher.publishes("2.0", archive(tmp_path, "2.0"))
    served = publisher.file(f"*{role}.json")
    served.write_bytes(served.read_bytes().replace(b'"expires":"20', b'"expires":"21'))
    assert refused(source) is Fault.FORGED


@pytest.mark.logs("updates: forged")
def test_somebody_else_cannot_publish(publisher: Publisher, source: Source, tmp_path: Path) -> None:
    with publishing(tmp_path / "stranger") as stranger:
        stranger.publishes("9.0", archive(tmp_path, "9.0"))
        shutil.rmtree(publisher.published)
        shutil.copytree(stranger.published, publisher.published)
    assert refused(source) is Fault.FORGED


@pytest.mark.logs("updates: forged")
def test_a_page_instead_of_the_list_is_no_list(publisher: Publisher, source: Source) -> None:
    publisher.file("timestamp.json").write_text("<html>Sign in to this network</html>")
    assert refused(source) is Fault.FORGED


@pytest.mark.logs("updates: expired")
def test_a_list_that_nobody_signed_again_has_expired(
    publisher: Publisher, source: Source, tmp_path: Path
) -> None:
    publisher.publishes("2.0", archive(tmp_path, "2.0"), ago=timedelta(days=61))
    assert refused(source) is Fault.EXPIRED
    publisher.at().refresh({"online": publisher.signers["online"]})
    assert found(source).version == "2.0"


@pytest.mark.logs("updates: older")
def test_a_list_from_before_is_not_taken_again(
    publisher: Publisher, source: Source, tmp_path: Path
) -> None:
    publisher.publishes("2.0", archive(tmp_path, "2.0"))
    shutil.copytree(publisher.published, tmp_path / "before")
    publisher.publishes("2.1", archive(tmp_path, "2.1"))
    assert found(source).version == "2.1"
    shutil.rmtree(publisher.published)
    shutil.copytree(tmp_path / "before", publisher.published)
    assert refused(source) is Fault.OLDER


def test_a_server_that_is_away_is_no_news(tmp_path: Path) -> None:
    with publishing(tmp_path / "publisher") as publisher:
        source = Source(publisher.channel(), Folders.inside(tmp_path / "desk"))
        publisher.publishes("2.0", archive(tmp_path, "2.0"))
        release = found(source)
    for ask in (
        lambda: source.look("1.0", SYSTEM),
        lambda: source.fetch(release, SYSTEM, lambda _: None),
    ):
        with pytest.raises(Unanswered):
            ask()


def test_what_was_seen_of_one_publisher_says_nothing_of_another(
    publisher: Publisher, source: Source, tmp_path: Path
) -> None:
    publisher.publishes("2.0", archive(tmp_path, "2.0"))
    assert found(source).version == "2.0"
    with publishing(tmp_path / "other") as other:
        channel: Channel = other.channel()
        assert Source(channel, Folders.inside(tmp_path / "desk")).look("1.0", SYSTEM) is None
