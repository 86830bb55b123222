"""One conversation's life: `decide` says what a command makes happen, and touches nothing."""

from typing import Literal, assert_never

from pupitre.domain import checks, closure, commands, mailing, pause, presence, routing
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.events import (
    Blocked,
    Event,
    Message,
    Noted,
    Resumed,
    ResumeReason,
    Seen,
    Started,
)
from pupitre.domain.people import Role
from pupitre.domain.refusals import Code, Refused
from pupitre.domain.scene import Scene

Decision = tuple[Event, ...] | Refused


def decide(  # noqa: C901, PLR0912 -- one line for each command is the point
    conversation: Conversation, command: commands.ConversationCommand, scene: Scene
) -> Decision:
    """Return what happens, in order, or why nothing does.

    An empty tuple means that the command asks for what already is.
    """
    match command:
        case commands.Post():
            return _post(conversation, command, scene)
        case commands.MarkSeen():
            return _mark_seen(conversation, command, scene)
        case commands.Pause():
            return pause.pause(conversation, command, scene)
        case commands.Resume():
            return pause.resume(conversation, scene)
        case commands.Wake():
            return pause.wake(conversation, scene)
        case commands.Release():
            return routing.release(conversation, scene)
        case commands.Transfer():
            return routing.transfer(conversation, command, scene)
        case commands.Assign():
            return routing.assign(conversation, command, scene)
        case commands.Reclaim():
            return routing.reclaim(conversation, scene)
        case commands.Close():
            return closure.close(conversation, command, scene)
        case commands.End():
            return closure.end(conversation, scene)
        case commands.Qualify():
            return closure.qualify(conversation, command, scene)
        case commands.AnswerSurvey():
            return closure.answer_survey(conversation, command, scene)
        case commands.WriteNote():
            return _write_note(conversation, command, scene)
        case commands.BlockVisitor():
            return _block(conversation, command, scene)
        case commands.Arrive():
            return presence.arrive(conversation, command)
        case commands.Leave():
            return presence.leave(conversation)
        case commands.Browse():
            return presence.browse(conversation, command)
        case commands.GiveEmail():
            return presence.give_email(conversation, command, scene)
        case commands.SendMail():
            return mailing.send_mail(conversation, scene)
        case commands.ConfirmMail(mail=mail):
            return Refused(Code.UNKNOWN_CONVERSATION) if conversation.is_blank else (mail,)
        case commands.ReportMailFailure():
            return mailing.fail_mail(conversation, command)
        case commands.WithdrawEmail():
            return mailing.withdraw_email(conversation, scene)
        case _:
            assert_never(command)


def _post(conversation: Conversation, command: commands.Post, scene: Scene) -> Decision:
    if scene.actor.role is Role.EXPERT:
        return _expert_posts(conversation, command, scene)
    return _visitor_posts(conversation, command, scene)


def _expert_posts(conversation: Conversation, command: commands.Post, scene: Scene) -> Decision:
    """Answer; writing in a paused conversation takes it back (P4)."""
    owner = checks.owned(conversation, scene, checks.ON_A_DESK)
    if isinstance(owner, Refused):
        return owner
    if refused := checks.unfit_message(command.text, command.attachments):
        return refused
    message = _message(command, scene, Role.EXPERT)
    if conversation.status is Status.PAUSED:
        return (Resumed(reason=ResumeReason.BY_EXPERT), message)
    return (message,)


def _visitor_posts(conversation: Conversation, command: commands.Post, scene: Scene) -> Decision:
    """Write, which ends a pause (P5) and, the first time, starts the conversation (R3, C6)."""
    if scene.block and scene.block.is_in_force(scene.now):
        return Refused(Code.BLOCKED, _until(scene))
    if refused := checks.unfit_message(command.text, command.attachments):
        return refused
    message = _message(command, scene, Role.VISITOR)
    match conversation.status:
        case Status.CLOSED:
            return Refused(Code.WRONG_STATUS, {"status": str(conversation.status)})
        case Status.PAUSED:
            return (Resumed(reason=ResumeReason.VISITOR_REPLIED), message)
        case Status.WAITING if conversation.is_blank:
            return _start(conversation, message, scene)
        case _:
            return (message,)


def _until(scene: Scene) -> dict[str, object]:
    until = scene.block.until if scene.block else None
    return {"until": until.isoformat() if until else None}


def _start(conversation: Conversation, message: Message, scene: Scene) -> Decision:
    routed = routing.route_new(conversation, scene)
    if isinstance(routed, Refused):
        return routed
    started = Started(page=conversation.page, previous=conversation.previous)
    return (started, message, *routed)


def _message(
    command: commands.Post, scene: Scene, author: Literal[Role.VISITOR, Role.EXPERT]
) -> Message:
    return Message(
        id=command.id,
        author=author,
        expert=scene.actor.expert,
        text=command.text,
        attachments=command.attachments,
    )


def _mark_seen(conversation: Conversation, command: commands.MarkSeen, scene: Scene) -> Decision:
    """Note what one side has seen; less than before is no news."""
    if conversation.is_blank:
        return Refused(Code.UNKNOWN_CONVERSATION)
    seq = min(command.seq, conversation.seq)
    if scene.actor.role is Role.VISITOR:
        fresh = any(reply.seq <= seq for reply in conversation.unseen)
        return (Seen(by=Role.VISITOR, seq=seq),) if fresh else ()
    every = (Status.WAITING, Status.OPEN, Status.PAUSED, Status.CLOSED)
    owner = checks.owned(conversation, scene, every)
    if isinstance(owner, Refused):
        return owner
    fresh = any(unread <= seq for unread in conversation.unread)
    return (Seen(by=Role.EXPERT, seq=seq),) if fresh else ()


def _write_note(conversation: Conversation, command: commands.WriteNote, scene: Scene) -> Decision:
    every = (*checks.ON_A_DESK, Status.CLOSED)
    owner = checks.owned(conversation, scene, every)
    if isinstance(owner, Refused):
        return owner
    if not command.text.strip():
        return Refused(Code.EMPTY, {"field": "text"})
    if refused := checks.unfit_text(command.text, limit=checks.NOTE_LIMIT, field="text"):
        return refused
    return (Noted(expert=owner, text=command.text),)


def _block(conversation: Conversation, command: commands.BlockVisitor, scene: Scene) -> Decision:
    """Stop the visitor from writing, with a reason (R11)."""
    owner = checks.owned(conversation, scene, (*checks.ON_A_DESK, Status.CLOSED))
    if isinstance(owner, Refused):
        return owner
    if not command.reason.strip():
        return Refused(Code.EMPTY, {"field": "reason"})
    if refused := checks.unfit_text(command.reason, limit=checks.NOTE_LIMIT, field="reason"):
        return refused
    return (Blocked(expert=owner, reason=command.reason, until=command.until),)
