"""Why an act was refused and what to do next, in the language of the screen."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from pupitre.domain.refusals import Code

translate = QCoreApplication.translate


def refusal(code: Code | str, detail: Mapping[str, object] | None = None) -> str:
    """Return a sentence that says why, and what can be done about it."""
    try:
        known = Code(code)
    except ValueError:
        return _unknown()
    return _sentences(detail or {}).get(known, _unknown())


def _unknown() -> str:
    return translate("Refusals", "The server refused this. Try again, or reload the conversation.")


def _sentences(detail: Mapping[str, object]) -> Mapping[Code, str]:
    return {**_about_the_desk(), **_about_the_entry(detail), **_about_the_conversation()}


def _about_the_desk() -> Mapping[Code, str]:
    return {
        Code.BAD_FRAME: translate(
            "Refusals", "The server could not read this request. Update Pupitre, then try again."
        ),
        Code.NOT_SIGNED_IN: translate("Refusals", "Your session has ended. Sign in again."),
        Code.DESK_NOT_SETTLED: translate(
            "Refusals", "Conversations are still open on your desk: settle them first."
        ),
        Code.SLOW_DOWN: translate("Refusals", "That was a little fast. Try again in a moment."),
        Code.TARGET_UNAVAILABLE: translate(
            "Refusals",
            "Nobody there can take it now. Transfer anyway, or choose somebody else.",
        ),
        Code.UNKNOWN_TARGET: translate(
            "Refusals", "This expert or group does not serve the mission. Choose another one."
        ),
        Code.NOBODY_AVAILABLE: translate("Refusals", "Nobody can take it right now. Try later."),
    }


def _about_the_entry(detail: Mapping[str, object]) -> Mapping[Code, str]:
    return {
        Code.PAUSE_IN_THE_PAST: translate(
            "Refusals", "This time has passed. Choose one that is still to come."
        ),
        Code.PAUSE_TOO_LONG: translate(
            "Refusals", "A pause lasts {days} days at the most. Choose an earlier date."
        ).format(days=detail.get("days", 30)),
        Code.SUBJECT_REQUIRED: translate(
            "Refusals", "The mission asks for a subject. Choose at least one."
        ),
        Code.UNKNOWN_SUBJECT: translate(
            "Refusals", "The mission has removed this subject. Choose another one."
        ),
        Code.TOO_LONG: _too_long(detail.get("limit")),
        Code.EMPTY: translate("Refusals", "There is nothing to send. Write something first."),
    }


def _too_long(limit: object) -> str:
    if not isinstance(limit, int):
        return translate("Refusals", "This text is too long. Shorten it, then try again.")
    return translate(
        "Refusals", "This text is too long: {limit} characters at the most. Shorten it."
    ).format(limit=QLocale().toString(limit))


def _about_the_conversation() -> Mapping[Code, str]:
    return {
        Code.NOT_YOURS: translate(
            "Refusals", "This conversation is no longer on your desk: somebody else has it now."
        ),
        Code.UNKNOWN_CONVERSATION: translate(
            "Refusals", "This conversation no longer exists. Its data may have been erased."
        ),
        Code.WRONG_STATUS: translate(
            "Refusals", "The conversation has changed meanwhile. Look at it, then try again."
        ),
        Code.BLOCKED: translate("Refusals", "This visitor is blocked and cannot be written to."),
        Code.ALREADY_ANSWERED: translate("Refusals", "This was already answered."),
        Code.UNKNOWN_ATTACHMENT: translate(
            "Refusals", "This file is not on the server any more. Attach it again."
        ),
    }
