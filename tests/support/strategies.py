"""Frames out of thin air, made from the message types themselves: valid ones and broken ones."""

import json
from datetime import UTC, datetime
from types import UnionType
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from msgspec import inspect

from pupitre.wire import codec
from pupitre.wire.instants import Instant

Kind = type[Any] | UnionType
"""A message type or a union of them."""

instants: SearchStrategy[Instant] = st.datetimes(
    min_value=datetime(1971, 1, 1),  # noqa: DTZ001 -- the zone comes after
    max_value=datetime(9998, 1, 1),  # noqa: DTZ001 - Hypothesis wants it naive
    timezones=st.just(UTC),
).map(Instant.of)
"""What the wire can carry: whole milliseconds, UTC."""


def texts(least: int = 0, most: int | None = None) -> SearchStrategy[str]:
    """Return texts of all scripts, without what reading mends (NUL, half characters)."""
    letters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    return st.text(letters, min_size=least, max_size=min(24 + least, most or 24 + least))


def made(kind: Kind) -> SearchStrategy[Any]:
    """Return valid values of a message type, or of any of a union."""
    return of(inspect.type_info(kind))


def of(info: inspect.Type) -> SearchStrategy[Any]:  # noqa: C901, PLR0912 -- one case each
    """Return valid values of a type as msgspec describes it, within its limits."""
    match info:
        case inspect.StrType(pattern=str()):
            return st.uuids().map(str)
        case inspect.StrType():
            return texts(info.min_length or 0, info.max_length)
        case inspect.IntType():
            return st.integers(-(2**53) if info.ge is None else info.ge, info.le or 2**53 - 1)
        case inspect.FloatType():
            return st.floats(0, 1e9)
        case inspect.BoolType():
            return st.booleans()
        case inspect.NoneType():
            return st.none()
        case inspect.EnumType():
            return st.sampled_from(list(info.cls))
        case inspect.LiteralType():
            return st.sampled_from(info.values)
        case inspect.UnionType():
            return st.one_of(*map(of, info.types))
        case inspect.VarTupleType():
            return st.lists(of(info.item_type), max_size=2).map(tuple)
        case inspect.DictType():
            return st.dictionaries(of(info.key_type), of(info.value_type), max_size=2)
        case inspect.StructType():
            return st.deferred(lambda: _struct(info))
        case inspect.CustomType(cls=cls) if cls is Instant:
            return instants
        case inspect.AnyType():
            return anything
        case inspect.Metadata(type=inner):
            return of(inner)
    raise NotImplementedError(info)


_STRUCTS: dict[type, SearchStrategy[Any]] = {}


def _struct(info: inspect.StructType) -> SearchStrategy[Any]:
    if info.cls not in _STRUCTS:
        made_of = {field.name: of(field.type) for field in info.fields}
        _STRUCTS[info.cls] = st.builds(info.cls, **made_of)
    return _STRUCTS[info.cls]


anything: SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts(), inner, max_size=2),
    max_leaves=4,
)
"""JSON values of any kind."""

junk: SearchStrategy[Any] = anything | st.sampled_from(
    [
        *("", " ", "\0", "\ud83d", "\u202e", "x" * 5_001, "x" * 70_000, "NaN", "../../etc/passwd"),
        *(-1, 0, 2**31, 2**63, 2**64, 10**40, 1.5, -0.0, 1e308, True, None, [], {}),
        *("2026-11-22T15:47:00", "2026-02-30T00:00:00Z", "0001-01-01T00:00:00+14:00"),
        *([[]] * 3, {"type": "hello"}, {"": {"": ""}}),
    ]
)
"""What does not belong there."""


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of every value inside."""
    inner: Any = ()
    if isinstance(value, (dict, list)):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
    within = [place for key, item in inner for place in _places(item, (*path, key))]
    return [path, *within] if path else within


@st.composite
def spoilt(draw: st.DrawFn, kind: Kind) -> bytes:
    """Return a frame of which one field has become something else, or has gone."""
    frame = json.loads(codec.encode(draw(made(kind))))
    *way, last = draw(st.sampled_from(_places(frame)))
    place = frame
    for key in way:
        place = place[key]
    if draw(st.booleans()):
        place[last] = draw(junk)
    else:
        del place[last]
    return json.dumps(frame, ensure_ascii=draw(st.booleans())).encode(errors="surrogatepass")


@st.composite
def torn(draw: st.DrawFn, kind: Kind) -> bytes:
    """Return a frame with bytes missing, doubled or changed somewhere."""
    whole = codec.encode(draw(made(kind))).encode()
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
    return whole[:start] + draw(st.binary(max_size=4)) + whole[end:]


def broken(kind: Kind) -> SearchStrategy[bytes]:
    """Return what a faulty or hostile client might send instead of such a frame."""
    deep = st.integers(1, 20_000).map(lambda depth: b'{"type":' + b"[" * depth)
    return spoilt(kind) | torn(kind) | st.binary(max_size=64) | anything.map(_dumped) | deep


def _dumped(value: Any) -> bytes:
    return json.dumps(value).encode()
