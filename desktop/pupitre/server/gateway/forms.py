"""A form with one file, read piece by piece: nothing of it is ever held whole."""

import logging

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

logging.getLogger("python_multipart").setLevel(logging.CRITICAL)  # broken forms are answered
FIELD = b"file"
OVERHEAD = 64 * 1024
"""Bytes that a form may have beside its file."""


class NoForm(Exception):
    """This is not a form with one file."""


class FileForm:
    """Finds the file in a form as it comes."""

    def __init__(self, content_type: str) -> None:
        kind, options = parse_options_header(content_type)
        if kind != b"multipart/form-data" or not options.get(b"boundary"):
            raise NoForm
        self.name = ""
        """What the sender calls the file."""
        self.is_whole = False
        """The file has come to its end."""
        self._header = b""
        self._value = b""
        self._is_it = False
        self._found: list[bytes] = []
        try:
            self._parser = MultipartParser(
                options[b"boundary"],
                {
                    "on_part_begin": self._on_part,
                    "on_header_field": self._on_header,
                    "on_header_value": self._on_value,
                    "on_header_end": self._on_header_end,
                    "on_part_data": self._on_data,
                    "on_part_end": self._on_end,
                },
            )
        except FormParserError:
            raise NoForm from None

    def feed(self, chunk: bytes) -> bytes:
        """Return what of the file is in this piece of the body; raise NoForm."""
        try:
            self._parser.write(chunk)
        except FormParserError:
            raise NoForm from None
        found = b"".join(self._found)
        self._found.clear()
        return found

    def _on_part(self) -> None:
        self._is_it = False
        self._header = self._value = b""

    def _on_header(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _on_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _on_header_end(self) -> None:
        if self._header.lower() == b"content-disposition" and not self.is_whole:
            _, options = parse_options_header(self._value)
            if options.get(b"name") == FIELD and b"filename" in options:
                self._is_it = True
                self.name = options[b"filename"].decode(errors="replace").replace("%22", '"')
        self._header = self._value = b""

    def _on_data(self, data: bytes, start: int, end: int) -> None:
        if self._is_it:
            self._found.append(data[start:end])

    def _on_end(self) -> None:
        if self._is_it:
            self.is_whole = True
        self._is_it = False
