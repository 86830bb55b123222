"""Files that were uploaded to a floor, in memory, under the rules of the real server."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

from pupitre.backends.measure import NotAPicture, measures
from pupitre.backends.port import FileGone, UploadRefused
from pupitre.domain.attachments import (
    HEAD,
    IMAGES,
    MAX_SIZE,
    Attachment,
    media_type_of,
    safe_name,
)
from pupitre.domain.ids import AttachmentId


class Depot:
    """Takes files in, and gives them out again by their address."""

    def __init__(self) -> None:
        self._files: dict[str, Attachment] = {}
        """Those that no message has used."""
        self._contents: dict[str, bytes] = {}

    def take(self, source: Path, name: str) -> Attachment:
        """Keep a file; raises `UploadRefused`. Blocking, so for a thread."""
        content = source.read_bytes()
        media_type = media_type_of(content[:HEAD])
        if len(content) > MAX_SIZE:
            raise UploadRefused("too_large", "This file is too large.")
        if media_type is None:
            raise UploadRefused("wrong_type", "Files of this type cannot be sent.")
        wide, tall = _measures(source) if media_type in IMAGES else (None, None)
        id_, safe = AttachmentId(str(uuid4())), safe_name(name, media_type)
        url = f"/attachments/{id_}/{quote(safe)}?signature={id_[:8]}"
        file = Attachment(
            id=id_,
            name=safe,
            media_type=media_type,
            size=len(content),
            url=url,
            width=wide,
            height=tall,
            thumbnail=url if wide else None,
        )
        self._files[id_], self._contents[url] = file, content
        return file

    def named(self, ids: Iterable[str]) -> tuple[Attachment, ...] | None:
        """Return the files of these ids; None: one is not here, or in another message."""
        found = [self._files.get(id_) for id_ in ids]
        known = tuple([it for it in found if it is not None])
        return known if len(known) == len(found) else None

    def use(self, files: Iterable[Attachment]) -> None:
        """Note that a message has these."""
        for file in files:
            self._files.pop(file.id, None)

    def give(self, path: str) -> bytes:
        """Return a file's content; raises `FileGone`."""
        if path not in self._contents:
            raise FileGone("There is no such file.")
        return self._contents[path]

    def lose(self) -> None:
        """Forget every file, as a server does with what no message named in time."""
        self._files.clear()
        self._contents.clear()


def _measures(source: Path) -> tuple[int, int]:
    try:
        return measures(source)
    except NotAPicture:
        raise UploadRefused("wrong_type", "This picture cannot be read.") from None
