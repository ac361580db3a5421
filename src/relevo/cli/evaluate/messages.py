"""`relevo eval messages`: how well messages are read, compared with labels given by people."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from relevo.cli.evaluate.show import (
    percent,
    print_json,
    say,
    say_classes,
    say_confusions,
    say_latency,
    say_matrix,
    say_scores,
    scores_as_json,
)  # fmt: skip
from relevo.cli.options import AsJson
from relevo.kit.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relevo.understanding.measure import Intent, Labelled, MeasuredMessages

File = Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="Messages with labels, a JSON object a line.")]
Train = Annotated[
    Path | None, typer.Option("--train", metavar="FILE.jsonl", help="Learn the intents from this file first.")
]
_FEW = 8  # classes whose whole matrix fits on a screen


def evaluate_messages(file: File, train: Train = None, as_json: AsJson = False) -> None:
    """Measure language, intent, emotion, urgency and the wish for a person on messages that people labelled.

    A line is {"text", "lang", "intent", "emotion", "urgency", "wants_human"}; labels that are missing are not measured.
    Example: relevo eval messages labelled.jsonl
    """
    from relevo.understanding.measure import likeliest, measure_messages
    from relevo.understanding.reading import read

    messages = _messages(file)
    intent = _learnt(_messages(train), quiet=as_json) if train else likeliest
    measured = measure_messages(messages, read, intent)
    if as_json:
        print_json(_json(measured))
    else:
        _show(measured)


def _messages(file: Path) -> "Sequence[Labelled]":
    from relevo.understanding.measure import read_labelled

    try:
        return read_labelled(file.read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError) as error:
        raise SetupError(f"{file} cannot be read ({getattr(error, 'strerror', None) or error}).") from None


def _learnt(messages: "Sequence[Labelled]", *, quiet: bool) -> "Intent":
    """Intents as learnt from `messages` alone."""
    from relevo.understanding.own.child import learn_in_child
    from relevo.understanding.own.model import OwnModel
    from relevo.understanding.own.types import Example

    examples = [Example(message.text, message.intent) for message in messages if message.intent]
    if not quiet:
        typer.echo(f"learning from {len(examples)} messages …", err=True)
    model = OwnModel.from_bytes(asyncio.run(learn_in_child(examples)).model)
    return lambda _, text: model.guesses(text).ranking[0].name


def _json(measured: "MeasuredMessages") -> dict[str, Any]:
    person = measured.wants_human
    labels: dict[str, Any] = {}
    for name, one in measured.labels.items():
        interval = one.macro_f1_interval
        labels[name] = {
            **scores_as_json(one.scores),
            "macro_f1_interval": [round(interval.low, 4), round(interval.high, 4)],
        }
    return {
        "n": measured.n,
        "language": {"accuracy": round(measured.language.accuracy, 4) if measured.language else None},
        **labels,
        "wants_human": {
            name: round(getattr(person, name), 4) if person else None for name in ("precision", "recall", "f1")
        },
        "latency_ms": measured.latency.as_json(),
    }


def _show(measured: "MeasuredMessages") -> None:
    if measured.language:
        say_scores("Language", measured.language)
    for name, one in measured.labels.items():
        say()
        say_scores(name.capitalize(), one.scores, macro=one.macro_f1_interval)
        say_classes(one.scores.per_class)
        if len(one.scores.per_class) <= _FEW:
            say_matrix(one.scores.confusions, one.scores.per_class)
        else:
            say_confusions(one.scores.confusions)
    if person := measured.wants_human:
        say()
        say(f"[bold]Wants a person[/bold]: {person.n} of {measured.n}")
        say(f"  precision {percent(person.precision)}, recall {percent(person.recall)}, F1 {percent(person.f1)}")
    say()
    say_latency(measured.latency)
