"""The numbers, as rules.md defines them."""

from datetime import date, timedelta

import pytest

from pupitre.domain import events as e
from pupitre.domain.evolution import fold
from pupitre.domain.ids import ExpertId
from pupitre.domain.people import Role
from pupitre.domain.statistics import Measures, csat_percent, grouped, measure, nps, summarise
from tests.support.playbook import (
    ADVICE,
    ALICE,
    BRUNO,
    DELAY,
    HOUR,
    MINUTE,
    NINE,
    NOON,
    OTHER,
    SECOND,
    TEN,
    Playbook,
    Script,
    answered,
    assigned,
    closed,
    opened,
    paused,
    queued,
    resumed,
    waiting,
    written,
)


def measured(*acts: tuple[timedelta, Script], until: timedelta = HOUR) -> Measures:
    """Measure a conversation in which each act happened that long after nine."""
    play = Playbook()
    blank = play.conversation
    for after, script in acts:
        play.given(script, at=NINE + after)
    assert fold(blank, play.entries) == play.conversation
    found = measure(blank, play.entries, NINE + until)
    assert found is not None
    return found


def some(**changes: object) -> Measures:
    base = measured((0 * SECOND, opened()), until=0 * SECOND)
    fields = {name: getattr(base, name) for name in base.__dataclass_fields__}
    return Measures(**(fields | changes))


# Replies


def test_the_first_reply_counts_from_the_visitors_first_message() -> None:
    it = measured((0 * SECOND, opened()), (10 * SECOND, written()), (40 * SECOND, answered()))
    assert it.first_reply == 40 * SECOND
    assert it.replies == ()


def test_the_first_reply_includes_the_wait_in_the_queue() -> None:
    it = measured((0 * SECOND, waiting()), (MINUTE, assigned()), (2 * MINUTE, answered()))
    assert it.first_reply == 2 * MINUTE


def test_a_later_reply_counts_from_the_message_it_answers() -> None:
    it = measured(
        (0 * SECOND, opened()),
        (40 * SECOND, answered()),
        (60 * SECOND, written()),
        (70 * SECOND, written("Alors ?")),
        (85 * SECOND, answered()),
        (90 * SECOND, answered("Voilà")),  # answers nothing new
        (100 * SECOND, written("Merci")),
        (101 * SECOND, answered()),
    )
    assert it.replies == (25 * SECOND, 1 * SECOND)


def test_without_an_answer_there_is_no_reply_time() -> None:
    it = measured((0 * SECOND, opened()), (MINUTE, closed()))
    assert (it.first_reply, it.replies) == (None, ())


# Handling and resolution


def test_handling_is_the_time_open_on_a_desk_without_the_pauses() -> None:
    it = measured(
        (0 * MINUTE, waiting()),
        (5 * MINUTE, assigned()),
        (15 * MINUTE, paused()),
        (25 * MINUTE, resumed(e.ResumeReason.BY_EXPERT)),
        (30 * MINUTE, closed()),
    )
    assert it.handling == 15 * MINUTE


def test_handling_stops_while_it_waits_and_goes_on_with_another_expert() -> None:
    it = measured(
        (0 * MINUTE, opened()),
        (5 * MINUTE, (e.Released(expert=ALICE), queued(e.AssignReason.RELEASED))),
        (25 * MINUTE, assigned(BRUNO)),
        (26 * MINUTE, closed(BRUNO)),
    )
    assert it.handling == 6 * MINUTE
    assert it.releases == 1


def test_handling_of_what_is_still_open_goes_on_until_now() -> None:
    assert measured((0 * MINUTE, opened()), until=7 * MINUTE).handling == 7 * MINUTE
    still_paused = measured((0 * MINUTE, opened()), (MINUTE, paused()), until=HOUR)
    assert still_paused.handling == MINUTE


def test_resolution_counts_from_the_first_message_to_the_close_pauses_included() -> None:
    it = measured((0 * MINUTE, opened()), (MINUTE, paused()), (50 * MINUTE, closed()))
    assert it.resolution == 50 * MINUTE
    assert measured((0 * MINUTE, opened())).resolution is None


# Pauses, wakes, releases, satisfaction


