"""What the list showed last: written and read again, and never more than is known."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pupitre.client.availability import Availability
from pupitre.client.card import Card, Parked
from pupitre.client.glance import NAME, Glance, encode, look
from pupitre.domain.ids import MissionId
from pupitre.domain.standing import CurrentPause, Dot, Status
from tests.support.values import card, paused, waiting

moments = st.integers(0, 4_000_000_000_000).map(
    lambda count: datetime.fromtimestamp(count / 1000, UTC)
)
pauses = st.builds(
    CurrentPause, since=moments, until=moments, keep=st.booleans(), count=st.integers(0, 9)
)
cards = st.builds(
    Card,
    pause=st.none() | pauses,
    last_at=st.none() | moments,
    waits_since=st.none() | moments,
    left_at=st.none() | moments,
    on_site_since=st.none() | moments,
    closed_at=st.none() | moments,
    target=st.integers(0, 10_000).map(lambda count: timedelta(seconds=count)),
)
places = st.builds(Availability)
glances = st.builds(
    Glance,
    cards=st.lists(cards, max_size=4).map(tuple),
    missions=st.dictionaries(st.text().map(MissionId), st.text()),
    you=st.none() | places,
)


@given(glances)
def test_it_is_read_as_it_was_written_but_nobody_is_known_to_be_there(glance: Glance) -> None:
    unknown = tuple(replace(card, dot=Dot.UNKNOWN) for card in glance.cards)
    read = msgspec.json.decode(encode(glance), type=Glance)
    assert read == msgspec.structs.replace(glance, cards=unknown)


def test_the_kinds_of_what_is_read_are_the_right_ones() -> None:
    held = replace(card("b"), parked=Parked(2, 1), preview_files=("photo.jpg",))
    glance = Glance(cards=(paused("a", 3), held, waiting("c", 5)))
    read = msgspec.json.decode(encode(glance), type=Glance)
    assert [type(it.status) for it in read.cards] == [Status] * 3
    assert [it.dot for it in read.cards] == [Dot.UNKNOWN] * 3
    assert read.cards[1].parked == Parked(2, 1)
    assert read.cards[1].preview_files == ("photo.jpg",)


def kept(path: Path, text: str | None) -> Path:
    """Write a desk's file with this among its notes."""
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
        if text is not None:
            database.execute("INSERT INTO notes VALUES (?, ?)", (NAME, text))
    database.close()
    return path


def test_it_is_found_in_the_desks_file_and_the_file_is_left_alone(tmp_path: Path) -> None:
    glance = Glance(cards=(paused("a", 3),), missions={MissionId("velo"): "Vélo"})
    path = kept(tmp_path / "a desk #1.sqlite", encode(glance).decode())
    before = path.read_bytes()
    found = look(path)
    assert found is not None
    assert [it.id for it in found.cards] == ["a"]
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "text",
    [None, "", "{", "[]", '{"cards": [{"id": "a"}], "missions": {}, "you": null}', "null"],
)
def test_nothing_is_shown_of_what_cannot_be_read(text: str | None, tmp_path: Path) -> None:
    assert look(kept(tmp_path / "desk.sqlite", text)) is None


def test_no_file_and_a_damaged_one_show_nothing(tmp_path: Path) -> None:
    damaged = tmp_path / "desk.sqlite"
    assert look(damaged) is None
    assert not damaged.exists()
    damaged.write_bytes(b"not a database at all" * 400)
    assert look(damaged) is None
    assert damaged.exists()


def test_what_is_in_the_log_of_a_killed_desk_is_read_too(tmp_path: Path) -> None:
    path = kept(tmp_path / "desk.sqlite", None)
    writer = sqlite3.connect(path)
    writer.execute("INSERT INTO notes VALUES (?, ?)", (NAME, encode(Glance()).decode()))
    writer.commit()
    assert look(path) == Glance()
    writer.close()
