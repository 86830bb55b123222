"""Who may come in: sign-in, sessions, and limits on guessing."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from pupitre.domain.ids import ExpertId
from pupitre.server.clock import real_now
from pupitre.server.identity import fresh_token, hashed
from pupitre.server.limits import SIGN_INS, SIGN_INS_PER_ADDRESS, Bucket, Buckets
from pupitre.server.passwords import Passwords
from pupitre.server.store.sessions import Sessions

WHEN_SWAMPED = 5
"""Real seconds to come back after, when too many passwords wait to be checked."""
LIFETIME = timedelta(days=30)
"""How long a session lasts, in real time."""


@dataclass(frozen=True, slots=True)
class Granted:
    """Signed in."""

    expert: ExpertId
    token: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Denied:
    """Wrong e-mail or password; which of them is not said."""


@dataclass(frozen=True, slots=True)
class TooMany:
    """Too many wrong attempts."""

    retry_after: int
    """Real seconds."""


class Access:
    """Gives out sessions and recognises them; tokens are kept as hashes."""

    def __init__(
        self,
        sessions: Sessions,
        revoked: Callable[[ExpertId, bytes], None],
        now: Callable[[], datetime] = real_now,
    ) -> None:
        self._sessions = sessions
        self._revoked = revoked
        self._now = now
        self._passwords = Passwords()
        self._guesses = Buckets(SIGN_INS)
        self._guesses_from = Buckets(SIGN_INS_PER_ADDRESS)

    async def sign_in(self, email: str, password: str, address: str) -> Granted | Denied | TooMany:
        """Check the password and open a session; a right one does not count as an attempt."""
        email = email.strip().casefold()
        buckets = (self._guesses.of((address, email)), self._guesses_from.of(address))
        if not all(list(map(Bucket.take, buckets))):
            return TooMany(max(1, round(max(bucket.wait for bucket in buckets) + 0.5)))
        if self._passwords.is_swamped:
            return TooMany(WHEN_SWAMPED)
        expert, stored = await self._sessions.password_of(email)
        if not await self._passwords.matches(stored, password) or expert is None:
            return Denied()
        for bucket in buckets:
            bucket.put_back()
        return await self._open(expert)

    async def _open(self, expert: ExpertId) -> Granted:
        token, expires_at = fresh_token(), self._now() + LIFETIME
        await self._sessions.open(hashed(token), expert, expires_at)
        return Granted(expert, token, expires_at)

    async def expert_with(self, token: str) -> ExpertId | None:
        """Return whose session this is, if it holds."""
        return await self._sessions.expert_with(hashed(token), self._now())

    async def sign_out(self, token: str) -> bool:
        """End a session and the sockets opened with it."""
        credential = hashed(token)
        expert = await self._sessions.expert_with(credential, self._now())
        if expert is None:
            return False
        await self._sessions.close(credential)
        self._revoked(expert, credential)
        return True

    async def ended(self, credentials: Collection[bytes]) -> set[bytes]:
        """Return those whose sessions hold no longer: expired, or ended by a new password."""
        asked = set(credentials)
        return asked - await self._sessions.holding(asked, self._now()) if asked else asked

    async def tidy(self) -> None:
        """Forget expired sessions."""
        await self._sessions.forget(self._now())

    def close(self) -> None:
        """Let the threads go."""
        self._passwords.close()
