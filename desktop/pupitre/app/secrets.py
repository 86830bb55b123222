"""Sign-in tokens: in the system's keyring, or in memory for this run; never in a file."""

import logging
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from pupitre.app.aside import Aside
from pupitre.app.settings import Account

if TYPE_CHECKING:  # keyring takes longer to load than the first window may
    from keyring.backend import KeyringBackend

log = logging.getLogger(__name__)

SERVICE = "pupitre"
BACKENDS = {
    "linux": ("SecretService", "libsecret", "kwallet"),
    "darwin": ("macOS",),
    "win32": ("Windows",),
}
CLASSES = {"kwallet": "DBusKeyring", "Windows": "WinVaultKeyring"}


class Secrets(Protocol):
    """Where tokens are kept."""

    @property
    def lasting(self) -> bool:
        """Whether a token is still there when the desk opens again."""

    async def token(self, account: Account) -> str | None:
        """Return the account's token, if it is known."""

    async def keep(self, account: Account, token: str) -> None:
        """Keep the account's token."""

    async def forget(self, account: Account) -> None:
        """Forget the account's token."""


class MemorySecrets:
    """Tokens kept for this run only, where there is no keyring."""

    lasting = False

    def __init__(self) -> None:
        self._tokens: dict[str, str] = {}

    async def token(self, account: Account) -> str | None:
        """Return the account's token, if it was kept since the start."""
        return self._tokens.get(account.key)

    async def keep(self, account: Account, token: str) -> None:
        """Keep the token until the desk ends."""
        self._tokens[account.key] = token

    async def forget(self, account: Account) -> None:
        """Forget the token."""
        self._tokens.pop(account.key, None)


class SystemSecrets:
    """Tokens in the system's keyring; it may ask its owner something, so it has its own thread.

    When the keyring fails at any time, tokens stay in memory and `lasting` says so.
    """

    def __init__(self) -> None:
        self._aside = Aside("keyring")
        self._memory = MemorySecrets()
        self._keyring: KeyringBackend | None = None
        self.lasting = True

    async def token(self, account: Account) -> str | None:
        """Return the account's token, if it is known."""
        kept = await self._memory.token(account)
        return kept or await self._ask("get_password", SERVICE, account.key)

    async def keep(self, account: Account, token: str) -> None:
        """Keep the account's token, in memory too: the keyring may refuse."""
        await self._memory.keep(account, token)
        await self._ask("set_password", SERVICE, account.key, token)

    async def forget(self, account: Account) -> None:
        """Forget the account's token."""
        await self._memory.forget(account)
        if await self._ask("get_password", SERVICE, account.key):
            await self._ask("delete_password", SERVICE, account.key)

    async def _ask(self, what: str, *words: str) -> str | None:
        """Ask the keyring; log and go on without it when it fails."""
        try:
            return await self._aside.do(self._call, what, *words)
        except Exception as error:  # noqa: BLE001 - keyrings raise whatever their system does
            self.lasting = False
            log.warning("the system's keyring is of no use: %s", type(error).__name__)
            return None

    def _call(self, what: str, *words: str) -> str | None:
        if self._keyring is None:
            self._keyring = _choose()
        answer: str | None = getattr(self._keyring, what)(*words)
        return answer


class NoKeyring(Exception):
    """This system has no keyring that works."""


def _choose() -> "KeyringBackend":
    """Return the first keyring that works, by name: a plugin or a file of settings has no say."""
    for name in BACKENDS.get(sys.platform, ()):
        module = import_module(f"keyring.backends.{name}")
        kind: type[KeyringBackend] = getattr(module, CLASSES.get(name, "Keyring"))
        try:
            _ = kind.priority
        except RuntimeError:
            continue
        return kind()
    raise NoKeyring
