"""Where new versions are asked for, and whose signature is believed; nowhere unless told."""

import base64
import binascii
import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import platformdirs

from pupitre.app.folders import NAME
from pupitre.app.places import resources
from pupitre.backends.address import Address
from pupitre.backends.port import AccessRefused

log = logging.getLogger(__name__)

FILE = "updates.json"


class _Written(msgspec.Struct):
    """The file, as `packaging/dev.py updates` writes it."""

    address: str
    root: str = ""
    """The root of trust, in Base64."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A repository of releases."""

    address: str
    """Of its folder, with a slash at the end."""
    root: bytes
    """The first root of trust, as The Update Framework writes it."""

    @property
    def name(self) -> str:
        """A name of its own for what is remembered of it."""
        return hashlib.sha256(self.address.encode() + self.root).hexdigest()[:16]


def chosen(settings: Path) -> Channel | None:
    """Return what the person, else the administrator, else the publisher of this copy chose."""
    return first([settings, platformdirs.site_config_path(NAME), resources()])


def first(folders: Sequence[Path]) -> Channel | None:
    """Return the channel of the first folder that has a file; an empty address: no updates."""
    for folder in folders:
        try:
            return _read((folder / FILE).read_bytes())
        except FileNotFoundError:
            continue
        except OSError as error:
            log.warning("%s cannot be read: %s", FILE, error.strerror)
            return None
    return None


def _read(content: bytes) -> Channel | None:
    try:
        written = msgspec.json.decode(content, type=_Written)
        if not written.address:
            return None
        Address.parse(written.address)  # encrypted, or on this very computer
        root = base64.b64decode(written.root, validate=True)
    except (msgspec.DecodeError, binascii.Error) as error:
        log.warning("%s is not understood: %s", FILE, error)
    except AccessRefused as error:
        log.warning("%s names no address that can be used: %s", FILE, error.sentence)
    else:
        return Channel(address=written.address.rstrip("/") + "/", root=root)
    return None
