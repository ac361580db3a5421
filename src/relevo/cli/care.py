"""`relevo doctor`, `backup`, `restore`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from relevo.cli.options import AsJson, Data, quiet, settings_of, with_platform

Folder = Annotated[Path, typer.Argument(metavar="DIR")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the data that is there. It is lost.")]


def register(app: typer.Typer) -> None:
    app.command()(doctor)
    app.command()(backup)
    app.command()(restore)


def doctor(as_json: AsJson = False, data: Data = None) -> None:
    """Check the installation.

    Says in plain words what is missing; exit code 1 where something is.

    Example: relevo doctor --data ./data
    """
    import asyncio

    from relevo.platform import doctor as platform_doctor

    settings = settings_of(data)
    quiet(settings)
    findings = asyncio.run(platform_doctor.examine(settings))
    if as_json:
        typer.echo(
            json.dumps({"ok": all(f.state != "bad" for f in findings), "checks": [f.as_dict() for f in findings]})
        )
    else:
        for finding in findings:
            typer.echo(finding.line())
    if any(finding.state == "bad" for finding in findings):
        raise typer.Exit(1)


def backup(directory: Folder, data: Data = None) -> None:
    """Write all data into a folder.

    With the secret key. DIR must be new or empty. Works while the server runs.

    Example: relevo backup /backups/relevo-2026-11-21
    """
    from relevo.platform import backup as platform_backup

    settings = settings_of(data)
    platform_backup.refuse_full(directory)  # before the database is started for it
    manifest = with_platform(settings, lambda platform: platform_backup.save(platform, directory.absolute()))
    typer.echo(
        f"{manifest.total_rows:,} rows and the secret key are in {directory}. Keep it safe: it is all your data."
    )


def restore(directory: Folder, data: Data = None, force: Force = False) -> None:
    """Bring back a backup.

    Into an empty data folder or database; the server must not be running.

    Example: relevo restore /backups/relevo-2026-11-21 --data ./data
    """
    import asyncio

    from relevo.platform import restore as platform_restore

    settings = settings_of(data)
    quiet(settings)
    manifest = asyncio.run(platform_restore.bring_back(settings, directory.absolute(), force=force))
    typer.echo(f"{manifest.total_rows:,} rows were restored, saved at {manifest.saved_at}.")
