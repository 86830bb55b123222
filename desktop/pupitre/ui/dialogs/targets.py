"""Who a conversation can be transferred to: whoever can take it now first (R8)."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from pupitre.domain.ids import ExpertId, GroupId
from pupitre.domain.mission import Mission
from pupitre.domain.people import Expert
from pupitre.ui import text
from pupitre.ui.fold import folded

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A colleague or a group of the mission."""

    name: str
    detail: str
    """"available · 1 of 4 slots"."""
    ready: bool
    """Can take a conversation now."""
    expert: ExpertId | None = None
    group: GroupId | None = None


def targets(
    mission: Mission, colleagues: Iterable[Expert], you: ExpertId | None
) -> tuple[Target, ...]:
    """Return colleagues who are ready, then groups, then everybody else; each by name."""
    others = [it for it in colleagues if it.id != you and _serves(it, mission)]
    found = [*(_person(it) for it in others), *_groups(mission, others)]
    return tuple(sorted(found, key=_rank))


def _rank(target: Target) -> tuple[int, str]:
    if target.ready:
        return (0 if target.expert else 1, folded(target.name))
    return (2 if target.expert else 3, folded(target.name))


def _serves(expert: Expert, mission: Mission) -> bool:
    return any(mission.group(group) is not None for group in expert.groups)


def _person(expert: Expert) -> Target:
    return Target(
        name=expert.name, detail=_state(expert), ready=expert.is_eligible, expert=expert.id
    )


def _state(expert: Expert) -> str:
    if not expert.connected:
        return translate("Transfer", "not connected")
    if not expert.available:
        return translate("Transfer", "unavailable")
    used = text.slots_used(expert.open, expert.slots)
    if expert.is_full:
        return translate("Transfer", "full · {slots}").format(slots=used)
    return translate("Transfer", "available · {slots}").format(slots=used)


def _groups(mission: Mission, others: list[Expert]) -> list[Target]:
    made = []
    for group in mission.groups:
        ready = any(it.is_eligible and group.id in it.groups for it in others)
        detail = (
            translate("Transfer", "group · somebody is available")
            if ready
            else translate("Transfer", "group · nobody is available")
        )
        made.append(Target(name=group.name, detail=detail, ready=ready, group=group.id))
    return made
