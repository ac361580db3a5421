"""How the measures look: tables for people, one JSON object for programs."""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from relevo.understanding.scores import ClassScore, Confusion, Interval, Latency, Scores

_MOST_CLASSES = 30


def print_json(result: Mapping[str, Any]) -> None:
    """The one object on standard output."""
    import json

    sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")


def say(text: str = "") -> None:
    """A line for people, in colour where the terminal has it."""
    from rich.console import Console

    Console(highlight=False, soft_wrap=True).print(text)


def scores_as_json(scores: "Scores") -> dict[str, Any]:
    """Accuracy, macro F1 and every class."""
    return {
        "accuracy": round(scores.accuracy, 4),
        "macro_f1": round(scores.macro_f1, 4),
        "per_class": {name: one.as_json() for name, one in scores.per_class.items()},
    }


def percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def with_interval(share: float, interval: "Interval") -> str:
    return f"{percent(share)}  (95 % interval {100 * interval.low:.1f} to {100 * interval.high:.1f})"


def say_scores(title: str, scores: "Scores", *, macro: "Interval | None" = None) -> None:
    """Accuracy and macro F1 of a label, each with its interval."""
    say(f"[bold]{title}[/bold]: {scores.n} texts, {len(scores.per_class)} classes")
    say(f"  accuracy  {with_interval(scores.accuracy, scores.accuracy_interval)}")
    if macro:
        say(f"  macro F1  {with_interval(scores.macro_f1, macro)}")
    else:
        say(f"  macro F1  {percent(scores.macro_f1)}")


def say_classes(per_class: "Mapping[str, ClassScore]", *, title: str = "By class, weakest first") -> None:
    """A table of the classes; of very many only the weakest."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    ordered = sorted(per_class.items(), key=lambda one: one[1].f1)
    left = len(ordered) - _MOST_CLASSES
    table = Table(title=title, title_justify="left", caption=f"and {left} better ones" if left > 0 else None)
    table.add_column("class", overflow="fold")
    for column in ("precision", "recall", "F1", "n"):
        table.add_column(column, justify="right")
    for name, one in ordered[:_MOST_CLASSES]:
        table.add_row(Text(name), percent(one.precision), percent(one.recall), percent(one.f1), str(one.n))
    Console(highlight=False).print(table)


def say_confusions(confusions: "Sequence[Confusion]", *, most: int = 10) -> None:
    """What was taken for what, most frequent first."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not confusions:
        return
    table = Table(title="Taken for another", title_justify="left")
    table.add_column("is", overflow="fold")
    table.add_column("was taken for", overflow="fold")
    table.add_column("times", justify="right")
    for one in confusions[:most]:
        table.add_row(Text(one.gold), Text(one.found), str(one.count))
    Console(highlight=False).print(table)


def say_matrix(confusions: "Sequence[Confusion]", per_class: "Mapping[str, ClassScore]") -> None:
    """The whole confusion matrix, for a handful of classes: a row a gold class, a column a found one."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    names = sorted({*per_class, *(one.found for one in confusions)})
    counts = {(one.gold, one.found): one.count for one in confusions}
    counts |= {(name, name): round(score.recall * score.n) for name, score in per_class.items()}
    table = Table(title="Confusion matrix (rows: as it is; columns: as it was read)", title_justify="left")
    table.add_column("")
    for name in names:
        table.add_column(Text(name), justify="right")
    for row in names:
        cells = [str(counts.get((row, column), "·")) for column in names]
        table.add_row(Text(row), *cells)
    Console(highlight=False).print(table)


def say_latency(latency: "Latency") -> None:
    say(f"  latency   p50 {latency.p50:.2f} ms, p99 {latency.p99:.2f} ms a text")
