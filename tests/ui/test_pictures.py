"""Pictures are decoded elsewhere, at the size they are painted, and forgotten in time."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from pupitre.backends.clock import ManualClock
from pupitre.backends.depot import Depot
from pupitre.backends.floor import Floor
from pupitre.backends.memory import MemoryBackend
from pupitre.client.attached import Attached, of_message
from pupitre.client.downloads import Downloads
from pupitre.ui import pictures as module
from pupitre.ui.pictures import Pictures, decoded
from tests.support.loop import until
from tests.support.papers import png, written
from tests.support.story import AFTERNOON, experts, missions

SMALL = QSize(40, 30)
_TURNED = 0x0112


def photo(orientation: int = 6) -> bytes:
    """Return a photograph of 80 by 40 that lies on its side: red above, blue below."""
    picture, notes, made = Image.new("RGB", (80, 40), "red"), Image.Exif(), BytesIO()
    picture.paste("blue", (40, 0, 80, 40))
    notes[_TURNED] = orientation
    picture.save(made, "JPEG", exif=notes, quality=100)
    return made.getvalue()


class Counter(Depot):
    """Knows what was asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[str] = []

    @override
    def give(self, path: str) -> bytes:
        self.given.append(path)
        return super().give(path)


class Scene:
    """A server, and pictures from it."""

    def __init__(self, folder: Path) -> None:
        self.backend = MemoryBackend(Floor(ManualClock(AFTERNOON), missions(), experts()), {})
        self.depot = self.backend.depot = Counter()
        self.downloads = Downloads(self.backend)
        self.pictures = Pictures(self.downloads)
        self._folder = folder

    def file(self, content: bytes = b"", name: str = "a.png") -> Attached:
        path = written(self._folder, name, content or png(300, 200))
        return of_message(self.backend.depot.take(path, name))

    async def shown(self, file: Attached, size: QSize = SMALL) -> QSize:
        """Wait for a picture; return its size."""
        await until(lambda: self.pictures.get(file, size, 1.0) is not None)
        found = self.pictures.get(file, size, 1.0)
        assert found is not None
        return found.size()


@asynccontextmanager
async def scene(folder: Path) -> AsyncIterator[Scene]:
    made = Scene(folder)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(made.downloads.run())
        yield made
        made.pictures.end()
        task.cancel()


async def test_a_picture_comes_at_the_size_it_is_painted(
    screen: QApplication, tmp_path: Path
) -> None:
    async with scene(tmp_path) as at:
        file = at.file()
        assert at.pictures.get(file, SMALL, 2.0) is None, "it never waits"
        await until(lambda: at.pictures.get(file, SMALL, 2.0))
        found = at.pictures.get(file, SMALL, 2.0)
        assert found is not None
        assert (found.size(), found.devicePixelRatio()) == (QSize(80, 60), 2.0)
        assert await at.shown(file, QSize(10, 10)) == QSize(10, 10)


async def test_what_the_server_has_no_more_is_said_and_not_asked_again(
    screen: QApplication, tmp_path: Path
) -> None:
    async with scene(tmp_path) as at:
        file = at.file()
        at.backend.depot.lose()
        at.pictures.get(file, SMALL, 1.0)
        await until(lambda: at.pictures.is_gone(file))
        at.pictures.try_again()
        assert at.pictures.is_gone(file)


async def test_what_cannot_be_fetched_comes_with_the_link(
    screen: QApplication, tmp_path: Path
) -> None:
    async with scene(tmp_path) as at:
        file, told = at.file(), []
        at.pictures.came.connect(lambda: told.append(1))
        at.backend.reachable = False
        at.pictures.get(file, SMALL, 1.0)
        await until(lambda: told)
        at.backend.reachable = True
        assert at.pictures.get(file, SMALL, 1.0) is None
        at.pictures.try_again()
        assert await at.shown(file) == SMALL


async def test_only_the_last_pictures_are_kept(
    screen: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ROOM", 3 * SMALL.width() * SMALL.height() * 4)
    async with scene(tmp_path) as at:
        files = [at.file(name=f"{number}.png") for number in range(5)]
        for file in files:
            await at.shown(file)
        assert len(at.pictures._kept) == 3
        assert at.pictures.get(files[4], SMALL, 1.0)
        assert await at.shown(files[0]) == SMALL


async def test_a_picture_is_fetched_once_however_often_it_is_painted(
    screen: QApplication, tmp_path: Path
) -> None:
    async with scene(tmp_path) as at:
        file, decoding = at.file(), threading.Event()
        at.pictures._thread.submit(decoding.wait, 5)
        at.pictures.get(file, SMALL, 1.0)
        await until(lambda: at.pictures._decoding)
        for _ in range(20):
            at.pictures.get(file, SMALL, 1.0)
            await asyncio.sleep(0)
        decoding.set()
        assert await at.shown(file) == SMALL
        assert at.depot.given == [file.thumbnail]
        assert at.pictures._used == SMALL.width() * SMALL.height() * 4, "counted once"


async def test_the_whole_picture_is_given_and_not_kept(
    screen: QApplication, tmp_path: Path
) -> None:
    async with scene(tmp_path) as at:
        file, came = at.file(), []
        at.pictures.whole_came.connect(lambda key, image: came.append((key, image)))
        at.pictures.want_whole(file)
        await until(lambda: came)
        assert (came[0][0], came[0][1].size()) == (file.key, QSize(300, 200))
        assert not at.pictures._kept


def test_a_photograph_is_turned_as_its_camera_was(screen: QApplication) -> None:
    upright = decoded(photo(), QSize(), fill=False)
    assert upright.size() == QSize(40, 80)
    assert upright.pixelColor(20, 10).red() > 200
    assert upright.pixelColor(20, 70).blue() > 200
    small = decoded(photo(), QSize(20, 20), fill=True)
    assert small.size() == QSize(20, 20)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a picture",
        png()[:40],
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9'/></svg>",
        b"GIF89a",
        b"\x00\x00\x01\x00\x01\x00",
    ],
)
def test_what_is_no_picture_is_none(screen: QApplication, content: bytes) -> None:
    assert decoded(content, SMALL, fill=True).isNull()


def test_a_picture_of_too_many_pixels_is_not_decoded(screen: QApplication) -> None:
    head = png(1, 1).replace(b"\0\0\0\1\0\0\0\1", b"\0\0\xea\x60\0\0\xea\x60")
    assert decoded(head, SMALL, fill=True).isNull()


def test_a_small_picture_is_not_enlarged_to_be_shown_whole(screen: QApplication) -> None:
    assert decoded(png(9, 7), module.WHOLE, fill=False).size() == QSize(9, 7)
    mode = Qt.AspectRatioMode.KeepAspectRatio
    assert decoded(png(600, 100), QSize(60, 60), fill=False).size() == QSize(60, 10).scaled(
        60, 10, mode
    )
