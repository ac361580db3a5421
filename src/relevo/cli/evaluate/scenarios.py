"""`relevo eval scenarios`: scripted conversations through the public chat API, compared with what a good reply says."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relevo.cli.evaluate.show import percent, print_json, say
from relevo.cli.options import AsJson
from relevo.kit.errors import SetupError

if TYPE_CHECKING:
    from relevo.assistant.scenarios.outcome import Outcome
    from relevo.assistant.scenarios.play import Played
    from relevo.assistant.scenarios.script import Scripts

File = Annotated[Path, typer.Argument(metavar="FILE.yaml", help="Scripted conversations with expectations.")]
Knowledge = Annotated[Path, typer.Option("--knowledge", metavar="DIR", help="Folder with the articles to answer from.")]
_LONG = 400


def evaluate_scenarios(file: File, knowledge: Knowledge, as_json: AsJson = False) -> None:
    """Play scripted conversations through the public chat API and judge every reply.

    Starts a platform of its own with the articles of the folder, and takes it away afterwards. Nothing of an installation is touched.

    Example: relevo eval scenarios conversations.yaml --knowledge articles/
    """
    import uvloop

    from relevo.cli.evaluate.stage import played

    scripts = _scripts(file)
    if not knowledge.is_dir():
        raise SetupError(f"There is no folder {knowledge}; --knowledge names the folder with the articles.")
    outcome = uvloop.run(played(scripts, knowledge, tell=_tell))
    if as_json:
        print_json(outcome.as_json())
    else:
        _show(outcome)


def _scripts(file: Path) -> "Scripts":
    from relevo.assistant.scenarios.script import read_scripts

    try:
        return read_scripts(file.read_text(encoding="utf-8"), name=file.name)
    except (OSError, UnicodeDecodeError) as error:
        raise SetupError(f"{file} cannot be read ({getattr(error, 'strerror', None) or error}).") from None


def _tell(text: str) -> None:
    """How far it is, for people who wait."""
    typer.echo(text, err=True)


def _show(outcome: "Outcome") -> None:
    turns = len(outcome.turns)
    for failure in outcome.failures:
        _show_failure(failure)
    say(f"[bold]Scenarios[/bold]: {outcome.passed_scenarios} of {outcome.scenarios} passed in full")
    say(
        f"[bold]Turns[/bold]: {outcome.passed_turns} of {turns} passed, {percent(outcome.passed_turns / max(1, turns))}"
    )


def _show_failure(turn: "Played") -> None:
    from rich.markup import escape

    say(f"[bold]{escape(turn.id)}, turn {turn.turn}[/bold]")
    say(f"  customer  {escape(_short(turn.customer))}")
    say(f"  reply     {escape(_short(turn.reply.text or '(none)'))}")
    say(f"  outcome   {turn.reply.outcome or 'none'}, from {escape(', '.join(turn.reply.sources) or 'no article')}")
    for reason in turn.reasons:
        say(f"  [red]fault[/red]     {escape(reason)}")
    say()


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONG else f"{flat[:_LONG]}…"
