"""What the commands have in common: the data folder, settings, the opened platform."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar
from uuid import UUID

import typer

from relevo.kit.errors import SetupError

if TYPE_CHECKING:
    from relevo.platform.platform import Platform
    from relevo.platform.settings import Settings

T = TypeVar("T")

Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="Data folder with the embedded database. Or set RELEVO_DATABASE_URL."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]
InWorkspace = Annotated[
    str | None, typer.Option("--workspace", metavar="ID", help="Which workspace; not needed where there is one.")
]


def settings_of(data: Path | None, **given: Any) -> "Settings":
    """Settings with what the command line gave. Raises SetupError."""
    from relevo.platform.settings import load

    return load(data=data.expanduser().absolute() if data else None, **given)


def with_platform(settings: "Settings", work: Callable[["Platform"], Awaitable[T]]) -> T:
    """Opens the platform for a command that comes and goes, beside a running server or without one."""
    import asyncio

    from relevo.platform.platform import opened

    quiet(settings)

    async def run() -> T:
        async with opened(settings) as platform:
            return await work(platform)

    return asyncio.run(run())


def quiet(settings: "Settings") -> None:
    """Logs of a command for people: warnings, as text."""
    from relevo.understanding.personal.logs import configure_logs

    level = settings.log_level if "log_level" in settings.model_fields_set else "warning"
    configure_logs(settings.model_copy(update={"log_format": "text", "log_level": level}))


async def workspace_id_of(platform: "Platform", given: str | None) -> UUID:
    """The workspace that a command is about. Raises SetupError where that is not clear."""
    from relevo.kit.ids import parse_id

    async with platform.db.connection() as connection:
        found: list[UUID] = [row[0] for row in await connection.fetch("select workspace_id from relevo_workspaces()")]
    if given:
        wanted = parse_id(given)
        if wanted not in found:
            raise SetupError(f"There is no workspace {given}; `relevo workspace list` shows those there are.")
        return UUID(str(wanted))
    if not found:
        raise SetupError("There is no workspace yet; make one with `relevo workspace create NAME`.")
    if len(found) > 1:
        raise SetupError("There are several workspaces; say which with --workspace ID (see `relevo workspace list`).")
    return UUID(str(found[0]))
