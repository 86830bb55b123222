"""Changed copies."""

from dataclasses import replace
from typing import Any

import pytest

from pupitre.domain.changing import changed
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.ids import ConversationId, ExpertId, GroupId, MissionId, VisitorId

BEFORE = Conversation(
    id=ConversationId("c"),
    mission=MissionId("m"),
    group=GroupId("g"),
    visitor=VisitorId("v"),
    unread=(1, 2),
)


def test_a_changed_copy_is_what_replace_makes() -> None:
    changes: dict[str, Any] = {"seq": 4, "status": Status.OPEN, "owner": ExpertId("alice")}
    copy = changed(BEFORE, **changes)
    assert copy == replace(BEFORE, **changes)
    assert hash(copy) == hash(replace(BEFORE, **changes))


def test_the_value_itself_stays() -> None:
    before = replace(BEFORE)
    changed(BEFORE, seq=4, unread=())
    assert before == BEFORE


def test_a_field_that_there_is_not_is_refused() -> None:
    with pytest.raises(AttributeError):
        changed(BEFORE, sequence=4)  # type: ignore[call-arg] # what is tried
