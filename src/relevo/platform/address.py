"""Where the database is: one value for the embedded server and for one given by address."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from relevo.kit.errors import SetupError


@dataclass(frozen=True)
class Address:
    """`host` is a name, an address, or the folder of a Unix socket."""

    host: str
    port: int
    user: str
    password: str
    database: str
    ssl: str | None = None

    def as_role(self, user: str, password: str) -> "Address":
        return replace(self, user=user, password=password)

    def on(self, database: str) -> "Address":
        return replace(self, database=database)

    def asyncpg(self) -> dict[str, Any]:
        given: dict[str, Any] = {
            "host": self.host, "port": self.port, "user": self.user, "password": self.password, "database": self.database,
        }  # fmt: skip
        return (
            {**given, "ssl": self.ssl} if self.ssl else {**given, "ssl": False} if self.host.startswith("/") else given
        )

    def libpq(self) -> dict[str, str]:
        """Environment for PostgreSQL's own programs and psycopg; a password in an argument could be seen by others."""
        names = {
            "PGHOST": self.host, "PGPORT": str(self.port), "PGUSER": self.user, "PGPASSWORD": self.password,
            "PGDATABASE": self.database,
        }  # fmt: skip
        return {**names, "PGSSLMODE": self.ssl} if self.ssl else names

    def conninfo(self) -> str:
        def quoted(text: str) -> str:
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"

        pairs = {
            "host": self.host,
            "port": str(self.port),
            "user": self.user,
            "password": self.password,
            "dbname": self.database,
        }
        if self.ssl:
            pairs["sslmode"] = self.ssl
        return " ".join(f"{name}={quoted(value)}" for name, value in pairs.items())


def parse(url: str) -> Address:
    """`postgresql://user:password@host:port/database?host=/socket/folder&sslmode=require`"""
    parts = urlsplit(url)
    if parts.scheme.split("+")[0] not in ("postgres", "postgresql"):
        raise SetupError("The database address has to begin with postgresql://")
    options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    database = unquote(parts.path.lstrip("/"))
    if not database or not (parts.hostname or options.get("host")):
        raise SetupError(
            "The database address needs a host and a database: postgresql://user:password@host:5432/relevo"
        )
    return Address(
        host=options.get("host") or parts.hostname or "",
        port=parts.port or int(options.get("port", 5432)),
        user=unquote(parts.username or "postgres"),
        password=unquote(parts.password or ""),
        database=database,
        ssl=options.get("sslmode"),
    )
