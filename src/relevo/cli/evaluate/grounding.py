"""`relevo eval grounding`: how well answers are found that their sources do not support."""

from pathlib import Path
from typing import Annotated

import typer

from relevo.cli.evaluate.show import percent, print_json, say, say_latency
from relevo.cli.options import AsJson
from relevo.kit.errors import SetupError

File = Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="Answers with their sources, a JSON object a line.")]


def evaluate_grounding(file: File, as_json: AsJson = False) -> None:
    """Measure how well the gate finds answers that their sources do not support.

    A line is {"sources": [texts], "question", "answer", "supported": true or false}; found ones are the unsupported. Without a question, an
    answer is taken for a summary of its sources. Example: relevo eval grounding answers.jsonl
    """
    from relevo.assistant.grounding.measure import measure, read_lines

    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SetupError(f"{file} cannot be read ({getattr(error, 'strerror', None) or error}).") from None
    score = measure(read_lines(lines))
    if as_json:
        figures = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
        more = {"balanced_accuracy": score.balanced_accuracy, "auroc": score.auroc}
        rounded = {name: round(value, 4) for name, value in (figures | more).items()}
        print_json({"n": score.n, **rounded, "latency_ms": score.latency.as_json()})
        return
    say(f"[bold]Unsupported answers[/bold]: {score.unsupported} among {score.n}, {score.flagged} found by the gate")
    say(f"  precision {percent(score.precision)} of what was found is unsupported")
    say(f"  recall    {percent(score.recall)} of the unsupported are found")
    say(f"  F1        {percent(score.f1)}")
    say(f"  balanced  {percent(score.balanced_accuracy)} accuracy, supported and unsupported counting the same")
    say(f"  AUROC     {score.auroc:.3f}")
    say_latency(score.latency)
