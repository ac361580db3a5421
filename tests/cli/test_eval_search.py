"""`relevo eval search` tells how well search finds, or in one line why it cannot."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from .relevo import relevo

TEXTS = [
    {"id": "a", "title": "Envíos", "text": "El envío a la península tarda tres días y cuesta 4,90 €."},
    {"id": "b", "title": "Devoluciones", "text": "Tienes treinta días para devolver lo que no te convence."},
    {"id": "c", "title": "Garantía", "text": "La garantía de los hornos es de tres años desde la compra."},
]
ASKED = [
    {"query": "¿cuánto tarda el envío?", "relevant": ["a"]},
    {"query": "¿cuántos días tengo para devolver algo?", "relevant": ["b"]},
    {"query": "¿qué horno tiene submarino?", "relevant": ["a"]},
]


def write(path: Path, rows: Sequence[Mapping[str, object]]) -> str:
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return str(path)


@pytest.fixture
def corpus(tmp_path: Path) -> str:
    return write(tmp_path / "docs.jsonl", TEXTS)


def test_it_counts_what_comes_first_and_what_comes_at_all(tmp_path: Path, corpus: str) -> None:
    done = relevo("eval", "search", "--corpus", corpus, "--queries", write(tmp_path / "q.jsonl", ASKED), "--json")
    result = json.loads(done.stdout)
    assert done.returncode == 0
    assert result["n"] == 3
    assert result["recall@1"] == pytest.approx(2 / 3, abs=1e-4)
    assert set(result) == {"n", "recall@1", "recall@5", "mrr@10", "latency_ms"}
    assert set(result["latency_ms"]) == {"p50", "p99"}


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([{"query": "envío", "relevant": ["z"]}], "no text with the id “z”"),
        ([{"query": "envío", "relevant": []}], "must be a list of ids"),
        ([{"relevant": ["a"]}], '"query" must be a text'),
        ([], "holds none"),
    ],
)
def test_a_file_of_questions_that_cannot_be_used_is_explained(
    tmp_path: Path, corpus: str, rows: list[dict[str, object]], says: str
) -> None:
    done = relevo("eval", "search", "--corpus", corpus, "--queries", write(tmp_path / "q.jsonl", rows))
    assert done.returncode != 0
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_file_is_said_in_a_line(corpus: str) -> None:
    done = relevo("eval", "search", "--corpus", corpus, "--queries", "nowhere.jsonl")
    assert done.returncode != 0
    assert "nowhere.jsonl cannot be read" in done.stderr
