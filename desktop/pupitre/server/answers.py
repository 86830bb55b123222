"""Answers to commands: kept, so that the same command again changes nothing."""

from collections import OrderedDict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from pupitre.domain.ids import CommandId
from pupitre.domain.refusals import Code, Refused
from pupitre.server.store.batch import Sender


@dataclass(frozen=True, slots=True)
class Done:
    """The command took effect and is stored."""

    seq: int | None = None
    """The number of the event it made, if it made one."""


Answer = Done | Refused
Key = tuple[Sender, CommandId]

OUT_OF_ORDER = Refused(Code.SLOW_DOWN, {"reason": "storage", "retry_after": 2})
"""Nothing could be stored just now; never remembered, so the same command may be sent again."""


def pack(answer: Answer) -> bytes:
    """Return an answer as the store keeps it."""
    if isinstance(answer, Done):
        return msgspec.json.encode({"seq": answer.seq})
    return msgspec.json.encode({"code": answer.code, "detail": dict(answer.detail)})


def unpack(packed: bytes) -> Answer:
    """Read an answer that the store kept."""
    fields: dict[str, Any] = msgspec.json.decode(packed)
    if "code" in fields:
        return Refused(Code(fields["code"]), fields["detail"])
    return Done(fields["seq"])


class Answers:
    """The latest answers in memory; older ones are in the store."""

    def __init__(self, capacity: int = 50_000) -> None:
        self._capacity = capacity
        self._known: OrderedDict[Key, Answer] = OrderedDict()

    def missing(self, keys: Collection[Key]) -> list[Key]:
        """Return those of which nothing is known here."""
        return [key for key in keys if key not in self._known]

    def get(self, key: Key) -> Answer | None:
        """Return what was answered, if it is known here."""
        return self._known.get(key)

    def learn(self, packed: Mapping[Key, bytes]) -> None:
        """Take over what the store knows."""
        for key, answer in packed.items():
            self.put(key, unpack(answer))

    def put(self, key: Key, answer: Answer) -> None:
        """Remember an answer that is stored."""
        self._known[key] = answer
        if len(self._known) > self._capacity:
            self._known.popitem(last=False)
