"""A repository of releases on disk, as The Update Framework writes it; any web server serves it.

metadata/   1.root.json …, timestamp.json, and the numbered snapshot and targets
targets/    <hash>.<name>: the list of releases, and their files
"""

import hashlib
import json
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Role,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

LIST = "releases.json"
LASTS = {
    "root": timedelta(days=3 * 365),
    "targets": timedelta(days=365),
    "snapshot": timedelta(days=60),
    "timestamp": timedelta(days=60),
}
"""Who does not sign again within this time is believed no more."""
KEY_OF = {"root": "root", "targets": "targets", "snapshot": "online", "timestamp": "online"}
Signers = Mapping[str, CryptoSigner]
"""By the name of their key."""


class Repository:
    """The folder that is published."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self._metadata = folder / "metadata"
        self._targets = folder / "targets"
        self._now = now

    def begin(self, signers: Signers) -> bytes:
        """Make an empty repository; return its root of trust."""
        for folder in (self._metadata, self._targets):
            folder.mkdir(parents=True, exist_ok=False)
        root = Root(version=1, expires=self._expiry("root"), consistent_snapshot=True)
        for role, key in KEY_OF.items():
            root.roles[role] = Role([], 1)
            root.add_key(signers[key].public_key, role)
        content = self._write("root", root, signers)
        self._publish_list(self._next("targets", Targets), {"releases": []}, signers)
        return content

    def add(self, release: Mapping[str, Any], files: Mapping[str, Path], signers: Signers) -> None:
        """Publish a release: its files by system, and what is told of it."""
        targets = self._next("targets", Targets)
        told = [one for one in self.releases() if one["version"] != release["version"]]
        for file in files.values():
            self._put(targets, file.name, file)
        names = {system: file.name for system, file in files.items()}
        told.append({**release, "files": names})
        self._publish_list(targets, {"releases": told}, signers)

    def refresh(self, signers: Signers) -> None:
        """Say again, for some weeks, that all is as it was; the online key is enough."""
        self._publish_time(self._newest("targets").version, signers)

    def releases(self) -> list[dict[str, Any]]:
        """Return what is published."""
        known = self._newest("targets").targets[LIST]
        content = (self._targets / f"{known.hashes['sha256']}.{LIST}").read_bytes()
        told: list[dict[str, Any]] = json.loads(content)["releases"]
        return told

    # --- writing

    def _publish_list(self, targets: Targets, told: Mapping[str, Any], signers: Signers) -> None:
        written = self._targets / f".{LIST}"
        written.write_text(json.dumps(told, indent=2, ensure_ascii=False), encoding="utf-8")
        self._put(targets, LIST, written)
        written.unlink()
        self._write("targets", targets, signers)
        self._publish_time(targets.version, signers)

    def _publish_time(self, targets: int, signers: Signers) -> None:
        snapshot = self._next("snapshot", Snapshot)
        snapshot.meta = {"targets.json": MetaFile(targets)}
        self._write("snapshot", snapshot, signers)
        timestamp = self._next("timestamp", Timestamp)
        timestamp.snapshot_meta = MetaFile(snapshot.version)
        self._write("timestamp", timestamp, signers)

    def _put(self, targets: Targets, name: str, file: Path) -> None:
        """Copy a file under the name that its content gives it, and sign for it."""
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        shutil.copyfile(file, self._targets / f"{digest}.{name}")
        targets.targets[name] = TargetFile.from_file(name, str(file), ["sha256"])

    def _write(self, role: str, signed: Any, signers: Signers) -> bytes:
        metadata = Metadata(signed)
        metadata.sign(signers[KEY_OF[role]])
        content = metadata.to_bytes()
        numbered = "" if role == "timestamp" else f"{signed.version}."
        target = self._metadata / f"{numbered}{role}.json"
        new = target.with_suffix(".new")
        new.write_bytes(content)
        new.replace(target)  # whoever asks meanwhile sees the one or the other
        return content

    # --- reading

    def _next(self, role: str, kind: type[Any]) -> Any:
        """Return the newest of a role, to be changed and written as one more; or the first."""
        if not list(self._metadata.glob(f"*{role}.json")):
            return kind(version=1, expires=self._expiry(role))
        signed = self._newest(role)
        signed.version += 1
        signed.expires = self._expiry(role)
        return signed

    def _newest(self, role: str) -> Any:
        found = max(self._metadata.glob(f"*{role}.json"), key=_number)
        return Metadata.from_bytes(found.read_bytes()).signed

    def _expiry(self, role: str) -> datetime:
        return (self._now + LASTS[role]).astimezone(UTC).replace(microsecond=0)


def _number(file: Path) -> int:
    first = file.name.split(".")[0]
    return int(first) if first.isdigit() else 0
