"""The publisher's keys, each in a file of its own: never in the repository of the project."""

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner

ROOT = Path(__file__).parents[2]
ROLES = ("root", "targets", "online")
"""Who signs: the roots of trust, the releases (both best kept away from any network), the time."""
PASSPHRASE = "PUPITRE_UPDATES_PASSPHRASE"  # noqa: S105 - the name of one


class Misplaced(Exception):
    """The folder is no place for keys."""


def make(folder: Path) -> None:
    """Write a new key for each role; one that is there stays as it is."""
    outside(folder)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for role in ROLES:
        content = Ed25519PrivateKey.generate().private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, _encryption()
        )
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        try:
            with os.fdopen(os.open(file(folder, role), flags, 0o600), "wb") as out:
                out.write(content)
        except FileExistsError:
            print(f"{role}: kept", flush=True)
        else:
            print(f"{role}: made", flush=True)


def signer(folder: Path, role: str) -> CryptoSigner:
    """Return who signs for a role."""
    outside(folder)
    secret = os.environ.get(PASSPHRASE, "").encode() or None
    key = load_pem_private_key(file(folder, role).read_bytes(), secret)
    if not isinstance(key, Ed25519PrivateKey):
        raise Misplaced(f"{file(folder, role)} is no key that `updates keys` makes.")
    return CryptoSigner(key)


def file(folder: Path, role: str) -> Path:
    """Return where a role's key is."""
    return folder / f"{role}.pem"


def outside(folder: Path) -> None:
    """Refuse a folder inside the project: what is there is published one day."""
    if folder.resolve().is_relative_to(ROOT):
        raise Misplaced(f"{folder} is inside the project: keys belong anywhere but there.")


def _encryption() -> KeySerializationEncryption:
    secret = os.environ.get(PASSPHRASE, "").encode()
    return BestAvailableEncryption(secret) if secret else NoEncryption()
