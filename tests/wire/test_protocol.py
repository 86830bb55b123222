"""The contract in words names everything that travels."""

import re
from pathlib import Path
from typing import get_args

import pytest

from pupitre.domain.refusals import Code
from pupitre.wire import (
    commands,
    events,
    expert_frames,
    queries,
    shapes,
    visitor_events,
    visitor_frames,
)

PAGE = (Path(__file__).parents[2] / "resources/protocol/protocol.md").read_text()
UNIONS = (
    *(commands.OwnerCommand, commands.SelfCommand, commands.VisitorCommand),
    *(events.Event, visitor_events.VisitorEvent, queries.Query),
    *(expert_frames.ToServer, expert_frames.FromServer),
    *(visitor_frames.ToServer, visitor_frames.FromServer),
)
KINDS = sorted({kind for union in UNIONS for kind in get_args(union)}, key=str)
WORDS = set(re.findall(r"[a-z_]+", PAGE))


@pytest.mark.parametrize("kind", [*KINDS, shapes.Expert, shapes.Mission, shapes.Visitor], ids=str)
def test_each_type_and_each_field_is_named(kind: type) -> None:
    tag = kind.__struct_config__.tag  # type: ignore[attr-defined] # a Struct
    assert {*kind.__struct_encode_fields__, *([tag] if tag else [])} <= WORDS  # type: ignore[attr-defined] # a Struct


@pytest.mark.parametrize("code", Code)
def test_each_refusal_is_named(code: Code) -> None:
    assert f"`{code}`" in PAGE
