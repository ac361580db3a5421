"""`relevo eval intents` as people run it."""

import json
from pathlib import Path

import pytest

from tests.cli.relevo import done, relevo
from tests.understanding.own.examples import EXAMPLES, UNSEEN


@pytest.fixture(name="files")
def files_(tmp_path: Path) -> tuple[str, str]:
    train, test = tmp_path / "train.csv", tmp_path / "test.csv"
    train.write_text("text,intent\n" + "".join(f'"{one.text}",{one.intent}\n' for one in EXAMPLES), encoding="utf-8")
    rows = [*UNSEEN.items(), ("asdf qwerty zxcv", "oos"), ("🙂", "oos")]
    test.write_text("text,intent\n" + "".join(f'"{text}",{intent}\n' for text, intent in rows), encoding="utf-8")
    return str(train), str(test)


def test_the_measure_is_one_object_and_nothing_else(files: tuple[str, str]) -> None:
    result = json.loads(done("eval", "intents", "--train", files[0], "--test", files[1], "--no-embeddings", "--json"))
    assert result["n"] == len(UNSEEN) + 2
    assert result["accuracy"] == 1
    assert result["oos"]["recall"] == 1
    assert 0 <= result["oos"]["precision"] <= 1
    assert {"macro_f1", "train_s", "latency_ms"} <= result.keys()
    assert result["latency_ms"]["p50"] < 5


def test_people_get_tables(files: tuple[str, str]) -> None:
    shown = done("eval", "intents", "--train", files[0], "--test", files[1], "--no-embeddings")
    for part in ("accuracy", "macro F1", "95 % interval", "Out of scope", "card_lost", "p50"):
        assert part in shown


@pytest.mark.parametrize(
    ("train", "says"), [("", "is empty"), ("text,intent\nhello,a\n", "at least two"), ("hello\n", "no examples")]
)
def test_what_cannot_be_learnt_is_said_in_a_line(tmp_path: Path, files: tuple[str, str], train: str, says: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(train)
    result = relevo("eval", "intents", "--train", str(path), "--test", files[1], "--json")
    assert result.returncode == 1
    assert says in result.stderr
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_file_that_is_not_there_is_named(files: tuple[str, str]) -> None:
    result = relevo("eval", "intents", "--train", "/no/such/file.csv", "--test", files[1])
    assert result.returncode == 1
    assert "/no/such/file.csv" in result.stderr
