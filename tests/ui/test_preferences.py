"""What an expert chose."""

from datetime import UTC, datetime, time

from pupitre.ui.preferences import Preferences


def test_nothing_is_planned_at_first() -> None:
    assert Preferences().planned is None


def test_planned_hours_are_those_of_the_rules() -> None:
    planned = Preferences(hours=((0, time(9), time(18)),)).planned
    assert planned is not None
    assert planned.cover(datetime(2026, 11, 23, 10, tzinfo=UTC))
    assert not planned.cover(datetime(2026, 11, 22, 10, tzinfo=UTC))
