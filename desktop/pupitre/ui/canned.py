"""Canned replies: finding one and filling in its variables."""

import re
from collections.abc import Mapping, Sequence

from pupitre.domain.mission import CannedReply
from pupitre.ui import fuzzy

BLANK = re.compile(r"\{[\w ]{1,40}\}")
"""A variable that still has to be filled in."""
_ASKED = re.compile(r"(?:^|(?<=\s))/([\w\- ]{0,30})$")


def asked(before: str) -> str | None:
    """Return what is looked for in a text that ends at the cursor; None: nothing."""
    found = _ASKED.search(before)
    return found.group(1) if found else None


def matching(query: str, replies: Sequence[CannedReply]) -> list[CannedReply]:
    """Return the replies that answer, best first."""
    return fuzzy.best(query, replies, lambda reply: f"{reply.name} {reply.text}")


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a reply with what is known filled in; the rest stays to be written."""
    return BLANK.sub(lambda blank: values.get(blank.group()[1:-1], "") or blank.group(), text)


def first_blank(text: str) -> tuple[int, int] | None:
    """Return where the first variable to fill in is."""
    found = BLANK.search(text)
    return found.span() if found else None
