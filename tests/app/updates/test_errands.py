"""What is asked of a repository in a thread, and its troubles as sentences."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.app.folders import Folders
from pupitre.app.updates.channel import FILE
from pupitre.app.updates.errands import Errands, Trouble
from pupitre.app.updates.place import Kind, Place
from tests.architecture.sources import ROOT
from tests.support.publisher import Publisher, archive


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.inside(tmp_path / "desk")


@pytest.fixture
def errands(folders: Folders, tmp_path: Path) -> Errands:
    home = tmp_path / "there" / "pupitre"
    home.mkdir(parents=True)
    return Errands(folders, Place(Kind.FOLDER, home))


def test_nothing_that_verifies_is_imported_before_an_address_is_there() -> None:
    look = "import sys, pupitre.app.updates.errands; sys.exit('tuf' in sys.modules)"
    subprocess.run(
        [sys.executable, "-c", look], env={"PYTHONPATH": str(ROOT / "desktop")}, check=True
    )


async def test_without_an_address_nobody_is_asked(qapp: QApplication, errands: Errands) -> None:
    assert await errands.look() is None
    assert errands.address == ""


async def test_a_release_is_found_and_made_ready(
    qapp: QApplication, publisher: Publisher, errands: Errands, folders: Folders, tmp_path: Path
) -> None:
    publisher.tells(folders.settings)
    publisher.publishes("99.0", archive(tmp_path, "99.0"))
    release = await errands.look()
    assert release is not None
    assert errands.address == publisher.address
    ready = await errands.bring(release, lambda _: None)
    assert (ready / "pupitre").exists()
    assert not list(folders.data.rglob("*.tar.gz")), "it is not kept twice"


async def test_a_server_that_is_away_is_silent_until_something_is_asked_for(
    qapp: QApplication, publisher: Publisher, errands: Errands, folders: Folders, tmp_path: Path
) -> None:
    publisher.tells(folders.settings)
    publisher.publishes("99.0", archive(tmp_path, "99.0"))
    release = await errands.look()
    assert release is not None
    told = json.loads((folders.settings / FILE).read_text())
    (folders.settings / FILE).write_text(json.dumps(told | {"address": "http://127.0.0.1:9/"}))
    assert await errands.look() is None
    with pytest.raises(Trouble, match="does not answer") as raised:
        await errands.bring(release, lambda _: None)
    assert raised.value.passing


@pytest.mark.logs("updates: forged")
async def test_a_forged_list_is_a_sentence(
    qapp: QApplication, publisher: Publisher, errands: Errands, folders: Folders
) -> None:
    publisher.tells(folders.settings)
    publisher.file("timestamp.json").write_text("{}")
    with pytest.raises(Trouble, match="is not signed by Pupitre’s publisher"):
        await errands.look()


@pytest.mark.logs("the new version does not start")
async def test_a_version_that_does_not_start_here_is_a_sentence(
    qapp: QApplication, publisher: Publisher, errands: Errands, folders: Folders, tmp_path: Path
) -> None:
    publisher.tells(folders.settings)
    publisher.publishes("99.0", archive(tmp_path, "99.0", says="nothing"))
    release = await errands.look()
    assert release is not None
    with pytest.raises(Trouble, match=r"99\.0 does not start") as raised:
        await errands.bring(release, lambda _: None)
    assert not raised.value.passing
