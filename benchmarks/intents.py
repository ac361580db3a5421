"""Measures learning of own intents on sets of examples.

    python -m benchmarks.intents FOLDER [--embeddings]

FOLDER holds pairs NAME.train.csv (or NAME.trainN.csv for N examples an intent) and NAME.test.csv with the columns text,intent; “oos” marks
what is out of scope. Public ones: BANKING77 (PolyAI, CC BY 4.0), CLINC150 (CC BY 3.0). None of it is part of what ships.
"""

import argparse
import asyncio
import os
import re
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks.machine import conditions
from relevo.adapters.minilm.embedder import installed
from relevo.understanding.own.child import learn_in_child
from relevo.understanding.own.imports import read_all
from relevo.understanding.own.measure import Measured, measure
from relevo.understanding.own.model import OwnModel

_TRAIN = re.compile(r"(?P<name>.+)\.train\d*\.csv")
PLACE = "relevo.adapters.minilm.embedder:installed"


def measured(train: Path, test: Path, *, with_embeddings: bool) -> Measured:
    examples = read_all(train.name, train.read_bytes()).examples
    learnt = asyncio.run(learn_in_child(examples, embedder=PLACE if with_embeddings else None))
    model = OwnModel.from_bytes(learnt.model, embedder=installed() if with_embeddings else None)
    return replace(measure(model, read_all(test.name, test.read_bytes()).examples), train_s=learnt.quality.train_s)


def row(name: str, one: Measured) -> str:
    interval = one.scores.accuracy_interval
    cells = [
        name,
        f"{one.scores.accuracy:.3f} ({interval.low:.3f}–{interval.high:.3f})",
        f"{one.scores.macro_f1:.3f}",
        f"{one.refused:.3f}",
        f"{one.oos.recall:.3f} / {one.oos.precision:.3f}" if one.oos else "–",
        f"{one.train_s:.0f}",
        f"{one.latency.p50:.2f} / {one.latency.p99:.2f}",
    ]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--embeddings", action="store_true")
    arguments = parser.parse_args()
    print(", ".join(f"{name} {value}" for name, value in conditions().items()))
    print(
        "| set | accuracy (95 %) | macro F1 | refused | out of scope: recall / precision | training s | ms p50 / p99 |"
    )
    print("|---|---|---|---|---|---|---|")
    for train in sorted(arguments.folder.glob("*.train*.csv")):
        if match := _TRAIN.fullmatch(train.name):
            test = train.with_name(f"{match['name']}.test.csv")
            print(row(train.stem, measured(train, test, with_embeddings=arguments.embeddings)), flush=True)


if __name__ == "__main__":
    main()
