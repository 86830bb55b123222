"""What a report of a problem holds: versions, choices and logs, without whom or what was said."""

import json
import re
import zipfile
from pathlib import Path

from pupitre.app.folders import Folders

MOST = 200_000
"""How many of a log's last characters are of interest."""
LOGS = ("desk.log", "crash.txt", "crash-before.txt")
PRIVATE = {"account", "window"}
"""Settings that say who somebody is, or nothing at all."""
_EMAIL = re.compile(r"[^\s@\"'<>()|]+@[^\s@\"'<>()|]+")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{32,}")


def gathered(folders: Folders, about: str) -> dict[str, str]:
    """Return the report's files by name, each as it may be shown to anybody."""
    files = {"about.txt": about + "\n", "settings.json": _settings(folders.settings)}
    for name in LOGS:
        if text := _end(folders.logs / name):
            files[name] = text
    return {name: harmless(text) for name, text in files.items()}


def harmless(text: str, home: Path | None = None) -> str:
    """Leave out addresses, tokens and the name of the person's folder, and nothing else."""
    text = text.replace(str(home or Path.home()), "~")
    return _SECRET.sub(_kept_when_id, _EMAIL.sub("…@…", text))


def save(files: dict[str, str], target: Path) -> None:
    """Write the report, whole or not at all."""
    new = target.with_name(target.name + ".new")
    try:
        with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files.items():
                archive.writestr(name, text)
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)


def _settings(folder: Path) -> str:
    try:
        told = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
        kept = {name: value for name, value in told.items() if name not in PRIVATE}
    except (OSError, ValueError, AttributeError):
        return "{}"
    return json.dumps(kept, indent=2, ensure_ascii=False)


def _end(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")[-MOST:]
    except OSError:
        return ""


def _kept_when_id(found: re.Match[str]) -> str:
    return found[0] if _UUID.fullmatch(found[0]) else "…"
