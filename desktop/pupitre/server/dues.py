"""Keeps the index of deadlines true to the conversations' states."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from pupitre.domain.commands import Reclaim, SendMail, SystemCommand, Wake
from pupitre.domain.deadlines import deadlines
from pupitre.domain.mailing import is_wanted
from pupitre.domain.people import Expert
from pupitre.server.round import Round
from pupitre.server.talks import Talk

MAIL = "mail"
COMMANDS: Mapping[str, SystemCommand] = {"wake": Wake(), "reclaim": Reclaim()}
"""What the clock asks, by the name that the index keeps; mail is asked for otherwise."""
_KINDS: Mapping[type, str] = {Wake: "wake", Reclaim: "reclaim", SendMail: MAIL}


def kind_of(command: SystemCommand) -> str:
    """Return the name that the index keeps of what the clock asks."""
    return _KINDS[type(command)]


def index(round_: Round, talk: Talk) -> Talk:
    """Return the talk with its deadlines as they follow from its state; note what changed."""
    _drop_unwanted_mail(round_, talk)
    due = _due(round_, talk)
    if due == talk.due:
        return talk
    for kind in {*due, *talk.due}:
        if due.get(kind) != talk.due.get(kind):
            round_.batch.deadlines[talk.state.id, kind] = due.get(kind)
    return replace(talk, due=due)


def _due(round_: Round, talk: Talk) -> dict[str, datetime]:
    floor, state = round_.present.floor, talk.state
    owner = floor.experts.get(state.owner) if state.owner else None
    found = deadlines(state, floor.missions[state.mission], owner.away_since if owner else None)
    kinds = ((kind_of(deadline.command), deadline.at) for deadline in found)
    return {kind: at for kind, at in kinds if kind in COMMANDS or _may_mail(round_, talk, kind)}


def _may_mail(round_: Round, talk: Talk, kind: str) -> bool:
    """Mail is asked for where it is configured, and while no other is under way."""
    mails = round_.present.mails
    return kind == MAIL and mails.configured and mails.get(talk.state.id) is None


def _drop_unwanted_mail(round_: Round, talk: Talk) -> None:
    """The visitor came back or wants no mail: what has not gone yet does not go."""
    mail = round_.present.mails.get(talk.state.id)
    if mail and not mail.handing and not is_wanted(talk.state, mail.content):
        round_.mail(talk.state.id, None)


def reconsider(round_: Round, owner: Expert) -> None:
    """The owner came or went: what waits on them has other deadlines now (R6)."""
    for id_ in tuple(round_.present.floor.desks.get(owner.id, ())):
        talk = round_.present.talk(id_)
        if talk and (changed := index(round_, talk)) is not talk:
            round_.put(changed)


def cross_off(round_: Round, talk: Talk, kind: str) -> None:
    """Take a deadline out of the index that turned out not to hold."""
    round_.batch.deadlines[talk.state.id, kind] = None
    round_.put(replace(talk, due={k: at for k, at in talk.due.items() if k != kind}))
