"""Whether the visitor is on the site, and the address to reach them at (V1 to V5)."""

from datetime import timedelta

from pupitre.domain import checks, commands
from pupitre.domain.conversation import Conversation
from pupitre.domain.events import (
    EmailGiven,
    Event,
    PageChanged,
    VisitorArrived,
    VisitorLeft,
)
from pupitre.domain.people import Role
from pupitre.domain.refusals import Code, Refused
from pupitre.domain.scene import Scene
from pupitre.domain.standing import Dot as Dot

GRACE = timedelta(seconds=10)
"""How long after the last page left the visitor still counts as on the site (V1)."""


def dot(conversation: Conversation, *, stale: bool) -> Dot:
    """Say where the visitor is; unknown when the desk's own link is stale (V3)."""
    if stale:
        return Dot.UNKNOWN
    return Dot.ON_SITE if conversation.on_site else Dot.LEFT


def arrive(conversation: Conversation, command: commands.Arrive) -> tuple[Event, ...] | Refused:
    """Note that the visitor is on the site (V2); already there: the page may have changed."""
    if conversation.is_closed or conversation.is_blank:
        return Refused(Code.WRONG_STATUS, {"status": str(conversation.status)})
    if conversation.on_site:
        return browse(conversation, commands.Browse(page=command.page))
    return (VisitorArrived(page=command.page),)


def leave(conversation: Conversation) -> tuple[Event, ...] | Refused:
    """Note that the visitor left (V2)."""
    if conversation.is_closed or not conversation.on_site:
        return Refused(Code.WRONG_STATUS, {"status": str(conversation.status)})
    return (VisitorLeft(),)


def browse(conversation: Conversation, command: commands.Browse) -> tuple[Event, ...] | Refused:
    """Note the page being read, when it is another one."""
    if conversation.is_closed or conversation.is_blank:
        return Refused(Code.WRONG_STATUS, {"status": str(conversation.status)})
    if conversation.page == command.page:
        return ()
    return (PageChanged(url=command.page.url, title=command.page.title),)


def give_email(
    conversation: Conversation, command: commands.GiveEmail, scene: Scene
) -> tuple[Event, ...] | Refused:
    """Keep the address for later replies (V5)."""
    if conversation.is_blank:
        return Refused(Code.UNKNOWN_CONVERSATION)
    if scene.actor.role is not Role.VISITOR:
        return Refused(Code.NOT_YOURS)
    email = command.email.strip()
    if refused := checks.unfit_text(email, limit=254, field="email"):
        return refused
    if not _looks_like_an_address(email):
        return Refused(Code.BAD_FRAME, {"field": "email"})
    return () if email == conversation.email else (EmailGiven(email=email),)


def _looks_like_an_address(text: str) -> bool:
    local, at, domain = text.rpartition("@")
    printable = text.isprintable() and not any(character in text for character in ' <>,;:"\\')
    return bool(local and at and "." in domain.strip(".") and printable)
