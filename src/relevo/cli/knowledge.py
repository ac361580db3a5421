"""`relevo knowledge add`."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from relevo.cli.options import AsJson, Data, InWorkspace, settings_of, with_platform, workspace_id_of
from relevo.kit.errors import SetupError

if TYPE_CHECKING:
    from relevo.knowledge.files import Report
    from relevo.platform.platform import Platform

Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help="Files and folders: Markdown, text, HTML.")]
Locale = Annotated[str | None, typer.Option(metavar="es|en", help="Their language; otherwise recognised.")]


def register(app: typer.Typer) -> None:
    knowledge = typer.Typer(help="What the assistant answers from.", no_args_is_help=True)
    knowledge.command("add")(add)
    app.add_typer(knowledge, name="knowledge")


def add(
    paths: Paths, locale: Locale = None, workspace: InWorkspace = None, as_json: AsJson = False, data: Data = None
) -> None:
    """Take files and folders into the knowledge base. Says what was taken, what was left and why.

    Example: relevo knowledge add ./help --locale es
    """
    if locale and locale not in ("es", "en"):
        raise SetupError(f"Relevo does not speak {locale!r}; choose es or en.")
    by_path = with_platform(
        settings_of(data), lambda platform: _add(platform, paths, locale, workspace, say=not as_json)
    )
    summary = _summary([report for reports in by_path.values() for report in reports])
    if as_json:
        typer.echo(json.dumps(summary, ensure_ascii=False))
    else:
        typer.echo(f"{len(summary['taken'])} taken, {len(summary['left'])} left.")
    if fruitless := [path for path, reports in by_path.items() if not any(map(_is_held, reports))]:
        raise SetupError(f"Nothing was taken from {', '.join(fruitless)}.")


async def _add(
    platform: "Platform", paths: list[str], locale: str | None, workspace: str | None, *, say: bool
) -> "dict[str, list[Report]]":
    from relevo.knowledge.files import add_path

    workspace_id = await workspace_id_of(platform, workspace)
    by_path: dict[str, list[Report]] = {}
    for path in paths:
        async with platform.db.transaction(workspace_id) as session:
            by_path[path] = await add_path(session, path, locale=locale)
        for report in by_path[path] if say else ():
            typer.echo(f"{'+' if report.taken else '-'} {report.name}: {report.reason}")
    return by_path


def _is_held(report: "Report") -> bool:
    """Whether the knowledge base holds it now, be it since this command or since an earlier one."""
    return report.taken or report.reason.startswith("unchanged")


def _summary(reports: "list[Report]") -> dict[str, Any]:
    return {
        "taken": [{"name": report.name, "reason": report.reason} for report in reports if report.taken],
        "left": [{"name": report.name, "reason": report.reason} for report in reports if not report.taken],
    }
