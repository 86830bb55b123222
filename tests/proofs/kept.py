"""What a server that has stopped kept, read from its file alone."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from pupitre.domain.events import Message
from pupitre.wire import codec
from tests.proofs.tally import Tally
from tests.proofs.writers import Log

NAMES = ("lost", "doubled", "out of order")


def messages(database: Path) -> dict[str, list[str]]:
    """Return the ids of every conversation's messages, in their order."""
    found: dict[str, list[str]] = defaultdict(list)
    ask = "SELECT conversation, body FROM events ORDER BY conversation, seq"
    with closing(sqlite3.connect(database)) as connection:
        for conversation, body in connection.execute(ask):
            event = codec.decode_event(body)
            if isinstance(event, Message):
                found[conversation].append(event.id)
    return found


def compare(tally: Tally, logs: Iterable[Log], kept: dict[str, list[str]]) -> None:
    """Count what was acknowledged, and what of it is lost, doubled or out of order."""
    tally.must_be_none(*NAMES)
    times = Counter(id_ for ids in kept.values() for id_ in ids)
    every = list(logs)
    for log in every:
        for id_ in log.acknowledged:
            if not times[id_]:
                tally.wrong("lost", id_)
        for id_ in log.refused:
            if times[id_]:
                tally.wrong("refused and kept", id_)
        _in_order(tally, log, kept)
    for id_, count in times.items():
        if count > 1:
            tally.wrong("doubled", f"{id_}, {count} times")
    tally.counts["sent"] = sum(len(log.sent) for log in every)
    tally.counts["acknowledged"] = sum(len(log.acknowledged) for log in every)
    tally.counts["refused"] = sum(len(log.refused) for log in every)
    tally.counts["kept"] = sum(times.values())


def _in_order(tally: Tally, log: Log, kept: dict[str, list[str]]) -> None:
    mine = set(log.sent)
    for conversation, ids in kept.items():
        here = [id_ for id_ in ids if id_ in mine]
        if here != sorted(here, key=log.sent.index) and len(here) == len(set(here)):
            tally.wrong("out of order", conversation)
