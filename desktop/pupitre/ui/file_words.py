"""Files in words: their kind, their size, what a message holds, and why one is not taken."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from pupitre.ui.counts import Counts

if TYPE_CHECKING:
    from pupitre.client.attached import Attached

translate = QCoreApplication.translate

_KILO, _MEGA = 1000, 1_000_000
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")


def size(count: int) -> str:
    """Return a size as people read it: "240 kB", "1.4 MB"."""
    fine = 1 if count >= _MEGA else 0
    return QLocale().formattedDataSize(count, fine, QLocale.DataSizeFormat.DataSizeSIFormat)


def kind(media_type: str) -> str:
    """Return what sort of file it is, in a word."""
    return {
        "application/pdf": translate("Files", "PDF"),
        "text/plain": translate("Files", "Text"),
        "image/png": "PNG",
        "image/jpeg": "JPEG",
        "image/gif": "GIF",
        "image/webp": "WebP",
    }.get(media_type, translate("Files", "File"))


def facts(file: "Attached") -> str:
    """Return the line under a file's name: "PDF · 240 kB"."""
    if not file.is_ready:
        return translate("Files", "Being copied…")
    return f"{kind(file.media_type)} · {size(file.size)}"


def spoken(file: "Attached") -> str:
    """Return a file as it is read aloud."""
    words = (
        translate("Files", "Photo {name}") if file.is_picture else translate("Files", "File {name}")
    )
    return f"{words.format(name=file.name)}, {size(file.size)}"


def summary(names: Sequence[str]) -> str:
    """Return what a message without words is about: "Photo", "File: devis.pdf", "3 photos"."""
    pictures = sum(name.casefold().endswith(_PICTURES) for name in names)
    if not names:
        return ""
    if len(names) == 1 and pictures:
        return translate("Files", "Photo")
    if len(names) == 1:
        return translate("Files", "File: {name}").format(name=names[0])
    return Counts.photos(len(names)) if pictures == len(names) else Counts.files(len(names))


def not_taken(code: str, name: str, sentence: str = "") -> str:
    """Return why a file is not taken and what to do; `sentence` is the server's own."""
    from pupitre.domain.attachments import MAX_PER_MESSAGE, MAX_SIZE  # the list needs no rule

    known = {**_about_the_file(), **_about_the_place()}.get(code)
    if known is None and sentence:
        return sentence
    words = known or translate("Files", "“{name}” cannot be sent.")
    return words.format(name=name, most=MAX_PER_MESSAGE, limit=size(MAX_SIZE))


def _about_the_file() -> dict[str, str]:
    return {
        "too_large": translate(
            "Files",
            "“{name}” is too large: {limit} at the most. Send a smaller version or a link to it.",
        ),
        "wrong_type": translate(
            "Files",
            "“{name}” cannot be sent: only pictures (PNG, JPEG, GIF, WebP), PDF and plain text.",
        ),
        "empty_file": translate("Files", "“{name}” is empty."),
        "not_a_file": translate("Files", "“{name}” is a folder: choose the files in it."),
        "not_copied": translate(
            "Files", "“{name}” could not be copied to this computer. Your text is kept."
        ),
        "unreadable": translate("Files", "“{name}” cannot be read."),
        "file_lost": translate(
            "Files", "The copy of “{name}” is gone from this computer: attach it again."
        ),
        "too_many": translate("Files", "A message takes {most} files at the most."),
    }


def _about_the_place() -> dict[str, str]:
    return {
        "disk_full": translate(
            "Files",
            "This computer’s disk is full: “{name}” was not attached. Your text is kept.",
        ),
        "storage": translate(
            "Files", "The server has no room for “{name}” now. Text and files are kept here."
        ),
        "unknown_attachment": translate(
            "Files", "The server no longer has these files: send the message again."
        ),
    }


def trouble(code: str, name: str) -> str:
    """Return why a file could not be opened or saved."""
    return {
        "unreachable": translate("Files", "“{name}” cannot be fetched without a link."),
        "gone": translate("Files", "The server no longer has “{name}”."),
        "disk_full": translate("Files", "The disk is full: “{name}” was not saved."),
        "unwritable": translate("Files", "“{name}” cannot be saved there."),
    }.get(code, code).format(name=name)
