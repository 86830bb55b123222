"""What the program itself says: signing in, leaving, and what went wrong."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def access_refused(code: str, sentence: str) -> str:
    """Return why the server does not let this desk in; its own sentence where we have none."""
    return {
        "wrong_credentials": translate("App", "The e-mail or the password is wrong."),
        "slow_down": translate("App", "Too many attempts. Wait a minute, then try again."),
        "not_signed_in": translate("App", "Your session has ended. Sign in again."),
        "bad_address": translate(
            "App", "This is not the address of a server, such as desk.example.org."
        ),
        "plain_link": translate(
            "App", "This address is not encrypted (http). Only https is allowed, except here."
        ),
    }.get(code, sentence)


def unreachable(reason: str) -> str:
    """Return that there is no answer, and what the network says."""
    return translate("App", "The server cannot be reached. {reason}").format(reason=reason)


def trial_failed(reason: str) -> str:
    """Return why the server on this computer does not start."""
    return translate("App", "The server on this computer could not start. {reason}").format(
        reason=reason
    )


def starting() -> str:
    """Return what is waited for before a trial."""
    return translate("App", "Starting the server on this computer…")


def signing_in() -> str:
    """Return what is waited for before a desk on a server."""
    return translate("App", "Signing in…")


def leaving() -> str:
    """Return what is waited for when the desk is closed for the day."""
    return translate("App", "Signing out…")


def went_wrong() -> str:
    """Return what is said of a bug."""
    return translate("App", "Something went wrong. It was noted in the log; you can go on.")


def no_keyring() -> str:
    """Return that the next start will ask for the password."""
    return translate(
        "App",
        "This computer has no keyring: you stay signed in until you close Pupitre, no longer.",
    )


def ended_badly() -> str:
    """Return what is said after a run that was cut short."""
    return translate("App", "Pupitre did not end as it should last time. Nothing was lost.")


def report_button() -> str:
    """Return the words of the button that goes with it."""
    return translate("App", "Report a problem…")


def report_saved(file: str) -> str:
    """Return where the report is."""
    return translate("App", "The report is in {file}.").format(file=file)


def report_failed(reason: str) -> str:
    """Return why there is no report."""
    return translate("App", "The report could not be saved: {reason}").format(reason=reason)


def still_open() -> str:
    """Return why the desk did not leave."""
    return translate("App", "Conversations are still open on your desk: settle them first.")
