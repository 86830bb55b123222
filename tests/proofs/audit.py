"""A database against its own events: every projection made anew and compared, every rule held.

Rows are read as they are, and folded by the domain alone: no query of the server's own.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec

from pupitre.domain import events as e
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.deadlines import deadlines
from pupitre.domain.evolution import evolve
from pupitre.server.folding import folded
from tests.proofs.book import Book, Row, milliseconds, moment
from tests.proofs.desks import desks_held
from tests.proofs.rules import broken_rule
from tests.proofs.tally import Tally

KINDS = {"Wake": "wake", "Reclaim": "reclaim"}
"""The deadlines that follow from state alone; a mail's is there while none is under way."""
FAULTS = (
    *("rules broken", "wrong conversations", "wrong search texts", "wrong deadlines"),
    *("wrong loads", "wrong answers", "wrong visitors", "wrong desks"),
)


def compare(tally: Tally, database: Path) -> None:
    """Count what the projections and the events do not agree about, and rules not held."""
    book = Book(database)
    tally.must_be_none(*FAULTS)
    if book.integrity != "ok":
        tally.wrong("the file is broken", book.integrity)
    states = [_lived(tally, book, row) for row in book.rows("conversations")]
    if len(states) != len(book.entries):
        tally.wrong("wrong conversations", "events of a conversation that has no row")
    _texts(tally, book)
    _deadlines(tally, book, states)
    _loads(tally, book, states)
    _answers(tally, book)
    _visitors(tally, book)
    desks_held(tally, book)
    tally.add("conversations", len(states))
    tally.add("events", sum(map(len, book.entries.values())))
    compared = ("conversations", "texts", "deadlines", "experts", "commands", "visitors")
    tally.add("rows compared", sum(len(book.rows(name)) for name in compared))


def _lived(tally: Tally, book: Book, row: Row) -> Conversation:
    """Fold a conversation, rule by rule, and compare it with its row."""
    state = book.blank(row)
    last = None
    for entry in book.entries[row["id"]]:
        if broken := broken_rule(state, entry):
            tally.wrong("rules broken", f"{row['id']} {entry.seq}: {broken}")
        if last and entry.at < last.at:
            tally.wrong("rules broken", f"{row['id']} {entry.seq}: time goes back")
        state, last = evolve(state, entry), entry
    wanted = {
        "group": state.group,
        "seq": state.seq,
        "status": str(state.status),
        "owner": state.owner,
        "on_site": int(state.on_site and not state.is_closed),
        "started_at": milliseconds(state.started_at),
        "waiting_since": milliseconds(state.waiting_since),
        "closed_at": milliseconds(state.closure.at if state.closure else None),
    }
    if found := {key: (row[key], value) for key, value in wanted.items() if row[key] != value}:
        tally.wrong("wrong conversations", f"{row['id']}: {found}")
    return state


def _texts(tally: Tally, book: Book) -> None:
    wanted = {
        (id_, entry.seq): folded(entry.event.text)
        for id_, entries in book.entries.items()
        for entry in entries
        if isinstance(entry.event, e.Message)
    }
    kept = {(row["conversation"], row["seq"]): row["folded"] for row in book.rows("texts")}
    _differ(tally, "wrong search texts", wanted.items(), kept.items())


def _deadlines(tally: Tally, book: Book, states: list[Conversation]) -> None:
    away = {row["id"]: moment(row["away_since"]) for row in book.rows("experts")}
    wanted = {
        (state.id, KINDS[type(due.command).__name__], milliseconds(due.at))
        for state in states
        for due in deadlines(
            state, book.missions[state.mission], away[state.owner] if state.owner else None
        )
        if type(due.command).__name__ in KINDS
    }
    kept = {
        (row["conversation"], row["kind"], row["at"])
        for row in book.rows("deadlines")
        if row["kind"] in KINDS.values()
    }
    _differ(tally, "wrong deadlines", wanted, kept)


def _loads(tally: Tally, book: Book, states: list[Conversation]) -> None:
    open_ = Counter(state.owner for state in states if state.status is Status.OPEN)
    wanted = {(row["id"], open_[row["id"]]) for row in book.rows("experts")}
    kept = {(row["id"], row["open"]) for row in book.rows("experts")}
    _differ(tally, "wrong loads", wanted, kept)


def _answers(tally: Tally, book: Book) -> None:
    """Every message was answered once, with its own number; no command made two of them."""
    answers = {
        (row["sender"], row["id"]): msgspec.json.decode(row["answer"])
        for row in book.rows("commands")
    }
    visitor_of = {row["id"]: row["visitor"] for row in book.rows("conversations")}
    made: Counter[tuple[str, str]] = Counter()
    for conversation, entries in book.entries.items():
        for entry in entries:
            if isinstance(entry.event, e.Message):
                key = (str(entry.event.expert or visitor_of[conversation]), str(entry.event.id))
                made[key] += 1
                if answers.get(key, {}).get("seq") != entry.seq:
                    tally.wrong("wrong answers", f"{key}: {entry.seq}, not {answers.get(key)}")
    for key, times in made.items():
        if times > 1:
            tally.wrong("wrong answers", f"{key} made {times} messages")


def _visitors(tally: Tally, book: Book) -> None:
    """Their address and their block are what the last events about them say."""
    visitor_of = {row["id"]: row["visitor"] for row in book.rows("conversations")}
    wanted: dict[str, tuple[str | None, str | None]] = {}
    everything = [(it.at, it.seq, id_, it) for id_, all_ in book.entries.items() for it in all_]
    for _, _, id_, entry in sorted(everything, key=lambda found: found[:3]):
        email, reason = wanted.get(visitor_of[id_], (None, None))
        match entry.event:
            case e.EmailGiven(email=given):
                email = given
            case e.EmailWithdrawn():
                email = None
            case e.Blocked(reason=why):
                reason = why
        wanted[visitor_of[id_]] = (email, reason)
    kept = {row["id"]: (row["email"], row["block_reason"]) for row in book.rows("visitors")}
    _differ(tally, "wrong visitors", wanted.items(), kept.items())


def _differ(tally: Tally, name: str, wanted: Iterable[object], kept: Iterable[object]) -> None:
    wanted, kept = set(wanted), set(kept)
    for missing in wanted - kept:
        tally.wrong(name, f"missing {missing}")
    for extra in kept - wanted:
        tally.wrong(name, f"not so {extra}")
