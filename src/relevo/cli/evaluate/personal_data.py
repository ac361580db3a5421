"""`relevo eval personal-data`: how well personal data is found, compared with marks made by people."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from relevo.cli.evaluate.show import percent, print_json, say, say_latency
from relevo.cli.options import AsJson
from relevo.kit.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relevo.understanding.personal.score import Measure, Score
    from relevo.understanding.scores import Latency

File = Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="Texts with marks, a JSON object a line.")]
_MOST_SHOWN = 20


def evaluate_personal_data(file: File, as_json: AsJson = False) -> None:
    """Measure how well personal data is found in texts that people marked.

    A line is {"text", "spans": [{"start", "end", "type"}]}; texts without spans tell of false alarms. Add "known_names" where the
    contact is known. Example: relevo eval personal-data marked.jsonl
    """
    from relevo.understanding.personal.measure import measure, read_marked

    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SetupError(f"{file} cannot be read ({getattr(error, 'strerror', None) or error}).") from None
    score, latency = measure(read_marked(lines))
    if as_json:
        print_json(_json(score, latency))
    else:
        _show(score, latency)


def _json(score: "Score", latency: "Latency") -> dict[str, Any]:
    return {
        "n": score.texts,
        "micro": _figures(score.micro),
        "per_type": {kind: {**_figures(one), "n": one.marked} for kind, one in score.per_type.items()},
        "false_alarm_texts": len(score.false_alarm_texts),
        "clean_texts": score.clean_texts,
        "mapped_types": dict(score.mapped),
        "latency_ms": latency.as_json(),
    }


def _figures(one: "Measure") -> dict[str, float]:
    return {"precision": round(one.precision, 4), "recall": round(one.recall, 4), "f1": round(one.f1, 4)}


def _show(score: "Score", latency: "Latency") -> None:
    say(f"[bold]Personal data[/bold]: {score.texts} texts, {score.micro.marked} marks")
    say(f"  found     {percent(score.micro.recall)} of what is marked")
    say(f"  right     {percent(score.micro.precision)} of what was found")
    say(f"  F1        {percent(score.micro.f1)}")
    if score.clean_texts:
        share = percent(len(score.false_alarm_texts) / score.clean_texts)
        say(f"  alarms    in {len(score.false_alarm_texts)} of {score.clean_texts} texts without marks ({share})")
    say_latency(latency)
    for given, kind in sorted(score.mapped.items()):
        say(f"  “{given}” in the file was taken for “{kind}”")
    _show_kinds(score)
    _show_texts("Not found", score.missed)
    _show_texts("Found, but not marked", score.wrong)


def _show_kinds(score: "Score") -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title="By kind, weakest first", title_justify="left")
    table.add_column("kind")
    for name in ("precision", "recall", "F1", "marks"):
        table.add_column(name, justify="right")
    for kind, one in sorted(score.per_type.items(), key=lambda item: item[1].f1):
        table.add_row(kind, percent(one.precision), percent(one.recall), percent(one.f1), str(one.marked))
    Console(highlight=False).print(table)


def _show_texts(title: str, rows: "Sequence[tuple[str, str, str]]") -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not rows:
        return
    table = Table(title=f"{title} ({len(rows)})", title_justify="left")
    for name in ("kind", "words", "in"):
        table.add_column(name, overflow="fold")
    for kind, words, text in rows[:_MOST_SHOWN]:
        table.add_row(kind, Text(words), Text(text[:160]))
    Console(highlight=False).print(table)
