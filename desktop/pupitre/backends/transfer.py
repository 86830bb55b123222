"""Files over HTTP, both ways; blocking, so for a thread."""

import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from pupitre.backends import http
from pupitre.backends.address import Address
from pupitre.backends.port import AccessRefused, FileGone, Unreachable, UploadRefused
from pupitre.domain.attachments import MAX_SIZE, Attachment
from pupitre.wire import codec, translate

CHUNK = 64 * 1024
FILES = "/attachments/"
"""Where files are; an address of anywhere else is never asked for."""
NOT_FOUND = (403, 404, 410)
NOT_SIGNED_IN = 401


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file to send."""

    source: Path
    name: str
    tell: Callable[[int, int], object]
    """Told how many bytes have left, of how many; called in the sending thread."""


def send(
    address: Address, tls: ssl.SSLContext | None, calls: http.Calls, token: str, parcel: Parcel
) -> Attachment:
    """Send a file and return what the server calls it."""
    form = _Form(parcel, calls)
    asked = http.Call(
        method="POST",
        url=address.attachments,
        body=form,
        headers={
            "Authorization": f"Bearer {token}",
            "Content-Type": f"multipart/form-data; boundary={form.boundary}",
            "Content-Length": str(form.length),
        },
    )
    try:
        answer = http.call(address, tls, asked, calls)
        return translate.attachment_from_wire(codec.decode_attachment(answer))
    except http.Declined as declined:
        raise _refusal(declined.problem) from declined
    except codec.Malformed as error:
        raise Unreachable("What answers there is not a server of Pupitre.") from error


def fetch(address: Address, tls: ssl.SSLContext | None, calls: http.Calls, path: str) -> bytes:
    """Return a file's content; one that is longer than any may be is not read."""
    plain = path.isascii() and path.isprintable() and " " not in path
    if not (plain and path.startswith(FILES)):
        raise FileGone("This is not the address of a file.")
    asked = http.Call(method="GET", url=address.page(path), most=MAX_SIZE + 1)
    try:
        found = http.call(address, tls, asked, calls)
    except http.Declined as declined:
        raise _absence(declined.problem) from declined
    if len(found) > MAX_SIZE:
        raise FileGone("The file is larger than files may be.")
    return found


def _refusal(problem: http.Problem) -> UploadRefused | AccessRefused | Unreachable:
    if not problem.code:
        return http.nonsense(problem)
    if problem.status == NOT_SIGNED_IN:
        return AccessRefused(problem.code, problem.message)
    wait = float(problem.wait) if problem.code == "slow_down" else None
    return UploadRefused(problem.code, problem.message or problem.code, wait)


def _absence(problem: http.Problem) -> FileGone | Unreachable:
    if problem.status in NOT_FOUND:
        return FileGone("The server has no such file.")
    return Unreachable(f"The server answers with an error ({problem.status}).")


class _Form:
    """A form with one file, read while it is sent."""

    def __init__(self, parcel: Parcel, calls: http.Calls) -> None:
        self._parcel, self._calls = parcel, calls
        self._size = parcel.source.stat().st_size
        self.boundary = token_hex(16)
        name = parcel.name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        self._head = (
            f"--{self.boundary}\r\n"
            f'Content-Disposition: form-data; name="file"; filename="{name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        ).encode()
        self._tail = f"\r\n--{self.boundary}--\r\n".encode()
        self.length = len(self._head) + self._size + len(self._tail)

    def __iter__(self) -> Iterator[bytes]:
        yield self._head
        sent = 0
        with self._parcel.source.open("rb") as file:
            while chunk := file.read(CHUNK):
                if self._calls.is_over:
                    raise Unreachable("The sending was broken off.")
                yield chunk
                sent += len(chunk)
                self._parcel.tell(sent, self._size)
        yield self._tail
