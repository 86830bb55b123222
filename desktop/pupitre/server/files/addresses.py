"""Signed addresses of files: whoever has one may read that file, and no other."""

import base64
import hashlib
import hmac
from dataclasses import dataclass, field
from urllib.parse import quote

_PURPOSE = "file"
"""A signature of a mail's link cannot stand for one of these."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes and checks them with the key that only the server's store has."""

    key: bytes = field(repr=False)

    def of(self, id_: str, name: str, *, small: bool = False) -> str:
        """Return the address of a file, or of its smaller picture: always the same."""
        size = "size=small&" if small else ""
        signature = self._signature(id_, name, small=small)
        return f"/attachments/{id_}/{quote(name, safe='')}?{size}signature={signature}"

    def holds(self, id_: str, name: str, signature: str, *, small: bool = False) -> bool:
        """Whether this is the signature of that address."""
        return hmac.compare_digest(
            self._signature(id_, name, small=small).encode(), signature.encode()
        )

    def _signature(self, id_: str, name: str, *, small: bool) -> str:
        said = "\0".join((_PURPOSE, id_, name, "small" if small else "whole"))
        mac = hmac.new(self.key, said.encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(mac).rstrip(b"=").decode()
