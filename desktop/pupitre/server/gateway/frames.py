"""WebSocket frames as bytes (RFC 6455, 5.2): heads of those that leave, texts that came whole."""

import struct

from websockets.frames import apply_mask  # type: ignore[attr-defined] # compiled where it can be

_TEXT = 0x81
_WHOLE = frozenset({_TEXT, 0x82, 0x88, 0x89, 0x8A})
"""First bytes of frames that are messages by themselves, not parts of one."""
_MASKED = 0x80
_MASK = 4
_MEDIUM, _LONG = 126, 127
"""A size that says in how many bytes the real one follows."""
_LONGEST_HEAD = 14


def head(frame: bytes) -> bytes:
    """Return what precedes a server's text frame, which is whole and unmasked."""
    size = len(frame)
    if size < _MEDIUM:
        return bytes((_TEXT, size))
    if size < 1 << 16:
        return struct.pack("!BBH", _TEXT, _MEDIUM, size)
    return struct.pack("!BBQ", _TEXT, _LONG, size)


def text_of(data: bytes) -> bytes | None:
    """Return what a client says, where the data is one text frame and nothing else; else None."""
    if len(data) < 2 + _MASK or data[0] != _TEXT or data[1] < _MASKED:
        return None
    size, start = data[1] - _MASKED, 2
    if size == _MEDIUM:
        size, start = int.from_bytes(data[2:4], "big"), 4
    elif size == _LONG:
        return None
    if len(data) != start + _MASK + size:
        return None
    return apply_mask(data[start + _MASK :], data[start : start + _MASK])


def missing(data: bytes, before: int) -> int | None:
    """Return how many bytes the last of a client's frames still lacks, after these.

    `before` is how many the first one lacked. None: that cannot be told, as of a message in parts
    or a head in pieces.
    """
    end, length = before, len(data)
    while end < length:
        head_ = data[end : end + _LONGEST_HEAD]
        if len(head_) < 2 or head_[0] not in _WHOLE or head_[1] < _MASKED:
            return None
        size, start = head_[1] - _MASKED, 2
        if size >= _MEDIUM:
            start = 4 if size == _MEDIUM else 10
            if len(head_) < start:
                return None
            size = int.from_bytes(head_[2:start], "big")
        end += start + _MASK + size
    return end - length
