"""A publisher of releases with real keys, and the web server that serves them."""

import base64
import functools
import io
import json
import tarfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from typing_extensions import override

from pupitre.app.updates.channel import FILE, Channel
from pupitre.app.updates.releases import this_system
from updates import keys
from updates.repository import Repository

NOTES = {"en": "Attachments.", "fr": "Les pièces jointes."}


class Publisher:
    """Makes releases in `folder/published`; `address` is where they are served."""

    def __init__(self, folder: Path, address: str) -> None:
        self.published = folder / "published"
        self.address = address
        self._keys = folder / "keys"
        keys.make(self._keys)
        self.signers = {role: keys.signer(self._keys, role) for role in keys.ROLES}
        self.root = self.at().begin(self.signers)

    def at(self, ago: timedelta = timedelta()) -> Repository:
        """Return the repository, signed now or long ago."""
        return Repository(self.published, datetime.now(UTC) - ago)  # noqa: TID251 - tuf reads it too

    def publishes(self, version: str, file: Path, ago: timedelta = timedelta()) -> None:
        """Sign a release for this system, with one file."""
        told = {"version": version, "date": "2026-11-22", "notes": NOTES}
        self.at(ago).add(told, {this_system(): file}, self.signers)

    def channel(self) -> Channel:
        """Return what desks are told."""
        return Channel(address=self.address, root=self.root)

    def tells(self, settings: Path) -> None:
        """Write it into somebody's settings."""
        settings.mkdir(parents=True, exist_ok=True)
        told = {"address": self.address, "root": base64.b64encode(self.root).decode()}
        (settings / FILE).write_text(json.dumps(told), encoding="utf-8")

    def file(self, pattern: str) -> Path:
        """Return a published file; the newest by its number."""
        return max(self.published.rglob(pattern), key=lambda file: file.stat().st_mtime_ns)


@contextmanager
def publishing(folder: Path) -> Iterator[Publisher]:
    """Serve a new publisher's folder on this computer."""
    (folder / "published").parent.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(_Quiet, directory=str(folder / "published"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield Publisher(folder, f"http://127.0.0.1:{server.server_port}/")
        finally:
            server.shutdown()
            thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    @override
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def archive(folder: Path, version: str, says: str | None = None, does: str = "") -> Path:
    """Pack a program that tells its version, as `dev.py build` packs the real one."""
    target = folder / f"pupitre-{version}-{this_system()}.tar.gz"
    script = f"#!/bin/sh\necho pupitre {says or version}\n{does}\n".encode()
    with tarfile.open(target, "w:gz") as packed:
        entry = tarfile.TarInfo(f"{target.name.removesuffix('.tar.gz')}/pupitre")
        entry.size, entry.mode = len(script), 0o755
        packed.addfile(entry, io.BytesIO(script))
    return target
