"""A server's address: checked once, secure unless it is this very computer."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from pupitre.backends.port import AccessRefused

SCHEMES = {"https": True, "wss": True, "http": False, "ws": False}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is."""

    authority: str
    """Host and port."""
    path: str
    is_secure: bool
    is_loopback: bool

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Read what a person typed; `AccessRefused` says in a sentence what is wrong with it."""
        typed = text.strip()
        try:
            parts = urlsplit(typed if "://" in typed else f"https://{typed}")
            host, _ = parts.hostname, parts.port
        except ValueError:
            host, parts = None, urlsplit("")
        if not host or parts.scheme not in SCHEMES or parts.username or parts.query:
            raise AccessRefused(
                "bad_address", "This is not the address of a server, such as desk.example.org."
            )
        secure, loopback = SCHEMES[parts.scheme], is_loopback(host)
        if not secure and not loopback:
            raise AccessRefused(
                "plain_link",
                "This address is not encrypted (http): only https is allowed, "
                "except to this very computer.",
            )
        return cls(parts.netloc, parts.path.rstrip("/"), secure, loopback)

    @property
    def socket(self) -> str:
        """Where experts' desks connect."""
        return f"{'wss' if self.is_secure else 'ws'}://{self.authority}{self.path}/ws/expert"

    @property
    def session(self) -> str:
        """Where they sign in."""
        return self.page("/api/session")

    @property
    def attachments(self) -> str:
        """Where they send files."""
        return self.page("/api/attachments")

    def page(self, path: str) -> str:
        """Return the address of a path that the server named."""
        return f"{'https' if self.is_secure else 'http'}://{self.authority}{self.path}{path}"


def is_loopback(host: str) -> bool:
    """Whether a host is this very computer, by its number or its one safe name."""
    if host.casefold() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
