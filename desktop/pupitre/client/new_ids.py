"""Ids that no other desk makes."""

import os
import time
from uuid import UUID

from pupitre.domain.ids import MessageId


def new_id() -> MessageId:
    """Return an id that can be sorted by time: a UUID of version 7 (RFC 9562).

    Made here, because the library for it takes longer to load than the first window may.
    """
    moment = time.time_ns() // 1_000_000
    chance = int.from_bytes(os.urandom(10))
    number = (
        moment << 80 | 7 << 76 | (chance >> 62 & 0xFFF) << 64 | 2 << 62 | chance & (1 << 62) - 1
    )
    return MessageId(str(UUID(int=number)))
