"""`relevo serve`, `worker`, `demo`, `openapi`."""

from typing import TYPE_CHECKING, Annotated

import typer

from relevo.cli.options import Data, settings_of

if TYPE_CHECKING:
    from relevo.platform.platform import Platform

Host = Annotated[str | None, typer.Option(metavar="H", help="Address to listen on; 0.0.0.0 for all.")]
Port = Annotated[int | None, typer.Option(metavar="N", help="Port to listen on.")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")]


def register(app: typer.Typer) -> None:
    app.command()(serve)
    app.command()(worker)
    app.command()(demo)
    app.command()(openapi)


def serve(host: Host = None, port: Port = None, data: Data = None) -> None:
    """Run the platform.

    Ready when GET /health/ready answers 200. Ctrl-C or SIGTERM stops it gracefully.

    Example: relevo serve --port 8765 --data ./data
    """
    import uvloop

    from relevo import app
    from relevo.understanding.personal.logs import configure_logs

    settings = settings_of(data, host=host, port=port)
    configure_logs(settings)

    async def say_ready(platform: "Platform") -> None:
        typer.echo(f"Relevo answers at http://{settings.host}:{settings.port} (stop with Ctrl-C)", err=True)

    uvloop.run(app.serve(settings, on_ready=say_ready))


def worker(data: Data = None) -> None:
    """Run background work alone.

    For further nodes on the same database.

    Example: RELEVO_DATABASE_URL=postgresql://relevo@db/relevo relevo worker
    """
    import uvloop

    from relevo import app
    from relevo.understanding.personal.logs import configure_logs

    settings = settings_of(data)
    configure_logs(settings)
    uvloop.run(app.work(settings))


def demo(port: Port = None, data: Data = None, no_browser: NoBrowser = False, host: Host = None) -> None:
    """Run a ready made-up shop.

    Articles, agents and a page with the chat, in Spanish and English. Prints addresses and log-ins.

    Example: relevo demo --port 8123 --no-browser
    """
    import uvloop

    from relevo.demo.run import demo as run_demo

    uvloop.run(run_demo(settings_of(data, host=host, port=port), open_browser=not no_browser))


def openapi() -> None:
    """Print the HTTP interface as OpenAPI.

    Example: relevo openapi > openapi.json
    """
    import json
    from types import SimpleNamespace
    from typing import Any, cast

    from relevo.app import build
    from relevo.platform.settings import Settings

    # The routes are the same whatever the settings are; no database is needed to describe them.
    bare = SimpleNamespace(settings=Settings.model_construct(max_upload_bytes=10 * 1024 * 1024))
    typer.echo(json.dumps(build(cast("Any", bare)).openapi(), indent=1, ensure_ascii=False))
