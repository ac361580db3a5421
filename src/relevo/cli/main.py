"""Entry point of the command `relevo`."""

import os
import sys
from typing import Annotated

import typer

from relevo import __version__
from relevo.cli import assistant, care, chat, conversations, evaluate, knowledge, people, serving
from relevo.kit.errors import RelevoError

app = typer.Typer(
    name="relevo",
    help="Customer service in which people and AI work on the same conversation.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for group in (serving, people, knowledge, assistant, conversations, chat, evaluate, care):
    group.register(app)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def settings_of_all(
    _version: Annotated[
        bool, typer.Option("--version", help="Say the version.", callback=_show_version, is_eager=True)
    ] = False,
    _debug: Annotated[
        bool, typer.Option("--debug", help="Show the trace of an error; works on every command.")
    ] = False,
) -> None:
    """Customer service in which people and AI work on the same conversation.

    Settings are environment variables RELEVO_… or a TOML file named by RELEVO_CONFIG.
    """


def run() -> None:
    """Runs the command; says an error in one line, with its trace only where asked for."""
    os.environ.setdefault(
        "OPENBLAS_NUM_THREADS", "1"
    )  # our matrices are small: threads that wait for each other cost more
    is_debugging = "--debug" in sys.argv
    sys.argv[1:] = [argument for argument in sys.argv[1:] if argument != "--debug"]
    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read has gone; nobody is left to tell
        sys.exit(1)
    except Exception as error:
        if is_debugging:
            raise
        _say(error)
        sys.exit(1)


def _say(error: Exception) -> None:
    """One readable line. What we did not foresee is named by its kind, and how to learn more."""
    match error:
        case RelevoError():
            text = error.detail
        case PermissionError():
            text = f"No right to use {error.filename}: run this as its owner, or choose another folder with --data."
        case OSError(filename=str(path)):
            text = f"{path} cannot be used ({error.strerror}); another data folder is chosen with --data."
        case OSError():
            text = str(error)
        case _:
            text = f"{type(error).__name__}: {error}. Run it again with --debug for the trace."
    typer.echo(f"relevo: {text}", err=True)
