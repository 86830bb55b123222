"""Why a command was not carried out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Code(StrEnum):
    """The refusals of the wire contract."""

    BAD_FRAME = "bad_frame"
    NOT_SIGNED_IN = "not_signed_in"
    NOT_YOURS = "not_yours"
    UNKNOWN_CONVERSATION = "unknown_conversation"
    WRONG_STATUS = "wrong_status"
    PAUSE_IN_THE_PAST = "pause_in_the_past"
    PAUSE_TOO_LONG = "pause_too_long"
    SUBJECT_REQUIRED = "subject_required"
    UNKNOWN_SUBJECT = "unknown_subject"
    TARGET_UNAVAILABLE = "target_unavailable"
    UNKNOWN_TARGET = "unknown_target"
    DESK_NOT_SETTLED = "desk_not_settled"
    TOO_LONG = "too_long"
    EMPTY = "empty"
    BLOCKED = "blocked"
    NOBODY_AVAILABLE = "nobody_available"
    ALREADY_ANSWERED = "already_answered"
    UNKNOWN_ATTACHMENT = "unknown_attachment"
    SLOW_DOWN = "slow_down"


SENTENCES: Mapping[Code, str] = {
    Code.BAD_FRAME: "This request could not be read.",
    Code.NOT_SIGNED_IN: "Sign in first.",
    Code.NOT_YOURS: "This conversation is not on your desk.",
    Code.UNKNOWN_CONVERSATION: "There is no such conversation.",
    Code.WRONG_STATUS: "The conversation's status does not allow this.",
    Code.PAUSE_IN_THE_PAST: "Choose a time that is still to come.",
    Code.PAUSE_TOO_LONG: "A pause lasts 30 days at the most.",
    Code.SUBJECT_REQUIRED: "Choose at least one subject.",
    Code.UNKNOWN_SUBJECT: "This subject cannot be chosen.",
    Code.TARGET_UNAVAILABLE: "Nobody there can take the conversation now.",
    Code.UNKNOWN_TARGET: "There is no such expert or group in this mission.",
    Code.DESK_NOT_SETTLED: "Settle your open conversations first.",
    Code.TOO_LONG: "This text is too long.",
    Code.EMPTY: "Write something first.",
    Code.BLOCKED: "You cannot write here at the moment.",
    Code.NOBODY_AVAILABLE: "Nobody can answer right now.",
    Code.ALREADY_ANSWERED: "This was already answered.",
    Code.UNKNOWN_ATTACHMENT: "This file is not there any more: attach it again.",
    Code.SLOW_DOWN: "Too many requests: wait a moment.",
}
"""A sentence for people for each code; the desk and the widget have their own in each language."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A command that changes nothing, and why."""

    code: Code
    detail: Mapping[str, object] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """A sentence for people, in English."""
        return SENTENCES[self.code]
