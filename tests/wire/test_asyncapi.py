"""The AsyncAPI document: current, whole, and true of the frames."""

import json
from pathlib import Path
from typing import Any, get_args

import jsonschema  # type: ignore[import-untyped] # it tells no types
import pytest
from hypothesis import given
from msgspec import Struct

from pupitre.wire import asyncapi, codec, expert_frames, visitor_frames
from tests.support.strategies import made

KEPT = Path(__file__).parents[2] / "resources/protocol/asyncapi.json"
DOCUMENT = asyncapi.document()
UNIONS = {
    ("expert", "receive"): expert_frames.ToServer,
    ("expert", "send"): expert_frames.FromServer,
    ("visitor", "receive"): visitor_frames.ToServer,
    ("visitor", "send"): visitor_frames.FromServer,
}


def at(reference: str) -> Any:
    """Follow a reference within the document."""
    place: Any = DOCUMENT
    for key in reference.removeprefix("#/").split("/"):
        place = place[key]
    return place


def references(value: Any) -> list[str]:
    if isinstance(value, list):
        return [found for item in value for found in references(item)]
    if not isinstance(value, dict):
        return []
    inner = [found for item in value.values() for found in references(item)]
    return [value["$ref"], *inner] if isinstance(value.get("$ref"), str) else inner


def validator(schema: str) -> jsonschema.Draft202012Validator:
    root = {"$ref": f"#/components/schemas/{schema}", "components": DOCUMENT["components"]}
    return jsonschema.Draft202012Validator(root)


def message_of(operation: dict[str, Any]) -> dict[str, Any]:
    message: dict[str, Any] = at(at(operation["messages"][0]["$ref"])["$ref"])
    return message


def schema_of(channel: str, action: str, frame: Struct) -> str:
    """Return the name of the schema that the document gives this frame."""
    place = {"$ref": f"#/channels/{channel}"}
    name = type(frame).__struct_config__.tag
    (message,) = (
        message_of(operation)
        for operation in DOCUMENT["operations"].values()
        if (operation["action"], operation["channel"]) == (action, place)
        and message_of(operation)["name"] == name
    )
    return str(message["payload"]["$ref"].rpartition("/")[2])


def test_the_kept_document_is_current() -> None:
    assert KEPT.read_text() == asyncapi.written(), (
        "run: python -m pupitre.wire.asyncapi > resources/protocol/asyncapi.json"
    )


def test_it_has_what_asyncapi_3_asks_for() -> None:
    assert DOCUMENT["asyncapi"] == "3.0.0"
    assert {"title", "version"} <= set(DOCUMENT["info"])
    for channel in DOCUMENT["channels"].values():
        assert channel["address"].startswith("/ws/")
        assert all(set(message) == {"$ref"} for message in channel["messages"].values())
    for operation in DOCUMENT["operations"].values():
        assert operation["action"] in ("send", "receive")
        assert operation["messages"]


def test_every_reference_leads_somewhere() -> None:
    found = references(DOCUMENT)
    assert len(found) > 100
    for reference in found:
        assert at(reference)


def test_no_schema_is_left_over() -> None:
    used = {reference.rpartition("/")[2] for reference in references(DOCUMENT)}
    assert set(DOCUMENT["components"]["schemas"]) <= used


@pytest.mark.parametrize(("channel", "action"), UNIONS)
def test_every_frame_there_is_has_its_operation(channel: str, action: str) -> None:
    tags = {
        message_of(operation)["name"]
        for operation in DOCUMENT["operations"].values()
        if (operation["channel"]["$ref"], operation["action"]) == (f"#/channels/{channel}", action)
    }
    assert tags == {kind.__struct_config__.tag for kind in get_args(UNIONS[channel, action])}


def test_every_message_says_what_it_is_for_and_gives_a_true_example() -> None:
    for message in DOCUMENT["components"]["messages"].values():
        assert message["summary"].endswith((".", "?"))
        schema = message["payload"]["$ref"].rpartition("/")[2]
        for example in message["examples"]:
            validator(schema).validate(example["payload"])


def test_the_schemas_are_schemas() -> None:
    for schema in DOCUMENT["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(("channel", "action"), UNIONS)
def test_what_the_types_allow_the_document_allows(channel: str, action: str) -> None:
    @given(made(UNIONS[channel, action]))
    def holds(frame: Struct) -> None:
        schema = schema_of(channel, action, frame)
        validator(schema).validate(json.loads(codec.encode(frame)))

    holds()


@pytest.mark.parametrize(
    "frame",
    [
        {"type": "command", "id": "7", "command": {"type": "release"}},
        {"type": "command", "id": "01936b2e-7c1a-7a34-9b1e-5c0f2d6a8e11"},
        {"type": "command", "id": "01936b2e-7c1a-7a34-9b1e-5c0f2d6a8e11", "command": {"type": "x"}},
        {"type": "hello"},
    ],
)
def test_what_the_types_refuse_the_document_refuses(frame: dict[str, Any]) -> None:
    name = f"expert_frames.{frame['type'].capitalize()}"
    assert not validator(name).is_valid(frame)
    with pytest.raises(codec.Malformed):
        codec.decode_expert(json.dumps(frame))
