"""The AsyncAPI 3 document, made from the frames: `python -m pupitre.wire.asyncapi` prints it."""

import inspect
import json
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from pupitre.wire import codec, examples
from pupitre.wire.instants import Instant

Json = dict[str, Any]
VERSION = "1"
SUBPROTOCOL = "pupitre.v1"
DESCRIPTION = """\
The wire contract of Pupitre: experts at their desks, visitors on their sites, one server between.
Text frames, one JSON object each, tagged by `type`. `protocol.md` beside this file says in words
what schemas cannot: order, limits, refusals and who may see what."""
ANSWERS = {
    "hello": ("welcome", "refused"),
    "command": ("done", "refused"),
    "query": ("answer", "refused"),
    "mission": ("mission",),
    "ping": ("pong",),
}
"""Which frames answer which."""
CHANNELS: dict[str, tuple[str, Sequence[Struct], Sequence[Struct]]] = {
    "expert": (
        "An expert's desk.",
        examples.EXPERT_TO_SERVER,
        examples.EXPERT_FROM_SERVER,
    ),
    "visitor": (
        "A visitor's page. The Origin must be one that the mission allows.",
        examples.VISITOR_TO_SERVER,
        examples.VISITOR_FROM_SERVER,
    ),
}
"""Each socket with an example of every frame to the server and from it."""
_QUALIFIER = "pupitre.wire."


def document() -> Json:
    """Return the whole document."""
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Pupitre",
            "version": VERSION,
            "description": DESCRIPTION,
            "license": {"name": "MIT"},
        },
        "defaultContentType": "application/json",
        "servers": {"desk": {"host": "127.0.0.1", "protocol": "ws"}},
        "channels": {name: _channel(name) for name in CHANNELS},
        "operations": dict(_operations()),
        "components": {"messages": dict(_messages()), "schemas": schemas()},
    }


@cache
def schemas() -> Json:
    """Return the JSON schema of every frame and of all that frames carry."""
    kinds = dict.fromkeys(
        type(frame) for _, to, from_ in CHANNELS.values() for frame in (*to, *from_)
    )
    _, found = msgspec.json.schema_components(
        kinds, ref_template="#/components/schemas/{name}", schema_hook=_instant
    )
    return {_short(name): _tidy(schema) for name, schema in sorted(found.items())}


def _instant(kind: type) -> Json:
    if kind is Instant:
        return {"type": "string", "format": "date-time"}
    raise NotImplementedError(kind)


def _short(name: str) -> str:
    """Return `expert_frames.Hello` for a name that two modules have."""
    return name.removeprefix(_QUALIFIER)


def _tidy(schema: Any) -> Any:
    """Leave out OpenAPI's `discriminator` object, which AsyncAPI has not; shorten references."""
    if isinstance(schema, dict):
        kept = {key: _tidy(value) for key, value in schema.items() if key != "discriminator"}
        if "$ref" in kept:
            kept["$ref"] = kept["$ref"].replace(_QUALIFIER, "")
        return kept
    return [_tidy(item) for item in schema] if isinstance(schema, list) else schema


def _schema_of(frame: Struct) -> str:
    kind = type(frame)
    full = f"{kind.__module__}.{kind.__name__}"
    name = _short(full)
    return name if name in schemas() else kind.__name__


def _tag(frame: Struct) -> str:
    return str(type(frame).__struct_config__.tag)


def _says(frame: Struct) -> str:
    return (inspect.getdoc(frame) or "").split("\n", maxsplit=1)[0]


def _frames(channel: str) -> list[tuple[str, str, Struct]]:
    """Return key, action and frame; an action is what the server does."""
    _, to, from_ = CHANNELS[channel]
    sent = {_tag(frame) for frame in from_}
    received = [(_key(_tag(frame), sent), "receive", frame) for frame in to]
    return [*received, *((_tag(frame), "send", frame) for frame in from_)]


def _key(tag: str, sent: set[str]) -> str:
    """Return the message's key in its channel; `typing` goes both ways."""
    return f"{tag}ToServer" if tag in sent else tag


def _channel(name: str) -> Json:
    says, _, _ = CHANNELS[name]
    return {
        "address": f"/ws/{name}",
        "description": f"{says} WebSocket, subprotocol `{SUBPROTOCOL}`.",
        "messages": {
            key: {"$ref": f"#/components/messages/{name}.{key}"} for key, _, _ in _frames(name)
        },
        "bindings": {"ws": {"method": "GET"}},
    }


def _messages() -> Iterator[tuple[str, Json]]:
    for channel in CHANNELS:
        for key, _, frame in _frames(channel):
            yield (
                f"{channel}.{key}",
                {
                    "name": _tag(frame),
                    "summary": _says(frame),
                    "payload": {"$ref": f"#/components/schemas/{_schema_of(frame)}"},
                    "examples": [{"payload": json.loads(codec.encode(frame))}],
                },
            )


def _operations() -> Iterator[tuple[str, Json]]:
    for channel in CHANNELS:
        place = {"$ref": f"#/channels/{channel}"}
        for key, action, frame in _frames(channel):
            answers = [_message(channel, answer) for answer in ANSWERS.get(key, ())]
            yield (
                f"{channel}.{key}",
                {
                    "action": action,
                    "channel": place,
                    "summary": _says(frame),
                    "messages": [_message(channel, key)],
                    **({"reply": {"channel": place, "messages": answers}} if answers else {}),
                },
            )


def _message(channel: str, key: str) -> Json:
    return {"$ref": f"#/channels/{channel}/messages/{key}"}


def written() -> str:
    """Return the document as the project keeps it."""
    return json.dumps(document(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(written())
