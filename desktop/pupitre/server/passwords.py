"""Argon2id, in threads: hashing never keeps the loop waiting."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
"""OWASP's recommendation for Argon2id; each hash in progress takes 19 MiB."""


MOST_WAITING = 200


def hash_now(password: str) -> str:
    """Return a password's hash; takes some 20 ms."""
    return _HASHER.hash(password)


def _matches(hashed: str, password: str) -> bool:
    try:
        return _HASHER.verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False


class Passwords:
    """Checks passwords in two threads of its own, which bounds the memory."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(2, thread_name_prefix="argon2")
        self._waiting = 0
        self._nobody = self._threads.submit(hash_now, "nobody has this password")

    async def matches(self, hashed: str | None, password: str) -> bool:
        """Check a password; None takes as long as a real one and never matches."""
        loop = asyncio.get_running_loop()
        nobody = await asyncio.wrap_future(self._nobody)
        against = nobody if hashed is None else hashed
        self._waiting += 1
        try:
            matches = await loop.run_in_executor(self._threads, _matches, against, password)
        finally:
            self._waiting -= 1
        return matches and hashed is not None

    @property
    def is_swamped(self) -> bool:
        """More wait to be checked than a few seconds allow."""
        return self._waiting >= MOST_WAITING

    def close(self) -> None:
        """Let the threads go."""
        self._threads.shutdown(wait=False, cancel_futures=True)
