"""`relevo eval intents`: learn from one file of examples, measure on another."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relevo.cli.evaluate.show import percent, print_json, say, say_classes, say_confusions, say_latency, say_scores
from relevo.cli.options import AsJson
from relevo.kit.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relevo.ports.embedder import Embedder
    from relevo.understanding.own.measure import Measured
    from relevo.understanding.own.types import Example

Train = Annotated[Path, typer.Option("--train", metavar="FILE", help="Examples to learn from: CSV with text,intent.")]
Test = Annotated[
    Path, typer.Option("--test", metavar="FILE", help="Examples to measure on; “oos” marks what is none of them.")
]
Embeddings = Annotated[
    bool | None,
    typer.Option(
        "--embeddings/--no-embeddings", help="With sentence embeddings; the default is: if they are installed."
    ),
]


def evaluate_intents(train: Train, test: Test, embeddings: Embeddings = None, as_json: AsJson = False) -> None:
    """Learn intents from one file and measure them on another; rows of intent “oos” are out of scope.

    Also reads Rasa NLU YAML and Dialogflow exports. Example: relevo eval intents --train mine.csv --test kept-back.csv
    """
    from relevo.understanding.own.child import learn_in_child
    from relevo.understanding.own.measure import measure
    from relevo.understanding.own.model import OwnModel

    examples, tests = _examples(train), _examples(test)
    place = _embedder(embeddings)
    learnt = asyncio.run(learn_in_child(examples, embedder=place, progress=None if as_json else _say_progress))
    model = OwnModel.from_bytes(learnt.model, embedder=_made(place))
    measured = measure(model, tests, train_s=learnt.quality.train_s)
    if as_json:
        print_json(measured.as_json())
    else:
        _show(measured)


def _examples(path: Path) -> "Sequence[Example]":
    from relevo.understanding.own.imports import read_all

    try:
        content = path.read_bytes()
    except OSError as error:
        raise SetupError(f"{path} cannot be read ({error.strerror}).") from None
    return read_all(path.name, content).examples


def _embedder(wanted: bool | None) -> str | None:
    """Where the embedder is made. Raises SetupError where it is wanted and not installed."""
    from relevo.adapters.minilm.embedder import INSTALL, is_installed

    if wanted and not is_installed():
        raise SetupError(f"The files for sentence embeddings are not installed: {INSTALL}")
    return "relevo.adapters.minilm.embedder:installed" if wanted is not False and is_installed() else None


def _made(place: str | None) -> "Embedder | None":
    from relevo.adapters.minilm.embedder import installed

    return installed() if place else None


def _say_progress(share: float, doing: str) -> None:
    typer.echo(f"{100 * share:3.0f} %  {doing}", err=True)


def _show(measured: "Measured") -> None:
    say_scores("Intents, in scope", measured.scores, macro=measured.macro_f1_interval)
    say(f"  refused   {percent(measured.refused)} of those in scope, as none of the intents")
    if measured.oos:
        say(f"[bold]Out of scope[/bold]: {measured.oos.n} texts")
        say(f"  recall    {percent(measured.oos.recall)} were refused")
        say(f"  precision {percent(measured.oos.precision)} of what was refused is out of scope")
    say_latency(measured.latency)
    say(f"  training  {measured.train_s:.1f} s, embeddings: {'yes' if measured.embeddings else 'no'}")
    say_classes(measured.scores.per_class)
    say_confusions(measured.scores.confusions)
