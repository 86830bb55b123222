"""Files kept on this computer until the server has them; blocking, so for a thread."""

import errno
import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pupitre.backends.measure import NotAPicture, measures
from pupitre.domain.attachments import HEAD, MAX_SIZE, media_type_of, safe_name

CHUNK = 256 * 1024
_FULL = (errno.ENOSPC, errno.EDQUOT)
_UNFINISHED = ".part"


@dataclass(frozen=True, slots=True)
class Source:
    """Something to attach: a file that was chosen or dropped, or a picture that was pasted."""

    name: str
    open: Callable[[], BinaryIO]
    """Called in a thread; it may take its time."""

    @classmethod
    def file(cls, path: Path) -> "Source":
        """Attach a file of this computer."""
        return cls(path.name, lambda: _opened(path))


class NotKept(Exception):
    """A file cannot be attached; `code` says why, in the words of the wire where it has them."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was learnt of a file while it was copied."""

    name: str
    media_type: str
    size: int
    width: int | None = None
    height: int | None = None


class Shelf:
    """A folder with one file for each id."""

    def __init__(self, folder: Path | None) -> None:
        """Keep files there; None: in a folder that goes with this program."""
        self._folder, self._passing = folder, folder is None

    def path(self, id_: str) -> Path:
        """Return where the file of that id is, or will be."""
        if self._folder is None:
            from tempfile import mkdtemp

            self._folder = Path(mkdtemp(prefix="pupitre-"))
        return self._folder / id_

    def keep(self, id_: str, source: Source) -> Found:
        """Copy a file for good, and say what it is; raises `NotKept`."""
        try:
            origin = source.open()
        except OSError as error:
            folder = isinstance(error, IsADirectoryError)
            raise NotKept("not_a_file" if folder else "unreadable") from error
        with origin:
            return self._take(id_, origin, source.name)

    def _take(self, id_: str, origin: BinaryIO, name: str) -> Found:
        target = self.path(id_)
        unfinished = target.with_name(target.name + _UNFINISHED)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            found = _copy(origin, unfinished, name)
            unfinished.replace(target)
        except OSError as error:
            raise NotKept("disk_full" if error.errno in _FULL else "not_copied") from error
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        return found

    def remove(self, ids: Iterable[str]) -> None:
        """Keep these no longer; what is gone already is no trouble."""
        for id_ in ids:
            with suppress(OSError):
                self.path(id_).unlink(missing_ok=True)

    def keep_only(self, ids: Iterable[str]) -> None:
        """Remove what nothing refers to: a program that was killed leaves such files."""
        if self._folder is None or not self._folder.is_dir():
            return
        wanted = set(ids)
        self.remove(it.name for it in self._folder.iterdir() if it.name not in wanted)

    def close(self) -> None:
        """Leave nothing behind of a folder that was only for this run."""
        if self._passing:
            self.destroy()

    def destroy(self) -> None:
        """Leave nothing of it."""
        if self._folder is not None:
            from shutil import rmtree

            rmtree(self._folder, ignore_errors=True)


def _opened(path: Path) -> BinaryIO:
    """Open a regular file: a pipe would wait for ever."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise IsADirectoryError(errno.EISDIR, "Not a file", str(path))
    return path.open("rb")


def _copy(origin: BinaryIO, target: Path, name: str) -> Found:
    head = origin.read(HEAD)
    media_type = media_type_of(head)
    if media_type is None:
        raise NotKept("wrong_type" if head else "empty_file")
    size = 0
    target.touch(mode=0o600)
    with target.open("wb") as copy:
        while head:
            size += len(head)
            if size > MAX_SIZE:
                raise NotKept("too_large")
            copy.write(head)
            head = origin.read(CHUNK)
        copy.flush()
        os.fsync(copy.fileno())
    wide, tall = _measures(target) if media_type.startswith("image/") else (None, None)
    named = safe_name(name, media_type)
    return Found(name=named, media_type=media_type, size=size, width=wide, height=tall)


def _measures(path: Path) -> tuple[int, int]:
    try:
        return measures(path)
    except NotAPicture:
        raise NotKept("wrong_type") from None