def test_pauses_and_what_woke_them_are_counted() -> None:
    it = measured(
        (0 * MINUTE, opened()),
        (1 * MINUTE, paused(TEN)),
        (2 * MINUTE, paused(NOON)),  # another time, not another pause
        (3 * MINUTE, resumed(e.ResumeReason.EXPIRED)),
        (4 * MINUTE, paused()),
        (5 * MINUTE, (resumed(e.ResumeReason.VISITOR_REPLIED), written())),
    )
    assert it.pauses == 2
    assert it.wakes == {e.ResumeReason.EXPIRED: 1, e.ResumeReason.VISITOR_REPLIED: 1}


def test_a_conversation_tells_its_day_group_experts_and_subjects() -> None:
    it = measured(
        (0 * MINUTE, opened()),
        (MINUTE, answered()),
        (2 * MINUTE, (assigned(BRUNO), answered(by=BRUNO))),
        (3 * MINUTE, closed(BRUNO)),
        (4 * MINUTE, e.SurveyAnswered(csat=4, nps=9)),
    )
    assert (it.day, it.group) == (date(2026, 11, 23), ADVICE)
    assert (it.experts, it.subjects) == ((ALICE, BRUNO), (DELAY,))
    assert (it.csat, it.nps) == (4, 9)


def test_subjects_given_after_closing_count() -> None:
    it = measured(
        (0 * MINUTE, opened()),
        (MINUTE, e.Closed(by=Role.VISITOR, expert=ALICE)),
        (2 * MINUTE, e.Qualified(expert=ALICE, subjects=(OTHER,))),
    )
    assert it.subjects == (OTHER,)


def test_what_never_began_has_no_numbers() -> None:
    assert measure(Playbook().conversation, (), NINE) is None


# Adding up


@pytest.mark.parametrize(
    ("answers", "percent"),
    [([], None), ([5, 4, 3, 1], 50.0), ([1], 0.0), ([4, 5], 100.0), ([3], 0.0)],
)
def test_csat_is_the_share_of_4_and_5(answers: list[int], percent: float | None) -> None:
    assert csat_percent(answers) == percent


@pytest.mark.parametrize(
    ("answers", "score"),
    [([], None), ([10, 9, 8, 6], 25.0), ([7, 8], 0.0), ([0, 6], -100.0), ([9, 10], 100.0)],
)
def test_nps_is_promoters_less_detractors(answers: list[int], score: float | None) -> None:
    assert nps(answers) == score


def test_durations_are_reported_as_medians() -> None:
    total = summarise(
        [
            some(first_reply=10 * SECOND, replies=(1 * SECOND, 3 * SECOND), handling=MINUTE),
            some(first_reply=30 * SECOND, replies=(8 * SECOND,), handling=3 * MINUTE),
            some(first_reply=None, handling=20 * MINUTE, resolution=HOUR),
        ]
    )
    assert total.first_reply == 20 * SECOND
    assert total.reply == 3 * SECOND  # of all the replies together
    assert (total.handling, total.resolution) == (3 * MINUTE, HOUR)


def test_nothing_measured_is_none_and_never_zero() -> None:
    total = summarise([])
    assert (total.conversations, total.pauses, total.releases) == (0, 0, 0)
    assert {total.first_reply, total.reply, total.handling, total.resolution} == {None}
    assert (total.csat, total.nps) == (None, None)


def test_counts_add_up() -> None:
    expired, early = e.ResumeReason.EXPIRED, e.ResumeReason.BY_EXPERT
    total = summarise(
        [
            some(pauses=2, wakes={expired: 2}, releases=1, csat=5, nps=10),
            some(pauses=1, wakes={expired: 1, early: 3}, csat=1, nps=0),
        ]
    )
    assert (total.conversations, total.pauses, total.releases) == (2, 3, 1)
    assert total.wakes == {expired: 3, early: 3}
    assert (total.csat, total.nps) == (50.0, 0.0)


def test_a_transferred_conversation_counts_for_every_expert_who_wrote() -> None:
    shared, own = some(experts=(ALICE, BRUNO), csat=5), some(experts=(BRUNO,), csat=1)
    parts = grouped([shared, own], lambda it: it.experts)
    assert {who: part.conversations for who, part in parts.items()} == {ALICE: 1, BRUNO: 2}
    assert (parts[ALICE].csat, parts[BRUNO].csat) == (100.0, 50.0)
    assert ExpertId("chloe") not in parts
