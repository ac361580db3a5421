"""`relevo eval personal-data`: one JSON object for programs, a table for people, a readable error for a file it cannot take."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.cli.relevo import done, relevo

ROWS = [
    {"text": "Soy Ana García, 612345678", "spans": [{"start": 4, "end": 14, "type": "PERSON"}, {"start": 16, "end": 25, "type": "phone"}]},
    {"text": "mi pedido es el 612345678", "spans": []},
    {"text": "hola"},
]  # fmt: skip


def written(folder: Path, rows: Sequence[Mapping[str, object]]) -> str:
    file = folder / "marked.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return str(file)


def test_programs_get_one_object_and_nothing_else(tmp_path: Path) -> None:
    told = json.loads(done("eval", "personal-data", written(tmp_path, ROWS), "--json"))
    assert told["n"] == 3
    assert told["micro"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert told["per_type"]["name"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "n": 1}
    assert (told["false_alarm_texts"], told["clean_texts"]) == (0, 2)
    assert told["mapped_types"] == {"PERSON": "name"}
    assert 0 < told["latency_ms"]["p50"] <= told["latency_ms"]["p99"]


def test_people_are_told_what_was_missed(tmp_path: Path) -> None:
    missed: list[dict[str, object]] = [{"text": "el zorro azul", "spans": [{"start": 3, "end": 8, "type": "name"}]}]
    told = done("eval", "personal-data", written(tmp_path, missed))
    assert "zorro" in told
    assert "Not found (1)" in told


def test_a_file_that_cannot_be_read_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text('{"text": "a"}\nnonsense\n')
    refused = relevo("eval", "personal-data", str(file))
    assert refused.returncode != 0
    assert "Line 2" in refused.stderr
    assert relevo("eval", "personal-data", str(tmp_path / "none.jsonl")).returncode != 0
