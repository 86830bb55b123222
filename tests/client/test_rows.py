"""What makes a row and what does not."""

from pupitre.client import rows
from pupitre.client.team import Team
from pupitre.client.views import Delivery, EventRow, MessageRow
from pupitre.domain.events import Noted, PageChanged, Seen
from pupitre.domain.people import Role
from tests.client.ground import ALICE, BRUNO, NOON, entry, post, wrote
from tests.support.story import experts


def team() -> Team:
    made = Team()
    made.you, *others = experts()
    made.colleagues = {it.id: it for it in others}
    return made


def test_a_visitor_s_message_is_a_bubble_of_theirs() -> None:
    row = rows.from_entry(entry(2, wrote("Bonjour")), team())
    assert isinstance(row, MessageRow)
    assert (row.mine, row.writer, row.author, row.seq) == (False, "", Role.VISITOR, 2)


def test_yours_is_yours_and_a_colleague_s_bears_their_name() -> None:
    mine = rows.from_entry(entry(2, wrote("a", author=Role.EXPERT)), team())
    assert isinstance(mine, MessageRow)
    assert (mine.mine, mine.writer) == (True, "Alice Martin")
    assert team().writer(BRUNO) == "Bruno Leroy"


def test_a_visitor_cannot_write_over_your_words_by_taking_their_id() -> None:
    """The ids of commands are their senders' own, and a visitor's page knows those of yours."""
    mine = rows.from_entry(entry(2, wrote("Oui", "the id", Role.EXPERT)), team())
    theirs = rows.from_entry(entry(3, wrote("Non", "the id")), team())
    assert mine
    assert theirs
    assert mine.key == "the id"
    assert theirs.key != mine.key


def test_an_expert_s_message_that_was_seen_says_so() -> None:
    for author, delivery in ((Role.EXPERT, Delivery.SEEN), (Role.VISITOR, Delivery.STORED)):
        row = rows.from_entry(entry(2, wrote("a", author=author)), team(), seen_to=2)
        assert isinstance(row, MessageRow)
        assert row.delivery is delivery


def test_other_events_are_lines() -> None:
    row = rows.from_entry(entry(4, Noted(expert=ALICE, text="n")), team())
    assert isinstance(row, EventRow)
    assert row.key == "e4"


def test_what_nobody_needs_to_read_makes_no_row() -> None:
    assert rows.from_entry(entry(4, Seen(by=Role.VISITOR, seq=3)), team()) is None
    assert rows.from_entry(entry(4, PageChanged(url="https://x.example/")), team()) is None


def test_a_message_on_its_way_has_the_id_it_will_keep() -> None:
    row = rows.from_post(post("a"), at=NOON, writer="Alice", delivery=Delivery.QUEUED)
    assert (row.key, row.seq, row.mine, row.delivery) == ("a", None, True, Delivery.QUEUED)
