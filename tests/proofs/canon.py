"""What a desk knows, in bytes that are the same for the same knowledge."""

from datetime import datetime

import msgspec

from pupitre.client.session import Session
from pupitre.client.views import MessageRow, Row
from pupitre.domain.ids import ConversationId


def folded(session: Session) -> bytes:
    """Return everything that the events add up to on this desk, in one order."""
    desk = session._desk
    states = sorted((it.state for it in desk.replica.here()), key=lambda state: state.id)
    visitors = {it.state.id: it.known_visitor() for it in desk.replica.here()}
    shown = [(session.conversation(state.id), session.card(state.id)) for state in states]
    known = {
        "you": session.you,
        "colleagues": [session.colleagues[id_] for id_ in sorted(session.colleagues)],
        "missions": [session.missions[id_] for id_ in sorted(session.missions)],
        "queues": session.queues,
        "confirmed": states,
        "shown": [state for state, _ in shown],
        "statuses": [card.status for _, card in shown if card],
        "visitors": visitors,
    }
    return msgspec.json.encode(known, order="deterministic", enc_hook=_plain)


def _plain(it: object) -> object:
    """The wire's instants are datetimes of another name."""
    if isinstance(it, datetime):
        return datetime.fromisoformat(it.isoformat())
    raise NotImplementedError(type(it))


def difference(one: bytes, other: bytes) -> str:
    """Say where two of them part."""
    parted: dict[str, object] = {}
    mine, theirs = msgspec.json.decode(one), msgspec.json.decode(other)
    _part("", mine, theirs, parted)
    return str(dict(list(parted.items())[:6]))


def _part(path: str, one: object, other: object, parted: dict[str, object]) -> None:
    if isinstance(one, dict) and isinstance(other, dict):
        for key in one | other:
            _part(f"{path}.{key}", one.get(key), other.get(key), parted)
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for place, (mine, theirs) in enumerate(zip(one, other, strict=True)):
            _part(f"{path}[{place}]", mine, theirs, parted)
    elif one != other:
        parted[path] = (one, other)


def rows(session: Session, id_: ConversationId) -> list[Row]:
    """Return a thread's rows that the server numbered."""
    return [row for row in session.thread(id_) if row.seq is not None]


def doubled(session: Session, id_: ConversationId) -> list[str]:
    """Return the messages that a thread shows twice."""
    seen: set[str] = set()
    twice = []
    for row in session.thread(id_):
        if isinstance(row, MessageRow):
            if row.key in seen or (row.text in seen and len(row.text) > 8):
                twice.append(row.text)
            seen |= {row.key, row.text}
    return twice
