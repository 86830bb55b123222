"""Frames: what is written can be read, and what cannot be read is one kind of error."""

import json
from contextlib import suppress
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given

from pupitre.domain.events import Entry
from pupitre.wire import codec, commands, expert_frames, translate, visitor_frames
from pupitre.wire.codec import Malformed
from tests.support.strategies import broken, made

ID = str(uuid4())


def command(**fields: Any) -> str:
    return json.dumps({"type": "command", "id": ID, "conversation": "c", "command": fields})


def blame(raw: str | bytes) -> Malformed:
    with pytest.raises(Malformed) as caught:
        codec.decode_expert(raw)
    return caught.value


@given(made(expert_frames.ToServer))
def test_what_an_expert_sends_arrives_as_it_was(frame: expert_frames.ToServer) -> None:
    assert codec.decode_expert(codec.encode(frame)) == frame


@given(made(visitor_frames.ToServer))
def test_what_a_visitor_sends_arrives_as_it_was(frame: visitor_frames.ToServer) -> None:
    assert codec.decode_visitor(codec.encode(frame)) == frame


@given(made(expert_frames.FromServer))
def test_what_a_desk_is_sent_arrives_as_it_was(frame: expert_frames.FromServer) -> None:
    assert codec.decode_for_expert(codec.encode(frame)) == frame


@given(made(visitor_frames.FromServer))
def test_what_a_page_is_sent_arrives_as_it_was(frame: visitor_frames.FromServer) -> None:
    assert codec.decode_for_visitor(codec.encode(frame)) == frame


@given(made(expert_frames.Happened))
def test_an_event_that_was_stored_is_told_as_any_other(frame: expert_frames.Happened) -> None:
    event = translate.event_from_wire(frame.event)
    entry = Entry(seq=frame.seq, at=frame.at, event=event)
    told = codec.encode_happened(frame.conversation, entry, codec.encode_event(event))
    assert told == codec.encode(frame)


@given(broken(expert_frames.ToServer))
def test_anything_from_an_expert_is_a_frame_or_malformed(raw: bytes) -> None:
    with suppress(Malformed):
        assert codec.encode(codec.decode_expert(raw)).encode()


@given(broken(visitor_frames.ToServer))
def test_anything_from_a_visitor_is_a_frame_or_malformed(raw: bytes) -> None:
    with suppress(Malformed):
        assert codec.encode(codec.decode_visitor(raw)).encode()


def test_a_broken_field_is_named_with_the_frames_id() -> None:
    error = blame(command(type="pause", until="tomorrow"))
    assert (error.field, error.id) == ("command.until", ID)
    assert error.detail == {"field": "command.until", "problem": error.sentence}


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "close", "subjects": ["a"], "note": None, "survey": None},
        {"type": "transfer", "group": "g", "expert": None, "note": None, "anyway": None},
        {"type": "post", "text": "Bonjour", "attachments": None},
    ],
)
def test_a_null_stands_for_what_was_left_out(fields: dict[str, Any]) -> None:
    told = {name: value for name, value in fields.items() if value is not None}
    assert codec.decode_expert(command(**fields)) == codec.decode_expert(command(**told))


def test_a_null_is_no_value() -> None:
    error = blame(command(type="post", text=None))
    assert (error.field, error.id) == ("command.text", ID)
    assert blame(command(type="close", subjects=[None])).field.startswith("command.subjects")


@pytest.mark.parametrize("rest", ['"x":' + "[" * 5000, '"x":' + "9" * 400 + "}", '"x":tru', ""])
def test_whatever_follows_a_null_is_read_or_malformed(rest: str) -> None:
    assert blame('{"type":"hello","app":null,' + rest).field in ("", "token")


def test_a_missing_field_is_named() -> None:
    assert blame(command(type="pause")).field == "command.until"
    assert blame("{}").field == "type"


def test_a_broken_id_is_named_and_given_back_as_it_was() -> None:
    error = blame(json.dumps({"type": "command", "id": "7", "command": {"type": "release"}}))
    assert (error.field, error.id) == ("id", "7")


@pytest.mark.parametrize(
    "raw", ["", "{", "[", "x", "\ufeff{}", b"\xff", b'{"type":"\xed\xa0\x80"}']
)
def test_what_is_not_json_is_malformed_as_a_whole(raw: str | bytes) -> None:
    error = blame(raw)
    assert (error.field, error.id) == ("", None)


