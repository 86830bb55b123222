"""The folder of attachments: a file is either whole in its place or not there at all."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pupitre.domain.ids import AttachmentId
from pupitre.server.identity import fresh_id

_DRAFTS = ".drafts"
_SMALL = ".small"


@dataclass(frozen=True, slots=True)
class Folder:
    """Files by id, in 256 folders; all calls block, so they belong in a thread."""

    root: Path

    def prepare(self) -> None:
        """Create it, for its owner only, and clear what a sudden end left half written."""
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        (self.root / _DRAFTS).mkdir(exist_ok=True, mode=0o700)
        for left in (self.root / _DRAFTS).iterdir():
            left.unlink(missing_ok=True)

    def draft(self) -> Path:
        """Return a place to write to."""
        return self.root / _DRAFTS / fresh_id()

    def of(self, id_: str, *, small: bool = False) -> Path:
        """Return where a file, or its smaller picture, has its place."""
        return self.root / id_[-2:] / f"{id_}{_SMALL if small else ''}"

    def keep(self, draft: Path, id_: AttachmentId, *, small: bool = False) -> None:
        """Put a written file in its place; it survives a power cut from here."""
        with draft.open("rb") as written:
            os.fsync(written.fileno())
        place = self.of(id_, small=small)
        place.parent.mkdir(exist_ok=True, mode=0o700)
        draft.replace(place)
        _sync(place.parent)

    def write(self, content: bytes, id_: AttachmentId, *, small: bool = False) -> None:
        """Put a file in its place that is in memory."""
        draft = self.draft()
        try:
            draft.write_bytes(content)
            self.keep(draft, id_, small=small)
        except OSError:
            draft.unlink(missing_ok=True)
            raise

    def remove(self, ids: Iterable[str]) -> None:
        """Remove files; those that are not there are removed already."""
        for id_ in ids:
            self.of(id_).unlink(missing_ok=True)
            self.of(id_, small=True).unlink(missing_ok=True)

    def shelves(self) -> list[Path]:
        """Return the folders that files lie in."""
        if not self.root.is_dir():
            return []
        return sorted(it for it in self.root.iterdir() if it.is_dir() and it.name != _DRAFTS)

    def settled(self, shelf: Path, before: datetime) -> list[AttachmentId]:
        """Return the ids of the files that lie on a shelf since before then."""
        old = (it for it in shelf.iterdir() if it.stat().st_mtime < before.timestamp())
        return sorted({AttachmentId(it.name.removesuffix(_SMALL)) for it in old})


def _sync(folder: Path) -> None:
    """Have the folder's own entry on disk; Windows does that by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
