"""Links to the desk, `pupitre://conversation/<id>`, as a mail or another program gives them."""

import re
from collections.abc import Sequence

from pupitre.domain.ids import ConversationId

SCHEME = "pupitre:"
_CONVERSATION = re.compile(r"pupitre:(?://)?conversation/([0-9A-Za-z._~-]{1,64})/?", re.ASCII)


def conversation(link: str) -> ConversationId | None:
    """Return the conversation that a link leads to; None: it leads nowhere."""
    found = _CONVERSATION.fullmatch(link.strip())
    return ConversationId(found[1]) if found else None


def taken(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """Take the link out of a command line; return it ("" when there is none) and the rest."""
    links = [word for word in arguments if word.casefold().startswith(SCHEME)]
    rest = [word for word in arguments if word not in links]
    return (links[-1] if links else ""), rest
