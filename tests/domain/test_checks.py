"""What a command must satisfy before any rule looks at it."""

from dataclasses import replace

import pytest

from pupitre.domain import checks
from pupitre.domain.attachments import named
from pupitre.domain.conversation import Status
from pupitre.domain.people import SYSTEM, VISITOR, Actor
from pupitre.domain.refusals import Code, Refused
from tests.support.playbook import (
    ALICE,
    BRUNO,
    DELAY,
    ORDER,
    VELO,
    Playbook,
    closed,
    opened,
    waiting,
)


def test_the_owner_is_who_acts_in_the_right_status(play: Playbook) -> None:
    play.given(opened())
    scene = play.scene(Actor.of(ALICE))
    assert checks.owned(play.conversation, scene, (Status.OPEN,)) == ALICE


@pytest.mark.parametrize("actor", [Actor.of(BRUNO), VISITOR, SYSTEM])
def test_nobody_else_is_the_owner(play: Playbook, actor: Actor) -> None:
    play.given(opened())
    found = checks.owned(play.conversation, play.scene(actor), (Status.OPEN,))
    assert found == Refused(Code.NOT_YOURS)


def test_what_waits_has_no_owner_not_even_the_system(play: Playbook) -> None:
    play.given(waiting())
    found = checks.owned(play.conversation, play.scene(SYSTEM), (Status.WAITING,))
    assert found == Refused(Code.NOT_YOURS)


def test_whose_it_is_comes_before_how_it_stands(play: Playbook) -> None:
    play.given(opened(), closed())
    stranger = checks.owned(play.conversation, play.scene(Actor.of(BRUNO)), (Status.OPEN,))
    owner = checks.owned(play.conversation, play.scene(Actor.of(ALICE)), (Status.OPEN,))
    assert stranger == Refused(Code.NOT_YOURS)
    assert owner == Refused(Code.WRONG_STATUS, {"status": "closed"})


def test_limits_are_counted_in_characters() -> None:
    assert checks.unfit_text("é" * 3, limit=3, field="note") is None
    refused = checks.unfit_text("é" * 4, limit=3, field="note")
    assert refused == Refused(Code.TOO_LONG, {"field": "note", "limit": 3})


def test_a_message_has_a_text_or_an_attachment() -> None:
    file = named(["a"])
    assert checks.unfit_message(" ", file) is None
    assert checks.unfit_message(" ", ()) == Refused(Code.EMPTY, {"field": "text"})
    too_long = checks.unfit_message("x" * 5_001, file)
    assert too_long == Refused(Code.TOO_LONG, {"field": "text", "limit": 5_000})
    many = checks.unfit_message("?", named(map(str, range(11))))
    assert many == Refused(Code.TOO_LONG, {"field": "attachments", "limit": 10})


def test_c2_subjects_are_known_before_they_are_enough() -> None:
    assert checks.unfit_subjects(VELO, (DELAY,)) is None
    assert checks.unfit_subjects(VELO, ()) == Refused(Code.SUBJECT_REQUIRED)
    unknown = checks.unfit_subjects(VELO, (ORDER,))
    assert unknown == Refused(Code.UNKNOWN_SUBJECT, {"subjects": (ORDER,)})
    assert checks.unfit_subjects(replace(VELO, subjects=()), ()) is None
