"""A file in a message or in a draft, as the screen shows it."""

from dataclasses import dataclass, replace
from pathlib import Path

from pupitre.client import harmless
from pupitre.domain.attachments import IMAGES, Attachment


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file, here or on the server."""

    key: str
    """The same as long as it is shown, also once the server has stored it."""
    name: str
    media_type: str
    size: int
    """Bytes."""
    width: int | None = None
    height: int | None = None
    """Pixels; of pictures only."""
    local: Path | None = None
    """Where it is kept on this computer, until the server has it."""
    url: str = ""
    thumbnail: str = ""
    """Where they are on the server; empty until it has them."""
    is_ready: bool = True
    """False while it is being copied."""
    sent: float | None = None
    """How much of it has left, from 0 to 1; None: it is not on its way."""

    @property
    def is_picture(self) -> bool:
        """Whether it is shown, not only named."""
        return self.media_type in IMAGES

    @property
    def measure(self) -> tuple[object, ...]:
        """All that its place in a bubble depends on."""
        return self.key, self.is_picture, self.width, self.height


def of_message(attachment: Attachment) -> Attached:
    """Return what is shown of a file that the server keeps."""
    return Attached(
        key=attachment.id,
        name=harmless.name(attachment.name),
        media_type=attachment.media_type,
        size=attachment.size,
        width=attachment.width,
        height=attachment.height,
        url=attachment.url,
        thumbnail=attachment.thumbnail or attachment.url,
    )


def succeed(
    stored: tuple[Attached, ...], forerunners: tuple[Attached, ...]
) -> tuple[Attached, ...]:
    """Return what the server stored under the keys that it was shown by until then."""
    if len(stored) != len(forerunners):
        return stored
    pairs = zip(stored, forerunners, strict=True)
    return tuple([replace(it, key=before.key) for it, before in pairs])
