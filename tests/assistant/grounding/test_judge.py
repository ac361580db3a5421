"""Whole answers, and the command that measures how well the unsupported ones are found."""

import json
from pathlib import Path

from typer.testing import CliRunner

from relevo.assistant.grounding.judge import judged, shipped
from relevo.assistant.grounding.measure import measure, read_lines
from relevo.assistant.grounding.types import Evidence
from relevo.cli.main import app

SOURCE = (
    "The ferry to Skerry Island leaves at 9:00 and 15:30 from April to October. The crossing takes 45 minutes and costs 12 euros;"
    " children under six travel free. Dogs are welcome on deck. In strong wind the afternoon boat may be cancelled."
)  # fmt: skip
GOOD = "The ferry takes 45 minutes and costs 12 euros, and children under six travel free."
BAD = "The ferry takes 90 minutes and costs 30 euros. The captain also sells whale-watching tours and homemade souvenirs at the harbour."


def test_an_invented_answer_is_doubted_more_than_a_faithful_one() -> None:
    evidence = [Evidence("ferry", "", "", SOURCE, "en")]
    good, bad = (judged(text, evidence, question="How do I get to Skerry?", locale="en") for text in (GOOD, BAD))
    assert good.doubt < bad.doubt
    assert (good.unsupported, bad.unsupported) == (False, True)
    assert bad.receipt.version.endswith(shipped().version)


def test_the_measure_counts_what_is_found() -> None:
    lines = [
        json.dumps({"sources": [SOURCE], "question": "Ferry?", "answer": text, "supported": text == GOOD})
        for text in (GOOD, BAD)
    ]
    score = measure(read_lines(lines))
    assert (score.n, score.unsupported, score.precision, score.recall, score.f1, score.auroc) == (
        2,
        1,
        1.0,
        1.0,
        1.0,
        1.0,
    )


def test_the_command_prints_one_object(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_text(json.dumps({"sources": [SOURCE], "question": "Ferry?", "answer": BAD, "supported": False}) + "\n")
    result = CliRunner().invoke(app, ["eval", "grounding", str(file), "--json"])
    assert result.exit_code == 0
    assert {"n", "precision", "recall", "f1", "latency_ms"} <= json.loads(result.stdout).keys()


def test_a_line_that_is_not_as_it_should_be_is_named(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_text('{"sources": "x", "answer": 3}\n')
    result = CliRunner().invoke(app, ["eval", "grounding", str(file)])
    assert result.exit_code != 0
