"""The database at run time: a pool for plain statements on hot paths, sessions for everything else.

Every transaction is one workspace's: row-level security shows it nothing else. The setting lives as long as the
transaction (`set_config(…, true)`), so a pooled connection cannot carry it on to the next request.
"""

import contextlib
from collections.abc import AsyncGenerator, Generator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg
import orjson
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, InterfaceError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase

from relevo.kit.errors import Unavailable
from relevo.platform.address import Address

Connection = asyncpg.pool.PoolConnectionProxy

_ENTER = text("select set_config('relevo.workspace_id', :workspace_id, true)")
_LOST = (
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # a connection that is lost in the middle of a statement
    asyncpg.TooManyConnectionsError,
    ConnectionError,
    TimeoutError,
    OSError,
)


class Table(DeclarativeBase):
    """Base of all tables; `Table.metadata` is compared with the migrations by a test."""


@dataclass(frozen=True)
class Database:
    address: Address
    pool: asyncpg.Pool
    engine: AsyncEngine
    sessions: async_sessionmaker[AsyncSession]

    @contextlib.asynccontextmanager
    async def transaction(self, workspace_id: UUID) -> AsyncGenerator[AsyncSession]:
        """A session in one transaction of this workspace; committed at the end of the block, rolled back by an error.

        Raises Unavailable where the database cannot be reached; whether a commit that was under way took place is then unknown.
        """
        with _connection_errors_explained():
            async with self.sessions() as session, session.begin():
                await session.execute(_ENTER, {"workspace_id": str(workspace_id)})
                yield session

    @contextlib.asynccontextmanager
    async def unbound(self) -> AsyncGenerator[AsyncSession]:
        """A transaction of no workspace: it sees the tables that belong to none, and the rows policies allow it."""
        with _connection_errors_explained():
            async with self.sessions() as session, session.begin():
                yield session

    @contextlib.asynccontextmanager
    async def connection(self) -> AsyncGenerator[Connection]:
        """A plain connection. Statements on it are transactions of their own and name their workspace themselves."""
        with _connection_errors_explained():
            async with self.pool.acquire(timeout=10) as connection:
                yield connection

    async def close(self) -> None:
        await self.engine.dispose()
        with contextlib.suppress(TimeoutError, *_LOST):
            await self.pool.close()


async def connect(address: Address, *, connections: int) -> Database:
    async def new_connection() -> Any:
        return await asyncpg.connect(**address.asyncpg(), timeout=10)

    pool = await asyncpg.create_pool(
        **address.asyncpg(),
        min_size=2,
        max_size=connections,
        max_inactive_connection_lifetime=120,
        command_timeout=30,
        timeout=10,
        reset=_nothing_to_reset,
    )
    engine = create_async_engine(
        "postgresql+asyncpg://", async_creator=new_connection, pool_size=4, max_overflow=connections, pool_timeout=10,
        pool_recycle=1800, pool_use_lifo=True, hide_parameters=True, json_serializer=to_json,
    )  # fmt: skip
    return Database(address, pool, engine, async_sessionmaker(engine, expire_on_commit=False, autoflush=False))


async def _nothing_to_reset(_: Any) -> None:
    """Settings are made for a transaction only, and nobody listens or holds locks on a connection of the pool; asking the server to
    forget all that would cost a round trip for every statement."""


@contextlib.contextmanager
def _connection_errors_explained() -> Generator[None]:
    try:
        yield
    except _LOST as error:
        raise Unavailable from error
    except (DBAPIError, InterfaceError) as error:
        if error.connection_invalidated or isinstance(error.orig and error.orig.__cause__, _LOST):
            raise Unavailable from error
        raise


def to_json(value: Any) -> str:
    return orjson.dumps(value).decode()
