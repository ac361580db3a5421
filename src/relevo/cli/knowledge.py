"""`relevo knowledge`: adding to what the assistant answers from, and showing it."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from relevo.cli.options import AsJson, Data, InWorkspace, settings_of, with_platform, workspace_id_of
from relevo.kit.errors import SetupError

if TYPE_CHECKING:
    from relevo.knowledge.files import Report
    from relevo.platform.platform import Platform

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH_OR_URL…",
        help="Files and folders (Markdown, text, HTML, PDF, Word, Excel, CSV), web pages, site maps.",
    ),
]
Locale = Annotated[str | None, typer.Option(metavar="es|en", help="Their language; otherwise recognised.")]


def register(app: typer.Typer) -> None:
    knowledge = typer.Typer(help="What the assistant answers from.", no_args_is_help=True)
    knowledge.command("add")(add)
    knowledge.command("list")(list_articles)
    app.add_typer(knowledge, name="knowledge")


def add(
    paths: Paths, locale: Locale = None, workspace: InWorkspace = None, as_json: AsJson = False, data: Data = None
) -> None:
    """Take files, folders, web pages and site maps into the knowledge base. Says what was taken, what was left and why.

    Example: relevo knowledge add ./help https://shop.example/sitemap.xml --locale es
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
    from relevo.knowledge.files import add_files
    from relevo.knowledge.sources.web import add_address, is_address

    workspace_id = await workspace_id_of(platform, workspace)
    on_report = _say if say else _nothing
    by_path: dict[str, list[Report]] = {}
    for path in paths:
        work = add_address if is_address(path) else add_files
        by_path[path] = await work(platform, workspace_id, path, locale=locale, on_report=on_report)
    return by_path


def _say(report: "Report") -> None:
    typer.echo(f"{'+' if report.taken else '-'} {report.name}: {report.reason}")


def _nothing(_: "Report") -> None:
    """With --json the summary is all that is printed."""


def _is_held(report: "Report") -> bool:
    """Whether the knowledge base holds it now, be it since this command or since an earlier one."""
    return report.taken or report.outcome.code == "unchanged"


def _summary(reports: "list[Report]") -> dict[str, Any]:
    def shown(report: "Report") -> dict[str, Any]:
        return {"name": report.name, "reason": report.reason, "code": report.outcome.code}

    return {
        "taken": [shown(report) for report in reports if report.taken],
        "left": [shown(report) for report in reports if not report.taken],
    }


def list_articles(workspace: InWorkspace = None, as_json: AsJson = False, data: Data = None) -> None:
    """Show the articles of the knowledge base.

    Example: relevo knowledge list
    """
    found = with_platform(settings_of(data), lambda platform: _articles(platform, workspace))
    if as_json:
        typer.echo(json.dumps({"articles": found}, ensure_ascii=False))
        return
    for article in found:
        typer.echo(f"{article['locale']}  {article['status']:<9}  {article['name']}  {article['title']}")
    typer.echo(f"{len(found)} articles.")


async def _articles(platform: "Platform", workspace: str | None) -> list[dict[str, Any]]:
    from sqlalchemy import select

    from relevo.knowledge.tables import Article

    workspace_id = await workspace_id_of(platform, workspace)
    async with platform.db.transaction(workspace_id) as session:
        rows = (await session.scalars(select(Article).order_by(Article.name))).all()
    return [
        {"id": str(row.id), "name": row.name, "title": row.title, "locale": row.locale, "status": row.status, "url": row.url,
         "revision": row.revision, "updated_at": row.updated_at.isoformat()}
        for row in rows
    ]  # fmt: skip
