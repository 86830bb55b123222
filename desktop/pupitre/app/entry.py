"""Lets an expert in: by the password the first time, by the kept token afterwards."""

from collections.abc import Callable
from dataclasses import dataclass

from pupitre.app.secrets import Secrets
from pupitre.app.settings import Account
from pupitre.backends.port import Backend


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """The right to be this account's desk."""

    account: Account
    address: str
    """Where the server is, as it was typed; a trial's own changes."""
    backend: Backend
    token: str


class Entry:
    """Signs in and keeps the token where the system keeps secrets."""

    def __init__(self, secrets: Secrets, reach: Callable[[str], Backend]) -> None:
        self._secrets = secrets
        self._reach = reach

    @property
    def lasting(self) -> bool:
        """Whether the next start will know the token."""
        return self._secrets.lasting

    async def with_password(self, account: Account, address: str, password: str) -> Ticket:
        """Exchange a password for a token and keep it; raises `AccessRefused`, `Unreachable`.

        A trial's is not kept: its server is a folder, which may be another one tomorrow.
        """
        backend = self._reach(address)
        signed_in = await backend.sign_in(account.email, password)
        if not account.is_trial:
            await self._secrets.keep(account, signed_in.token)
        return Ticket(account=account, address=address, backend=backend, token=signed_in.token)

    async def again(self, account: Account, address: str) -> Ticket | None:
        """Use the kept token; None: there is none."""
        token = await self._secrets.token(account)
        if token is None:
            return None
        return Ticket(account=account, address=address, backend=self._reach(address), token=token)

    async def forget(self, account: Account) -> None:
        """Forget the token: it is of no use any more."""
        await self._secrets.forget(account)
