"""Frames to and from their bytes: parsed once, at the edge, into a type or one `Malformed`."""

import re
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from msgspec.json import Decoder, Encoder

from pupitre.domain import events as domain_events
from pupitre.wire import events, expert_frames, http, shapes, translate, visitor_frames
from pupitre.wire.instants import Instant

FRAME_LIMIT = 64 * 1024
"""No client may send a longer frame, in bytes; a server may."""
UNREADABLE = "This is not valid JSON."

Raw = bytes | str
T = TypeVar("T")


class Malformed(Exception):
    """A frame that cannot be read: which field, why, and its id if that much was legible."""

    def __init__(self, field: str, sentence: str, id_: str | None = None) -> None:
        super().__init__(f"{field}: {sentence}" if field else sentence)
        self.field = field
        """The path of the field, such as `command.until`; empty for the frame as a whole."""
        self.sentence = sentence
        self.id = id_

    @property
    def detail(self) -> dict[str, Any]:
        """What a `refused` answer says beside its code."""
        return {"field": self.field, "problem": self.sentence}


def _read_hook(kind: type, value: Any) -> Any:
    if kind is Instant:
        return Instant.parse(value)
    raise NotImplementedError(kind)


def _write_hook(value: Any) -> Any:
    if isinstance(value, Instant):
        return value.write()
    raise TypeError(f"{type(value).__name__} does not travel")


def _reader(kind: Any) -> Decoder[Any]:
    return Decoder(kind, dec_hook=_read_hook)


class _Told(Struct, frozen=True, kw_only=True, tag="event"):
    """An `event` frame whose event is as the store keeps it, which is as it travels."""

    conversation: str
    seq: int
    at: Instant
    event: msgspec.Raw


class _Peek(Struct):
    id: str | None = None


_ENCODER = Encoder(enc_hook=_write_hook)
_PEEK = Decoder(_Peek)
_ANYTHING = Decoder[Any]()
_TO_SERVER_FROM_EXPERT = _reader(expert_frames.ToServer)
_TO_SERVER_FROM_VISITOR = _reader(visitor_frames.ToServer)
_TO_EXPERT = _reader(expert_frames.FromServer)
_TO_VISITOR = _reader(visitor_frames.FromServer)
_SESSION_REQUEST = _reader(http.SessionRequest)
_SESSION = _reader(http.Session)
_ATTACHMENT = _reader(shapes.Attachment)
_EVENT = _reader(events.Event)


def encode(frame: Struct) -> str:
    """Return a frame, or a body, as JSON text."""
    return _ENCODER.encode(frame).decode()


def decode_expert(raw: Raw) -> expert_frames.ToServer:
    """Read what an expert's desk sent."""
    frame: expert_frames.ToServer = _asked(_TO_SERVER_FROM_EXPERT.decode, _limited(raw))
    return frame


def decode_visitor(raw: Raw) -> visitor_frames.ToServer:
    """Read what a visitor's page sent."""
    frame: visitor_frames.ToServer = _asked(_TO_SERVER_FROM_VISITOR.decode, _limited(raw))
    return frame


def decode_for_expert(raw: Raw) -> expert_frames.FromServer | None:
    """Read what the server sent to a desk; None: a type of frame from a later version."""
    frame: expert_frames.FromServer | None = _read_known(_TO_EXPERT.decode, raw)
    return frame


def decode_for_visitor(raw: Raw) -> visitor_frames.FromServer | None:
    """Read what the server sent to a page; None: a type of frame from a later version."""
    frame: visitor_frames.FromServer | None = _read_known(_TO_VISITOR.decode, raw)
    return frame


def decode_session_request(raw: Raw) -> http.SessionRequest:
    """Read the body of `POST /api/session`."""
    body: http.SessionRequest = _read(_SESSION_REQUEST.decode, _limited(raw))
    return body


def decode_session(raw: Raw) -> http.Session:
    """Read the answer to `POST /api/session`."""
    body: http.Session = _read(_SESSION.decode, _bytes(raw))
    return body