@pytest.mark.parametrize("raw", ["[]", "5", "null", '"hello"', "true"])
def test_json_that_is_no_object_is_malformed_as_a_whole(raw: str) -> None:
    assert blame(raw).field == ""


def test_a_frame_over_64_kib_is_malformed_and_its_id_is_known() -> None:
    error = blame(command(type="post", text="x" * 65_536))
    assert (error.field, error.id) == ("", ID)
    assert "65536" in error.sentence


def test_a_frame_of_64_kib_is_read() -> None:
    room = codec.FRAME_LIMIT - len(command(type="post", text=""))
    frame = codec.decode_expert(command(type="post", text="x" * room))
    assert isinstance(frame, expert_frames.Command)


def test_a_frame_that_is_nested_too_deeply_is_malformed() -> None:
    assert blame('{"type":"hello","token":"t","x":' + "[" * 30_000).sentence


def test_a_number_that_no_database_holds_is_malformed() -> None:
    assert blame(command(type="seen", seq=10**30)).field == "command.seq"
    assert blame(command(type="seen", seq=2**63 - 1)).field == "command.seq"


def test_an_unknown_type_from_a_client_is_malformed() -> None:
    assert blame('{"type":"sing"}').field == "type"
    assert blame(command(type="sing")).field == "command.type"


def test_an_unknown_type_from_a_server_is_skipped() -> None:
    assert codec.decode_for_expert('{"type":"confetti"}') is None
    assert codec.decode_for_visitor('{"type":"confetti"}') is None


def test_an_unknown_event_is_not_skipped_because_the_state_would_be_wrong() -> None:
    raw = {"type": "event", "conversation": "c", "seq": 1, "at": "2026-11-22T15:47:00.000Z"}
    with pytest.raises(Malformed) as caught:
        codec.decode_for_expert(json.dumps(raw | {"event": {"type": "sung"}}))
    assert caught.value.field == "event.type"


def test_unknown_fields_are_ignored() -> None:
    frame = codec.decode_expert('{"type":"ping","colour":"green","nested":{"a":[1]}}')
    assert codec.encode(frame) == '{"type":"ping"}'


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        (r"a\u0000b", "ab"),
        (r"\u0000\u0000", ""),
        (r"\\u0000", r"\u0000"),
        (r"\ud83d", "\ufffd"),
        (r"\ude00", "\ufffd"),
        (r"\ud83d\ud83d\ude00", "\ufffd\U0001f600"),
        (r"\ud83d\ude00", "\U0001f600"),
        (r"\\ud83d", r"\ud83d"),
        (r"\\\ud83d", "\\\ufffd"),
    ],
)
def test_nul_and_half_characters_are_mended_so_that_no_message_is_lost(
    sent: str, kept: str
) -> None:
    frame = codec.decode_expert(command(type="post", text="@").replace("@", sent))
    assert isinstance(frame, expert_frames.Command)
    assert frame.command == commands.Post(text=kept)


def test_half_characters_in_a_python_text_are_malformed() -> None:
    assert blame('{"type":"hello","token":"\ud83d"}').sentence


@pytest.mark.parametrize("id_", [str(uuid4()).upper(), "01936b2e-7c1a-7000-8000-000000000000"])
def test_a_uuid_of_any_version_and_case_is_an_id(id_: str) -> None:
    frame = codec.decode_expert(command(type="release").replace(ID, id_))
    assert isinstance(frame, expert_frames.Command)
    assert frame.id == id_


@pytest.mark.parametrize(
    "id_", ["", "x", ID + "0", ID[:-1] + "g", ID[:-1] + r"\n", ID.replace("-", "")]
)
def test_anything_else_is_not_an_id(id_: str) -> None:
    assert blame(command(type="release").replace(ID, id_)).field == "id"


@pytest.mark.parametrize(("field", "value"), [("csat", 0), ("csat", 6), ("nps", -1), ("nps", 11)])
def test_a_survey_answer_outside_its_scale_is_malformed(field: str, value: int) -> None:
    answer = {"type": "answer_survey", "conversation": "c", field: value}
    with pytest.raises(Malformed) as caught:
        codec.decode_visitor(command(**answer))
    assert caught.value.field == f"command.{field}"


def test_a_session_request_is_read_and_its_faults_named() -> None:
    body = codec.decode_session_request('{"email":"alice@demo.test","password":"demo"}')
    assert (body.email, body.password) == ("alice@demo.test", "demo")
    with pytest.raises(Malformed) as caught:
        codec.decode_session_request('{"email":"alice@demo.test"}')
    assert caught.value.field == "password"
