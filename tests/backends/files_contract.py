"""What every backend must do with files: one set of tests, each adapter passes it."""

from pathlib import Path

import pytest

from pupitre.backends.port import AccessRefused, FileGone, Unreachable, UploadRefused
from pupitre.domain.attachments import IMAGES, MAX_SIZE, media_type_of
from pupitre.wire import expert_frames as f
from pupitre.wire import replies
from pupitre.wire.commands import Post
from pupitre.wire.events import Message
from tests.backends.contract import ALICE, PASSWORD, Place, arrival, ask, linked
from tests.support.papers import PDF, png, written


async def token_at(place: Place) -> str:
    """Sign in and return the token."""
    return (await place.backend.sign_in(ALICE, PASSWORD)).token


def silence(_sent: int, _size: int) -> None:
    """Follow nothing."""


class FilesContract:
    """Subclasses have a fixture `place`."""

    async def test_a_picture_is_taken_and_given_back(self, place: Place, tmp_path: Path) -> None:
        source = written(tmp_path, "vélo.png", png(60, 40))
        told: list[tuple[int, int]] = []
        file = await place.backend.upload(
            await token_at(place), source, source.name, lambda *it: told.append(it)
        )
        assert (file.name, file.media_type) == ("vélo.png", "image/png")
        assert (file.width, file.height) == (60, 40)
        assert file.thumbnail
        assert told[-1] == (source.stat().st_size,) * 2
        for path in (file.url, file.thumbnail):
            assert media_type_of(await place.backend.fetch(path)) in IMAGES

    async def test_another_file_comes_back_as_it_was(self, place: Place, tmp_path: Path) -> None:
        source = written(tmp_path, "devis.pdf", PDF)
        file = await place.backend.upload(await token_at(place), source, "devis.pdf", silence)
        assert (file.media_type, file.width, file.thumbnail) == ("application/pdf", None, None)
        assert file.size == len(PDF)
        assert await place.backend.fetch(file.url) == PDF

    async def test_a_message_carries_it_once(self, place: Place, tmp_path: Path) -> None:
        link, _ = await linked(place)
        talk = await arrival(place, link, "Une photo ?")
        source = written(tmp_path, "a.png", png())
        file = await place.backend.upload(await token_at(place), source, "a.png", silence)
        done = await ask(link, talk, Post(text="", attachments=(file.id,)))
        assert isinstance(done, replies.Done)
        again = await ask(link, talk, Post(text="encore", attachments=(file.id,)))
        assert isinstance(again, replies.Refused)
        assert again.code == "unknown_attachment"
        _, welcome = await linked(place)
        assert self.carried(welcome, talk) == [(file.id, file.url)]
        await link.close()

    def carried(self, welcome: f.Welcome, talk: str) -> list[tuple[str, str]]:
        """Return what the messages of a conversation carry."""
        (replica,) = [it for it in welcome.conversations if it.id == talk]
        messages = [it.event for it in replica.events if isinstance(it.event, Message)]
        return [(file.id, file.url) for message in messages for file in message.attachments]

    async def test_what_may_not_be_sent_is_refused(self, place: Place, tmp_path: Path) -> None:
        token = await token_at(place)
        for content, code in (
            (b"PK\x03\x04\0\0", "wrong_type"),
            (b"a" * (MAX_SIZE + 1), "too_large"),
        ):
            source = written(tmp_path, "photo.png", content)
            with pytest.raises(UploadRefused) as refused:
                await place.backend.upload(token, source, "photo.png", silence)
            assert refused.value.code == code
            assert refused.value.sentence
            assert refused.value.wait is None

    async def test_a_worn_token_sends_nothing(self, place: Place, tmp_path: Path) -> None:
        source = written(tmp_path, "a.png", png())
        with pytest.raises(AccessRefused) as refused:
            await place.backend.upload("worn out", source, "a.png", silence)
        assert refused.value.code == "not_signed_in"

    @pytest.mark.parametrize(
        "path",
        [
            "/attachments/none/a.png?signature=0",
            "/api/session",
            "//elsewhere.example/attachments/a.png",
            "https://elsewhere.example/a.png",
            "file:///etc/passwd",
            "/attachments/a b",
            "/attachments/é",
            "",
        ],
    )
    async def test_only_files_of_this_server_are_fetched(self, place: Place, path: str) -> None:
        with pytest.raises(FileGone):
            await place.backend.fetch(path)

    async def test_no_file_reaches_a_server_that_is_gone(
        self, place: Place, tmp_path: Path
    ) -> None:
        token = await token_at(place)
        source = written(tmp_path, "a.png", png())
        await place.breaks()
        with pytest.raises(Unreachable):
            await place.backend.upload(token, source, "a.png", silence)
        with pytest.raises(Unreachable):
            await place.backend.fetch("/attachments/1/a.png")
