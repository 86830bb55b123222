"""Pairs of a domain type and its shape: complete, and with the same fields."""

from dataclasses import fields
from typing import Any, get_args

import pytest
from hypothesis import given

from pupitre.domain import commands as asked
from pupitre.domain import events as happened
from pupitre.domain.mission import Mission
from pupitre.domain.people import Expert
from pupitre.wire import events, shapes
from pupitre.wire.pairs import PAIRS, shared_fields, to_domain, to_wire
from tests.support.strategies import made

AT_HOME: dict[type, set[str]] = {
    asked.Post: {"id"},  # it is the command's own
    Expert: {"last_assigned", "away_since"},
    Mission: {"origins", "retention_days", "consent", "consents", "legal_url", "hours", "timezone"},
}
"""What stays on its side of the wire."""


@pytest.mark.parametrize("value", PAIRS, ids=lambda value: value.__name__)
def test_a_pair_has_the_same_fields(value: Any) -> None:
    stays = {field.name for field in fields(value)} - set(shared_fields(value))
    assert stays == AT_HOME.get(value, set())
    extra = set(PAIRS[value].__struct_fields__) - set(shared_fields(value))  # type: ignore[attr-defined] # a Struct
    assert extra == ({"conversation"} if value is asked.AnswerSurvey else set())


def test_every_event_and_every_command_of_people_has_a_shape() -> None:
    assert set(get_args(happened.Event)) <= set(PAIRS)
    people = {*get_args(asked.ExpertCommand), *get_args(asked.VisitorCommand)}
    assert people <= set(PAIRS)
    assert not set(get_args(asked.SystemCommand)) & set(PAIRS)
    shaped = {PAIRS[kind] for kind in get_args(happened.Event)}
    assert shaped == set(get_args(events.Event))


@given(made(shapes.Visitor) | made(shapes.Expert))
def test_people_are_the_same_after_both_ways(shape: shapes.Visitor | shapes.Expert) -> None:
    assert to_wire(to_domain(shape)) == shape
