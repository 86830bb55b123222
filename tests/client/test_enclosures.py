"""Files of a draft are here at once, for good, and leave no trace when they go."""

from io import BytesIO
from pathlib import Path

import pytest

from pupitre.client.changes import FileRefused, FilesChanged
from pupitre.client.session import Session
from pupitre.client.shelf import Source
from pupitre.domain.attachments import MAX_PER_MESSAGE
from tests.client.listening import Ear
from tests.support.carriers import attached, camille, picture
from tests.support.papers import PDF, png, written
from tests.support.story import Stage, demo_session, until


def on_disk(path: Path) -> list[str]:
    """Return the files beside the desk's own."""
    folder = path.with_suffix(".files")
    return sorted(it.name for it in folder.iterdir()) if folder.exists() else []


async def again(stage: Stage, path: Path) -> Session:
    """Start the desk once more on the same file."""
    session = Session(stage.backend, stage.token, path=path, clock=stage.clock)
    await session.load()
    return session


async def test_a_chosen_file_is_in_the_draft_at_once_and_copied_soon() -> None:
    async with demo_session() as stage:
        session, id_ = stage.session, camille(stage)
        ear = Ear(session.changes)
        session.files.attach(id_, [picture("vélo.png", png(30, 20))])
        (file,) = session.files.of(id_)
        assert (file.name, file.is_ready, file.local) == ("vélo.png", False, None)
        card = session.card(id_)
        assert card
        assert card.has_draft
        await until(lambda: session.files.of(id_)[0].is_ready)
        (file,) = session.files.of(id_)
        assert (file.width, file.height, file.size) == (30, 20, len(png(30, 20)))
        assert file.local
        assert file.local.read_bytes() == png(30, 20)
        assert len(ear.all(FilesChanged)) == 2


async def test_a_draft_keeps_its_files_across_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        id_ = camille(stage)
        original = written(tmp_path, "devis.pdf", PDF)
        stage.session.keep_draft(id_, "Voici le devis")
        before = await attached(stage.session, id_, Source.file(original), picture("b.png"))
        original.unlink()
        await stage.session.close()
        session = await again(stage, path)
        assert session.files.of(id_) == before
        assert session.draft(id_) == "Voici le devis"
        card = session.card(id_)
        assert card
        assert card.has_draft
        await session.close()


async def test_a_file_taken_out_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        id_ = camille(stage)
        first, second = await attached(stage.session, id_, picture("a.png"), picture("b.png"))
        stage.session.files.remove(id_, first.key)
        assert stage.session.files.of(id_) == (second,)
        await until(lambda: on_disk(path) == [second.key])
        await stage.session.close()
        session = await again(stage, path)
        assert session.files.of(id_) == (second,)
        await session.close()


async def test_a_file_taken_out_while_it_is_copied_does_not_come_back(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        id_ = camille(stage)
        stage.session.files.attach(id_, [picture()])
        stage.session.files.remove(id_, stage.session.files.of(id_)[0].key)
        (other,) = await attached(stage.session, id_, picture("b.png"))
        await until(lambda: on_disk(path) == [other.key])
        assert stage.session.files.of(id_) == (other,)


async def test_what_cannot_be_attached_is_said_and_the_rest_stays() -> None:
    async with demo_session() as stage:
        session, id_ = stage.session, camille(stage)
        ear = Ear(session.changes)
        session.keep_draft(id_, "Regardez")
        good = picture("bon.png")
        await attached(session, id_, picture("piège.png", b"PK\x03\x04rest"), good)
        await until(lambda: ear.all(FileRefused))
        refused = ear.one(FileRefused)
        assert (refused.name, refused.code) == ("piège.png", "wrong_type")
        assert [it.name for it in session.files.of(id_)] == ["bon.png"]
        assert session.draft(id_) == "Regardez"


async def test_a_draft_takes_no_more_than_a_message_may() -> None:
    async with demo_session() as stage:
        session, id_ = stage.session, camille(stage)
        ear = Ear(session.changes)
        many = [picture(f"{number}.png") for number in range(MAX_PER_MESSAGE + 2)]
        files = await attached(session, id_, *many)
        assert len(files) == MAX_PER_MESSAGE
        assert ear.one(FileRefused).code == "too_many"


async def test_what_a_killed_desk_left_half_copied_is_swept(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        (file,) = await attached(stage.session, camille(stage))
        await stage.session.close()
        (path.with_suffix(".files") / "unknown.part").write_bytes(b"half")
        session = await again(stage, path)
        await until(lambda: on_disk(path) == [file.key])
        await session.close()


@pytest.mark.logs("cannot be kept")
async def test_a_desk_that_cannot_read_its_own_file_sweeps_nothing(tmp_path: Path) -> None:
    """The file is held by another program: what it refers to is not known today."""
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        (file,) = await attached(stage.session, camille(stage))
        await stage.session.close()
        path.rename(tmp_path / "elsewhere.sqlite")
        path.mkdir()
        session = await again(stage, path)
        assert session.files.of(camille(stage)) == ()
        await session.close()
        assert on_disk(path) == [file.key]
        path.rmdir()
        (tmp_path / "elsewhere.sqlite").rename(path)
        session = await again(stage, path)
        assert session.files.of(camille(stage)) == (file,)
        await session.close()


async def test_a_desk_that_closes_finishes_what_it_copies(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        id_ = camille(stage)
        stage.session.files.attach(id_, [Source("long.txt", lambda: BytesIO(b"a" * 5_000_000))])
        await stage.session.close()
        session = await again(stage, path)
        assert [it.size for it in session.files.of(id_)] == [5_000_000]
        await session.close()
