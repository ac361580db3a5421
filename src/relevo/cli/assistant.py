"""`relevo assistant stop`, `resume`, `status`."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from relevo.cli.options import AsJson, Data, InWorkspace, settings_of, with_platform, workspace_id_of

if TYPE_CHECKING:
    from relevo.platform.platform import Platform

Why = Annotated[str, typer.Option("--reason", help="Why; members see it.")]


def register(app: typer.Typer) -> None:
    group = typer.Typer(help="The assistant: whether it may speak.", no_args_is_help=True)
    group.command("stop")(stop)
    group.command("resume")(resume)
    group.command("status")(status)
    app.add_typer(group, name="assistant")


def stop(reason: Why = "", workspace: InWorkspace = None, data: Data = None) -> None:
    """Stop the assistant at once, in every process. What it was busy with goes to people.

    Example: relevo assistant stop --reason "wrong prices"
    """
    passed_on = with_platform(settings_of(data), lambda platform: _stop(platform, workspace, reason))
    typer.echo(f"The assistant is stopped. Conversations passed to people: {passed_on}.")


def resume(workspace: InWorkspace = None, data: Data = None) -> None:
    """Let the assistant answer again what its levels allow.

    Example: relevo assistant resume
    """
    was_stopped = with_platform(settings_of(data), lambda platform: _resume(platform, workspace))
    typer.echo("The assistant may speak again." if was_stopped else "The assistant was not stopped.")


def status(workspace: InWorkspace = None, as_json: AsJson = False, data: Data = None) -> None:
    """Show whether the assistant is stopped, and what it may do about each topic.

    Example: relevo assistant status
    """
    found = with_platform(settings_of(data), lambda platform: _status(platform, workspace))
    if as_json:
        typer.echo(json.dumps(found))
        return
    stopped = found["stopped"]
    typer.echo(
        f"Stopped by {stopped['by']['name']} at {stopped['at']}. {stopped['reason']}" if stopped else "Not stopped."
    )
    for topic in found["topics"]:
        bound = topic["evidence"]["lower_bound"]
        shown = f"  {topic['evidence']['sample']} compared, at least {bound:.0%} agree" if bound is not None else ""
        typer.echo(f"{topic['topic']:16} {topic['level']}{shown}")


async def _stop(platform: "Platform", workspace: str | None, reason: str) -> int:
    from relevo.assistant.autonomy import stopping
    from relevo.assistant.autonomy.types import ITSELF

    return await stopping.stop(platform, await workspace_id_of(platform, workspace), by=ITSELF, reason=reason)


async def _resume(platform: "Platform", workspace: str | None) -> bool:
    from relevo.assistant.autonomy import stopping
    from relevo.assistant.autonomy.types import ITSELF

    return await stopping.resume(platform, await workspace_id_of(platform, workspace), by=ITSELF)


async def _status(platform: "Platform", workspace: str | None) -> dict[str, Any]:
    from relevo.assistant.autonomy.overview import overview

    async with platform.db.transaction(await workspace_id_of(platform, workspace)) as session:
        found = await overview(session)
    kept = ("topic", "title", "level", "evidence")
    return {
        "stopped": found["stopped"],
        "default": found["default"],
        "topics": [{name: topic[name] for name in kept} for topic in found["topics"]],
    }
