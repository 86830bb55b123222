"""What is said of new versions."""

from PySide6.QtCore import QCoreApplication

from pupitre.app.updates.place import Kind, Place

translate = QCoreApplication.translate


def available(version: str) -> str:
    """Return that there is a new version."""
    return translate("Updates", "Pupitre {version} is out.").format(version=version)


def whats_new() -> str:
    """Return the button that shows the notes."""
    return translate("Updates", "What is new")


def update() -> str:
    """Return the button that begins."""
    return translate("Updates", "Update…")


def fetching(version: str, percent: int) -> str:
    """Return how far it has come."""
    return translate("Updates", "Fetching Pupitre {version}: {percent} %").format(
        version=version, percent=percent
    )


def ready(version: str) -> str:
    """Return that the next start is the new version’s."""
    return translate(
        "Updates", "Pupitre {version} is ready: it takes over when you close the desk."
    ).format(version=version)


def restart() -> str:
    """Return the button that does not wait for it."""
    return translate("Updates", "Restart now")


def installer_ready(version: str) -> str:
    """Return that the system’s installer has the last word."""
    return translate(
        "Updates", "The installer of Pupitre {version} is here, and is the publisher’s."
    ).format(version=version)


def open_installer() -> str:
    """Return the button that starts it."""
    return translate("Updates", "Open it")


def how(place: Place, address: str) -> str:
    """Return how this copy is updated."""
    match place.kind:
        case Kind.PACKAGE:
            return by_package(address)
        case Kind.LOCKED:
            return by_owner(str(place.home))
        case Kind.SOURCE:
            return by_source()
        case Kind.FOLDER | Kind.INSTALLER:
            return in_place(place)


def by_package(address: str) -> str:
    """Return how a copy from a package is updated."""
    return translate(
        "Updates",
        "This copy came with a package of the system: update it with the system’s packages, or "
        "install the new package from {address}.",
    ).format(address=address)


def by_owner(folder: str) -> str:
    """Return how a copy that somebody else looks after is updated."""
    return translate(
        "Updates",
        "You may not change {folder}: ask whoever installed Pupitre there to update it.",
    ).format(folder=folder)


def by_source() -> str:
    """Return how a checkout is updated."""
    return translate("Updates", "This copy runs from its source code: update that.")


def in_place(place: Place) -> str:
    """Return what the button of the dialog does."""
    if place.kind is Kind.INSTALLER:
        return translate(
            "Updates",
            "The desk fetches the installer and checks its signature; you start it when it suits "
            "you. You can go on working meanwhile.",
        )
    return translate(
        "Updates",
        "The desk fetches it, checks its signature and that it starts here, and puts it in place "
        "when you close the desk. You can go on working meanwhile.",
    )


def distrusted(fault: str, address: str) -> str:
    """Return why nothing was taken from the repository."""
    sentences = {
        "forged": translate(
            "Updates",
            "The list of new versions at {address} is not signed by Pupitre’s publisher: nothing "
            "was taken from it. Tell whoever looks after Pupitre for you.",
        ),
        "expired": translate(
            "Updates",
            "The list of new versions at {address} is out of date, or this computer’s clock is "
            "wrong: nothing was taken from it.",
        ),
        "older": translate(
            "Updates",
            "The list of new versions at {address} is older than the one seen before: nothing "
            "was taken from it. Tell whoever looks after Pupitre for you.",
        ),
        "damaged": translate(
            "Updates",
            "What {address} gave is not what the publisher signed: it was thrown away.",
        ),
    }
    return sentences[fault].format(address=address)


def unfit(version: str) -> str:
    """Return that the new version was tried in vain."""
    return translate(
        "Updates", "Pupitre {version} does not start on this computer: this version stays."
    ).format(version=version)


def unanswered(address: str) -> str:
    """Return that what was asked for cannot come now."""
    return translate(
        "Updates", "{address} does not answer: the update can be tried again later."
    ).format(address=address)


def failed(reason: str) -> str:
    """Return what the system said."""
    return translate("Updates", "The update could not be prepared: {reason}").format(reason=reason)
