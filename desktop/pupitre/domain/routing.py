"""Who gets a conversation: eligibility, the queue, transfer, release, reassignment (R1 to R10)."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from pupitre.domain import checks, commands
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.events import Assigned, AssignReason, Event, Queued, Released, Transferred
from pupitre.domain.ids import ExpertId, GroupId
from pupitre.domain.mission import Mission
from pupitre.domain.people import Expert
from pupitre.domain.refusals import Code, Refused
from pupitre.domain.scene import Scene

LINK_GRACE = timedelta(seconds=30)
"""How long an expert whose link is lost still counts as connected (R7)."""
OWNER_ABSENCE = timedelta(hours=24)
"""How long a conversation waits on an owner who is not available (R6)."""
_NEVER = datetime.min.replace(tzinfo=UTC)


def choose(
    experts: Mapping[ExpertId, Expert], group: GroupId, exclude: ExpertId | None = None
) -> ExpertId | None:
    """Pick among the eligible: fewest open, then longest since their last assignment (R1, R2)."""
    eligible = (
        expert
        for expert in experts.values()
        if expert.is_eligible and group in expert.groups and expert.id != exclude
    )
    best = min(eligible, key=lambda it: (it.open, it.last_assigned or _NEVER, it.id), default=None)
    return best.id if best else None


def takes_next(
    expert: Expert, waiting: Iterable[Conversation], passing: Conversation | None = None
) -> Conversation | None:
    """Return the oldest conversation waiting in the expert's groups, if they may take one (R4).

    `passing` is one they have just given back: it is not handed to them again by that same act.
    """
    if not expert.is_eligible:
        return None
    offered = (
        it for it in waiting if it.group in expert.groups and (not passing or it.id != passing.id)
    )
    return min(offered, key=lambda it: (it.waiting_since or _NEVER, it.id), default=None)


def route_new(conversation: Conversation, scene: Scene) -> tuple[Event, ...] | Refused:
    """Find a first owner: who it returns to, the best eligible, or the queue (C6, R2, R3)."""
    favourite = scene.experts.get(scene.favourite) if scene.favourite else None
    if favourite and favourite.is_eligible and conversation.group in favourite.groups:
        return (Assigned(expert=favourite.id, reason=AssignReason.RETURNING),)
    if chosen := choose(scene.experts, conversation.group):
        return (Assigned(expert=chosen, reason=AssignReason.ROUTED),)
    group = scene.mission.group(conversation.group)
    if group is None or scene.waiting >= group.queue_size:
        return Refused(Code.NOBODY_AVAILABLE)
    return (Queued(reason=AssignReason.ROUTED),)


def _pass_on(
    group: GroupId, scene: Scene, owner: ExpertId | None, reason: AssignReason
) -> tuple[Event, ...]:
    if chosen := choose(scene.experts, group, exclude=owner):
        return (Assigned(expert=chosen, reason=reason),)
    return (Queued(reason=reason),)


def hand_back(conversation: Conversation, scene: Scene) -> tuple[Event, ...]:
    """Give it to somebody else of the group, else to the queue (P7)."""
    return _pass_on(conversation.group, scene, conversation.owner, AssignReason.RELEASED)


def assign(
    conversation: Conversation, command: commands.Assign, scene: Scene
) -> tuple[Event, ...] | Refused:
    """Take it out of the queue for an expert who is eligible (R4)."""
    if refused := checks.wrong_status(conversation, (Status.WAITING,)):
        return refused
    expert = scene.experts.get(command.expert)
    if expert is None or not expert.is_eligible or conversation.group not in expert.groups:
        return Refused(Code.TARGET_UNAVAILABLE)
    return (Assigned(expert=expert.id, reason=AssignReason.ROUTED),)


def release(conversation: Conversation, scene: Scene) -> tuple[Event, ...] | Refused:
    """Give it back to its group (R10)."""
    owner = checks.owned(conversation, scene, checks.ON_A_DESK)
    if isinstance(owner, Refused):
        return owner
    return (Released(expert=owner), *hand_back(conversation, scene))


def reclaim(conversation: Conversation, scene: Scene) -> tuple[Event, ...] | Refused:
    """Take it from an owner who has been away for 24 h (R6)."""
    owner = scene.experts.get(conversation.owner) if conversation.owner else None
    due = reclaim_due(conversation, owner.away_since if owner else None)
    if due is None or scene.now < due:
        return Refused(Code.WRONG_STATUS, {"status": str(conversation.status)})
    return _pass_on(conversation.group, scene, conversation.owner, AssignReason.UNAVAILABLE)


def reclaim_due(conversation: Conversation, away_since: datetime | None) -> datetime | None:
    """Return when an open conversation leaves an owner away since then; None: never (R6)."""
    needed = conversation.owner_needed_since
    if conversation.status is not Status.OPEN or needed is None or away_since is None:
        return None
    return max(needed, away_since) + OWNER_ABSENCE


def transfer(
    conversation: Conversation, command: commands.Transfer, scene: Scene
) -> tuple[Event, ...] | Refused:
    """Hand it to an expert or a group of the mission (R8)."""
    owner = checks.owned(conversation, scene, checks.ON_A_DESK)
    if isinstance(owner, Refused):
        return owner
    if refused := checks.unfit_text(command.note, limit=checks.NOTE_LIMIT, field="note"):
        return refused
    match command:
        case commands.Transfer(expert=str() as expert, group=None):
            return _to_expert(conversation, owner, command, ExpertId(expert), scene)
        case commands.Transfer(expert=None, group=str() as group):
            return _to_group(owner, command, GroupId(group), scene)
        case _:
            return Refused(Code.UNKNOWN_TARGET)


def _to_expert(
    conversation: Conversation,
    owner: ExpertId,
    command: commands.Transfer,
    target: ExpertId,
    scene: Scene,
) -> tuple[Event, ...] | Refused:
    expert = scene.experts.get(target)
    group = _group_with(expert, conversation.group, scene.mission) if expert else None
    if expert is None or group is None or target == owner:
        return Refused(Code.UNKNOWN_TARGET, {"expert": target})
    if not expert.is_eligible and not command.anyway:
        return Refused(Code.TARGET_UNAVAILABLE, {"expert": target})
    handed = Transferred(
        sender=owner,
        expert=target,
        group=group if group != conversation.group else None,
        note=command.note,
    )
    return (handed, Assigned(expert=target, reason=AssignReason.TRANSFERRED))


def _group_with(expert: Expert, current: GroupId, mission: Mission) -> GroupId | None:
    """Return the conversation's group if the expert is in it, else one of the mission's."""
    shared = [group.id for group in mission.groups if group.id in expert.groups]
    return current if current in shared else next(iter(shared), None)


def _to_group(
    owner: ExpertId, command: commands.Transfer, target: GroupId, scene: Scene
) -> tuple[Event, ...] | Refused:
    if scene.mission.group(target) is None:
        return Refused(Code.UNKNOWN_TARGET, {"group": target})
    onward = _pass_on(target, scene, owner, AssignReason.TRANSFERRED)
    if isinstance(onward[0], Queued) and not command.anyway:
        return Refused(Code.TARGET_UNAVAILABLE, {"group": target})
    return (Transferred(sender=owner, group=target, note=command.note), *onward)
