"""Sessions and passwords in the store."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import and_, delete, insert, select

from pupitre.domain.ids import ExpertId
from pupitre.server.store.database import Database
from pupitre.server.store.schema import experts, sessions


class Sessions:
    """Keeps hashes of tokens, never tokens."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def password_of(self, email: str) -> tuple[ExpertId | None, str | None]:
        """Return the expert with this e-mail and the hash of their password."""
        statement = select(experts.c.id, experts.c.password).where(experts.c.email == email)
        row = await self._database.read(lambda it: it.execute(statement).first())
        return (ExpertId(row[0]), row[1]) if row else (None, None)

    async def open(self, token: bytes, expert: ExpertId, expires_at: datetime) -> None:
        """Begin a session."""
        values = {"token": token, "expert": expert, "expires_at": expires_at}
        await self._database.write(lambda it: it.execute(insert(sessions).values(values)))

    async def expert_with(self, token: bytes, now: datetime) -> ExpertId | None:
        """Return whose session it is, unless it has expired."""
        holds = and_(sessions.c.token == token, sessions.c.expires_at > now)
        statement = select(sessions.c.expert).where(holds)
        found = await self._database.read(lambda it: it.scalar(statement))
        return ExpertId(found) if found else None

    async def holding(self, tokens: Collection[bytes], now: datetime) -> set[bytes]:
        """Return those of these sessions that still hold."""
        holds = and_(sessions.c.token.in_(tokens), sessions.c.expires_at > now)
        statement = select(sessions.c.token).where(holds)
        return set(await self._database.read(lambda it: it.scalars(statement).all()))

    async def close(self, token: bytes) -> None:
        """End a session."""
        ended = delete(sessions).where(sessions.c.token == token)
        await self._database.write(lambda it: it.execute(ended))

    async def forget(self, now: datetime) -> None:
        """Let go of expired sessions."""
        expired = delete(sessions).where(sessions.c.expires_at <= now)
        await self._database.write(lambda it: it.execute(expired))
