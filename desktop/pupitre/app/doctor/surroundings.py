"""What the desk finds around it: folders, a keyring, notifications, a tray, dictionaries."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from pupitre.app import reasons, screen
from pupitre.app.dictionaries import open_dictionary
from pupitre.app.doctor.finding import Finding, Verdict
from pupitre.app.folders import Folders, try_to_write
from pupitre.app.places import resources
from pupitre.app.secrets import SystemSecrets
from pupitre.app.settings import Account
from pupitre.ui.languages import SUPPORTED

PATIENCE = 20.0
PROBE = Account(server="doctor", email="nobody")
TOKEN = "a token of nobody"  # noqa: S105 - it opens nothing
translate = QCoreApplication.translate


def folders(of: Folders) -> Finding:
    """Look whether the desk can write where it keeps things."""
    for folder in (of.settings, of.data, of.logs):
        if (error := _unwritable(folder)) is not None:
            told = translate(
                "Doctor", "{folder} cannot be written ({error}): make it yours, or use --data."
            )
            return Finding("folders", Verdict.BAD, told.format(folder=folder, error=error))
    told = translate("Doctor", "Kept in {data}, logs in {logs}.")
    return Finding("folders", Verdict.GOOD, told.format(data=of.data, logs=of.logs))


def _unwritable(folder: Path) -> str | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try_to_write(folder)
    except OSError as error:
        return reasons.of(error)
    return None


async def keyring() -> Finding:
    """Keep a token of nobody, read it back, forget it."""
    try:
        async with asyncio.timeout(PATIENCE):
            kept, lasting = await _keep_and_forget()
    except TimeoutError:
        told = translate("Doctor", "The keyring waits for its owner: unlock it, then ask again.")
        return Finding("keyring", Verdict.POOR, told)
    if kept and lasting:
        told = translate("Doctor", "The system’s keyring keeps who is signed in.")
        return Finding("keyring", Verdict.GOOD, told)
    told = translate(
        "Doctor",
        "Passwords are asked at each start: this computer has no keyring that works. {advice}",
    )
    return Finding("keyring", Verdict.POOR, told.format(advice=_keyring_advice(sys.platform)))


def _keyring_advice(platform: str) -> str:
    match platform:
        case "darwin":
            return translate("Doctor", "Open Keychain Access, and allow Pupitre to use it.")
        case "win32":
            return translate("Doctor", "Make sure that the Credential Manager service runs.")
        case _:
            return translate(
                "Doctor",
                "Install gnome-keyring, KWallet or KeePassXC, and let it unlock with your session.",
            )


async def _keep_and_forget() -> tuple[bool, bool]:
    await SystemSecrets().keep(PROBE, TOKEN)
    again = SystemSecrets()
    kept = await again.token(PROBE) == TOKEN
    await again.forget(PROBE)
    return kept, again.lasting


async def notifications() -> Finding:
    """Show a notification and take it away."""
    from desktop_notifier import DesktopNotifier, Icon

    icon = Icon(path=resources() / "icons" / "pupitre.png")
    try:
        async with asyncio.timeout(PATIENCE):
            area = DesktopNotifier(screen.TITLE, icon)
            shown = await area.send(screen.TITLE, translate("Doctor", "Notifications work."))
            await asyncio.sleep(1.0)  # long enough to be seen
            await area.clear(shown)
    except Exception as error:  # noqa: BLE001 - each system fails in its own way
        told = translate(
            "Doctor",
            "No notification can be shown ({error}): start the desktop’s notification service; "
            "until then the tray’s balloons are used.",
        )
        return Finding("notifications", Verdict.POOR, told.format(error=type(error).__name__))
    told = translate("Doctor", "One was just shown, and taken away.")
    return Finding("notifications", Verdict.GOOD, told)


def spelling(languages: Sequence[str] = SUPPORTED) -> Finding:
    """Look for a dictionary of each language of the screen."""
    found = [language for language in languages if open_dictionary(language)]
    if found:
        told = translate("Doctor", "Misspelt words are marked in: {languages}.")
        return Finding("spelling", Verdict.GOOD, told.format(languages=", ".join(sorted(found))))
    told = translate("Doctor", "Misspelt words are not marked: this computer has no dictionary.")
    return Finding("spelling", Verdict.POOR, f"{told} {_spelling_advice(sys.platform)}".rstrip())


def _spelling_advice(platform: str) -> str:
    if platform != "linux":
        return ""
    return translate(
        "Doctor", "Install libenchant-2-2 and a dictionary, such as hunspell-en-gb or hunspell-fr."
    )


def tray(*, has_screen: bool) -> Finding:
    """Look for a place for the icon."""
    if not has_screen:
        told = translate("Doctor", "There is none: neither DISPLAY nor WAYLAND_DISPLAY.")
        return Finding("screen", Verdict.BAD, told)
    from PySide6.QtWidgets import QSystemTrayIcon

    if QSystemTrayIcon.isSystemTrayAvailable():
        told = translate("Doctor", "There is a place for the icon.")
        return Finding("tray", Verdict.GOOD, told)
    told = translate(
        "Doctor",
        "This desktop shows no tray icons. The desk works without; on GNOME, the extension "
        "AppIndicator brings it back.",
    )
    return Finding("tray", Verdict.POOR, told)
