"""Why a file is not taken: a code, a status of HTTP, and a sentence for people."""

from dataclasses import dataclass

from pupitre.domain.attachments import MAX_SIZE
from pupitre.server.files.pictures import MAX_PIXELS


@dataclass(frozen=True, slots=True)
class Reason:
    """What the answer says."""

    code: str
    status: int
    sentence: str


class NotTaken(Exception):
    """The file is not kept, and nothing of it is left."""

    def __init__(self, reason: Reason, retry_after: float | None = None) -> None:
        super().__init__(reason.sentence)
        self.reason = reason
        self.retry_after = retry_after
        """Real seconds after which it may be sent again."""


BROKEN = Reason("bad_frame", 400, "This is not a form with one file in its field “file”.")
CUT_SHORT = Reason("bad_frame", 400, "The file was cut short.")
NOBODY = Reason("not_signed_in", 401, "Sign in first.")
BLOCKED = Reason("blocked", 403, "You cannot send files here at the moment.")
WRONG_SITE = Reason("wrong_origin", 403, "This site may not send files here.")
TOO_SLOW = Reason("slow_down", 408, "The file came too slowly. Try again.")
TOO_LARGE = Reason(
    "too_large", 413, f"A file has at most {MAX_SIZE // 1024 // 1024} MiB. Send a smaller one."
)
TOO_MANY_PIXELS = Reason(
    "too_large",
    413,
    f"A picture has at most {MAX_PIXELS // 1_000_000} million pixels. Send a smaller one.",
)
WRONG_TYPE = Reason(
    "wrong_type", 415, "Only pictures (PNG, JPEG, GIF, WebP), PDF and plain text can be sent."
)
DAMAGED = Reason("wrong_type", 415, "This picture is damaged and cannot be read.")
SLOW_DOWN = Reason("slow_down", 429, "Too many files at once: wait a moment.")
NO_ROOM = Reason("storage", 507, "The server has no room for files. Send your message without it.")
"""The disk is full, or cannot be written, or there is none for files."""
