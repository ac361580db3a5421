"""`relevo conversations export`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from relevo.cli.options import Data, InWorkspace, settings_of, with_platform, workspace_id_of
from relevo.kit.errors import SetupError

if TYPE_CHECKING:
    from relevo.platform.platform import Platform

File = Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="A new file; one that exists is left alone.")]
Mask = Annotated[bool, typer.Option("--mask", help="Mask personal data in the texts.")]


def register(app: typer.Typer) -> None:
    conversations = typer.Typer(help="What was said.", no_args_is_help=True)
    conversations.command("export")(export)
    app.add_typer(conversations, name="conversations")


def export(file: File, mask: Mask = False, workspace: InWorkspace = None, data: Data = None) -> None:
    """Write all messages of a workspace into a file, a JSON object a line; with --mask without personal data.

    Example: relevo conversations export --mask messages.jsonl
    """
    settings = settings_of(data)
    with _new(file) as out:
        try:
            written = with_platform(settings, lambda platform: _export(platform, out, workspace, masked=mask))
        except BaseException:
            file.unlink()  # half a file looks like a whole one
            raise
    typer.echo(f"{written} messages written to {file}.")


def _new(file: Path) -> BinaryIO:
    """A new file that only its owner may read."""
    try:
        out = file.open("xb")
    except FileExistsError:
        raise SetupError(f"{file} exists already; choose another name.") from None
    except OSError as error:
        raise SetupError(f"{file} cannot be written ({error.strerror}).") from None
    file.chmod(0o600)
    return out


async def _export(platform: "Platform", out: BinaryIO, workspace: str | None, *, masked: bool) -> int:
    import orjson

    from relevo.console.export import messages

    workspace_id = await workspace_id_of(platform, workspace)
    count = 0
    async with platform.db.transaction(workspace_id) as session:
        async for row in messages(session, masked=masked):
            out.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
            count += 1
    return count
