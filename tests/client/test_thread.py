"""Rows are appended, settled in place, and in the server's order."""

from pupitre.client.thread import Page, Thread
from pupitre.client.views import Delivery, Row
from tests.client.ground import bubble, line


def thread(*rows: Row) -> Thread:
    made = Thread()
    for row in rows:
        made.append(row)
    return made


def keys(it: Thread) -> list[str]:
    return [row.key for row in it.rows]


def test_a_message_is_settled_in_its_place() -> None:
    it = thread(line(1), bubble("a", None, Delivery.SENT))
    assert it.settle(bubble("a", 2)) == (1, 1)
    assert it.rows[1] == bubble("a", 2)


def test_what_was_numbered_meanwhile_moves_before_it() -> None:
    it = thread(line(1), bubble("a", None), line(2), bubble("b", None), line(3))
    assert it.settle(bubble("a", 4)) == (1, 4)
    assert keys(it) == ["e1", "e2", "e3", "a", "b"]
    assert it.get("b") == bubble("b", None)
    assert it.settle(bubble("b", 5)) == (4, 4)


def test_the_visitor_sees_messages_up_to_a_number() -> None:
    it = thread(bubble("a", 1), bubble("b", 2), bubble("c", 3), bubble("d", None))
    assert it.see(2) == [(0, 0), (1, 1)]
    assert it.see(2) == []
    assert [getattr(row, "delivery", None) for row in it.rows] == [
        *(Delivery.SEEN, Delivery.SEEN, Delivery.STORED, Delivery.STORED),
    ]


def test_a_message_taken_back_leaves_the_others() -> None:
    it = thread(line(1), bubble("a", None), line(2), bubble("b", None))
    it.remove("a")
    assert keys(it) == ["e1", "e2", "b"]
    assert "a" not in it
    assert it.change(bubble("b", None, Delivery.SENT)) == (2, 2)


def test_earlier_rows_come_first_and_can_still_be_seen() -> None:
    it = thread(bubble("d", 5), bubble("e", None))
    it.put_before(Page.of([line(3), bubble("c", 4)], it.origin))
    it.put_before(Page.of([bubble("a", 1), bubble("b", 2, Delivery.SEEN)], it.origin))
    assert keys(it) == ["a", "b", "e3", "c", "d", "e"]
    assert it.see(4) == [(0, 0), (3, 3)]
    assert it.append(line(6)) == (6, 6)
    assert it.settle(bubble("e", 7)) == (5, 6)
    assert it.see(7) == [(4, 4), (6, 6)]


def test_a_list_of_rows_stays_the_same_list() -> None:
    """A view may keep it."""
    it = thread(bubble("a", None))
    rows = it.rows
    it.put_before(Page.of([line(1)], it.origin))
    it.remove("a")
    assert rows is it.rows


def test_a_line_is_no_message() -> None:
    assert thread(line(1)).get("e1") is None