def decode_attachment(raw: Raw) -> shapes.Attachment:
    """Read the answer to `POST /api/attachments`."""
    body: shapes.Attachment = _read(_ATTACHMENT.decode, _bytes(raw))
    return body


def encode_happened(conversation: str, entry: domain_events.Entry, event: str) -> str:
    """Return the frame that tells an expert of an event that was encoded already."""
    at, raw = Instant.of(entry.at), msgspec.Raw(event.encode())
    return encode(_Told(conversation=conversation, seq=entry.seq, at=at, event=raw))


def encode_event(event: domain_events.Event) -> str:
    """Return an event as the store keeps it."""
    return encode(translate.event_to_wire(event))


def decode_event(raw: Raw) -> domain_events.Event:
    """Read an event that the store kept."""
    return translate.event_from_wire(_read(_EVENT.decode, _bytes(raw)))


_DOUBTFUL = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")
_ESCAPE = re.compile(
    rb"(?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    rb"|(?P<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|(?P<nul>\\u0000)|\\."
)


def _bytes(raw: Raw) -> bytes:
    """Return the frame in UTF-8, mended where no database would keep what it says.

    NUL goes; half a character (a browser cut an emoji in two) becomes U+FFFD.
    """
    try:
        data = raw.encode() if isinstance(raw, str) else raw
    except UnicodeEncodeError:
        raise Malformed("", "This is not valid Unicode.") from None
    return _ESCAPE.sub(_mended, data) if _DOUBTFUL.search(data) else data


def _mended(escape: re.Match[bytes]) -> bytes:
    if escape["nul"]:
        return b""
    return rb"\ufffd" if escape["half"] else escape[0]


def _limited(raw: Raw) -> bytes:
    data = _bytes(raw)
    if len(data) > FRAME_LIMIT:
        raise Malformed("", f"A frame has at most {FRAME_LIMIT} bytes.", _peek(data))
    return data


def _read(decode: Callable[[bytes], T], data: bytes) -> T:
    try:
        return decode(data)
    except msgspec.ValidationError as error:
        raise _blamed(str(error), _peek(data)) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Malformed("", UNREADABLE) from None
    except RecursionError:
        raise Malformed("", "This is nested too deeply.", None) from None


def _asked(decode: Callable[[bytes], T], data: bytes) -> T:
    """Read a client's frame; a null where a value has to be stands for a field left out."""
    try:
        return _read(decode, data)
    except Malformed as error:
        if not error.sentence.endswith(", got `null`"):
            raise

    def decode_rest(whole: bytes) -> T:
        return decode(_ENCODER.encode(_without_nulls(_ANYTHING.decode(whole))))

    return _read(decode_rest, data)


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_nulls(held) for name, held in value.items() if held is not None}
    return value


def _read_known(decode: Callable[[bytes], T], raw: Raw) -> T | None:
    try:
        return _read(decode, _bytes(raw))
    except Malformed as error:
        if error.field == "type" and error.sentence.startswith("Invalid value"):
            return None
        raise


def _peek(data: bytes) -> str | None:
    """Return the id of a frame whose rest is broken."""
    try:
        id_ = _PEEK.decode(data).id
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return id_ if id_ is not None and 0 < len(id_) <= 64 else None


_BLAME = re.compile(r"^(?P<sentence>.*?)(?: - at (?:`key` in )?`\$\.?(?P<path>.*)`)?$", re.DOTALL)
_MISSING = re.compile(r"^Object missing required field `(?P<name>[^`]*)`$")


def _blamed(message: str, id_: str | None) -> Malformed:
    """Name the field that msgspec speaks of: "Expected `str`, got `int` - at `$.command.text`"."""
    found = _BLAME.match(message)
    sentence, path = (found["sentence"], found["path"] or "") if found else (message, "")
    missing = _MISSING.match(sentence)
    if missing:
        path = f"{path}.{missing['name']}".lstrip(".")
        sentence = "This field is required."
    return Malformed(path, sentence, id_)
