"""A thread: the last rows first, then upwards, range by range."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from pupitre.client.views import Delivery, Row
from pupitre.domain import events as e
from pupitre.domain.people import Page
from pupitre.ui.models.thread import WINDOW, ThreadModel
from pupitre.ui.thread_lines import Names
from tests.support.screen import NOON, noon
from tests.support.values import answered, happened, said

CAMILLE = Names(visitor="Camille")
HOME = Page(url="https://velo.example/", title="Accueil")


def long(count: int) -> list[Row]:
    return [said(f"m{n}", seq=n) for n in range(1, count + 1)]


def shown(rows: list[Row], read_to: int = 0) -> ThreadModel:
    model = ThreadModel(noon)
    model.open(rows, CAMILLE, read_to)
    return model


@pytest.fixture(autouse=True)
def _screen(screen: QApplication) -> None:
    """Speak English."""


def test_a_long_thread_shows_its_last_rows() -> None:
    model = shown(long(1000))
    assert model.rowCount() == WINDOW
    assert model.keys()[-1] == "m1000"


def test_earlier_rows_come_above_those_shown() -> None:
    model = shown(long(1000))
    held = QPersistentModelIndex(model.index(0))
    assert model.fetch_earlier() == WINDOW
    assert held.row() == WINDOW
    assert model.keys()[0] == f"m{1001 - 2 * WINDOW}"


def test_the_beginning_is_reached_once() -> None:
    model = shown(long(WINDOW + 50))
    assert [model.fetch_earlier(), model.fetch_earlier()] == [50, 0]
    assert not model.has_earlier


def test_what_the_server_keeps_comes_above_the_beginning() -> None:
    rows: list[Row] = [said("m10", seq=10)]
    model = shown(rows)
    model.prepend([said("m8", seq=8), said("m9", seq=9)])
    assert (model.keys(), model.earliest_seq()) == (["m8", "m9", "m10"], 8)
    rows.append(said("m11", seq=11))
    model.appended(1, 1)
    rows[0] = said("m10", "autre", seq=10)
    model.changed(0, 0)
    assert model.keys() == ["m8", "m9", "m10", "m11"]
    assert model._rows[2] == rows[0]


def test_new_rows_that_were_read_already_are_not_shown_twice() -> None:
    rows = long(3)
    model = shown(rows)
    rows[2] = said("m3", "autre", seq=3)
    rows += [said("m4", seq=4)]
    model.appended(1, 3)
    assert model.keys() == ["m1", "m2", "m3", "m4"]
    assert model.at(2) == rows[2]
    model.appended(3, 3)
    assert model.rowCount() == 4


def test_new_rows_are_inserted_at_the_end(qtmodeltester: ModelTester) -> None:
    rows = long(3)
    model = shown(rows)
    inserted: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _p, first, last: inserted.append((first, last)))
    rows += [said("m4", seq=4), said("m5", seq=5)]
    model.appended(3, 4)
    assert inserted == [(3, 4)]
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt’s own


def test_a_change_outside_the_window_changes_nothing() -> None:
    rows = long(1000)
    model = shown(rows)
    told: list[object] = []
    model.dataChanged.connect(told.append)
    model.changed(0, 10)
    assert not told


def test_a_message_keeps_its_row_when_it_is_stored() -> None:
    rows: list[Row] = [answered("mine", delivery=Delivery.QUEUED)]
    model = shown(rows)
    held = QPersistentModelIndex(model.index(0))
    rows[0] = answered("mine", seq=1, delivery=Delivery.STORED)
    model.changed(0, 0)
    assert held.isValid()
    assert model.line(0).row == rows[0]


def test_rows_that_went_away_are_removed() -> None:
    rows = long(4)
    model = shown(rows)
    del rows[1]
    model.reread()
    assert model.keys() == ["m1", "m3", "m4"]


def test_reading_again_keeps_what_was_fetched_from_the_server() -> None:
    rows: list[Row] = [said("m3", seq=3), said("m4", seq=4)]
    model = shown(rows)
    model.prepend([said("m1", seq=1), said("m2", seq=2)])
    rows.pop()
    model.reread()
    assert model.keys() == ["m1", "m2", "m3"]


def test_the_first_message_not_read_is_marked() -> None:
    model = shown([said("a", seq=1), answered("b", seq=2), said("c", seq=3), said("d", seq=4)], 1)
    assert model.unread_key == "c"
    assert [model.line(n).unread for n in range(4)] == [False, False, True, False]


def test_what_was_answered_was_read() -> None:
    assert shown([said("a", seq=1), answered("b", seq=2)]).unread_key == ""


def test_a_day_begins_with_its_first_row() -> None:
    yesterday = NOON - timedelta(days=1)
    model = shown([said("a", at=yesterday), said("b", at=yesterday), said("c")])
    assert [model.line(n).new_day for n in range(3)] == [True, False, True]


def test_a_departure_and_its_return_are_told_in_one_line() -> None:
    left = happened(2, e.VisitorLeft())
    model = shown([said("a"), left, happened(3, e.VisitorArrived(page=HOME))])
    assert model.line(1).hidden
    assert model.line(2).left == left


def test_a_departure_without_return_has_its_own_line() -> None:
    model = shown([happened(1, e.VisitorLeft()), said("a")])
    assert not model.line(0).hidden


def test_a_message_reads_who_when_what_and_how_far() -> None:
    model = shown([answered("a", "Bonjour !", delivery=Delivery.SEEN), said("b", "Merci")])
    read = [model.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(2)]
    assert read == ["You, 15:47, Bonjour !, Seen", "Camille, 15:47, Merci"]


def test_what_happened_reads_when_it_did() -> None:
    model = shown([happened(1, e.VisitorLeft())])
    read = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert read == "Camille left the site, 15:47"


def test_the_last_received_is_the_visitors() -> None:
    assert shown([said("a", seq=4), answered("b", seq=5)]).last_received() == 0
    assert shown([]).last_received() == -1


def test_what_can_be_taken_back_is_what_was_written_last() -> None:
    held = answered("b", delivery=Delivery.HELD)
    model = shown([answered("a", delivery=Delivery.HELD), held, happened(1, e.VisitorLeft())])
    assert model.last_held() == held
    assert shown([answered("a", delivery=Delivery.SENT)]).last_held() is None


def test_a_row_has_none_below_it() -> None:
    model = shown(long(2))
    assert model.rowCount(model.index(0)) == 0
