"""What `packaging/dev.py updates` does: keys, a repository for them, a release, one more month.

    updates keys KEYS                        make the publisher's keys, in a folder of their own
    updates begin REPOSITORY --keys KEYS --address URL --channel FILE
    updates add REPOSITORY --keys KEYS --notes en=NEWS.txt --notes fr=NOUVEAUTES.txt FILE…
    updates refresh REPOSITORY --keys KEYS   sign the time again: every month, by a machine

REPOSITORY is a folder that any web server publishes at URL. FILE is what desks are told of it: kept
as `updates.json` in a person's or a computer's settings, or built in with PUPITRE_UPDATES=FILE.
PUPITRE_UPDATES_PASSPHRASE locks the keys. `refresh` needs online.pem alone.
"""

import argparse
import base64
import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from updates import keys
from updates.repository import Repository, Signers

NAME = re.compile(
    r"pupitre-(?P<version>\d+(\.\d+)*)-(?P<system>(linux|windows|macos)-\w+)\.(tar\.gz|exe|dmg)"
)
LANGUAGES = ("en", "fr")


def main(words: list[str], now: datetime) -> int:
    """Do what the words say; 2: it cannot be done, and why is printed."""
    options = _parser().parse_args(words)
    try:
        _do(options, now)
    except (keys.Misplaced, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _do(options: argparse.Namespace, now: datetime) -> None:
    if options.verb == "keys":
        keys.make(options.folder)
        return
    repository = Repository(options.folder, now)
    match options.verb:
        case "begin":
            root = repository.begin(_signers(options.keys, *keys.ROLES))
            told = {"address": options.address, "root": base64.b64encode(root).decode()}
            options.channel.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
        case "add":
            release, files = _release(options, now)
            repository.add(release, files, _signers(options.keys, "targets", "online"))
        case "refresh":
            repository.refresh(_signers(options.keys, "online"))


def _signers(folder: Path, *names: str) -> Signers:
    return {name: keys.signer(folder, name) for name in names}


def _release(
    options: argparse.Namespace, now: datetime
) -> tuple[dict[str, object], dict[str, Path]]:
    """Read what the files' names say; they are of one version, or it is no release."""
    named = {file: NAME.fullmatch(file.name) for file in options.files}
    if unknown := [file.name for file, name in named.items() if name is None]:
        raise ValueError(f"{', '.join(unknown)}: not called as `dev.py build` calls what it makes")
    found = {name["system"]: file for file, name in named.items() if name}
    versions = {name["version"] for name in named.values() if name}
    if len(versions) != 1 or len(found) != len(named):
        raise ValueError("a release is one version, with one file for each system")
    notes = dict(told.split("=", 1) for told in options.notes)
    if unknown := sorted(set(notes) - set(LANGUAGES)):
        raise ValueError(f"notes are in {' and '.join(LANGUAGES)}, not in {', '.join(unknown)}")
    return {
        "version": versions.pop(),
        "date": now.date().isoformat(),
        "notes": {language: Path(file).read_text("utf-8") for language, file in notes.items()},
    }, found


def _parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="packaging/dev.py updates")
    verbs = top.add_subparsers(dest="verb", required=True)
    verbs.add_parser("keys").add_argument("folder", type=Path)
    for verb in ("begin", "add", "refresh"):
        one = verbs.add_parser(verb)
        one.add_argument("folder", type=Path)
        one.add_argument("--keys", type=Path, required=True)
        if verb == "begin":
            one.add_argument("--address", required=True)
            one.add_argument("--channel", type=Path, required=True)
        if verb == "add":
            one.add_argument("--notes", action="append", default=[], metavar="LANGUAGE=FILE")
            one.add_argument("files", type=Path, nargs="+")
    return top


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], datetime.now(UTC)))  # noqa: TID251 - the clock is read once, here
