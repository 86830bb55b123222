"""Argon2id."""

import time

from pupitre.server.passwords import Passwords, hash_now


async def test_a_password_matches_its_hash_only() -> None:
    passwords = Passwords()
    hashed = hash_now("secret word")
    assert hashed.startswith("$argon2id$")
    assert await passwords.matches(hashed, "secret word")
    assert not await passwords.matches(hashed, "secret work")
    assert not await passwords.matches("not a hash", "secret word")
    passwords.close()


async def test_nobody_takes_as_long_as_somebody() -> None:
    passwords = Passwords()
    hashed = hash_now("secret word")
    await passwords.matches(None, "warm up")

    async def seconds(against: str | None) -> float:
        times = []
        for _ in range(7):
            start = time.perf_counter()
            await passwords.matches(against, "wrong")
            times.append(time.perf_counter() - start)
        return min(times)

    known, unknown = await seconds(hashed), await seconds(None)
    assert 0.4 < known / unknown < 2.5
    assert not await passwords.matches(None, "nobody has this password")
    passwords.close()
