"""What is known of a model's quality, from the scores of examples that were kept back."""

from collections.abc import Sequence

import numpy as np

from relevo.understanding.own.model import surety
from relevo.understanding.own.table import Floats
from relevo.understanding.own.types import Example, HardToTellApart, IntentQuality, OutOfScope, Quality, Suspect
from relevo.understanding.scores import scores as compare

_WORTH_RELYING_ON = 5


def report(
    kept: Sequence[Example], labels: Sequence[str], scores: Floats, threshold: float, *, embeddings: bool
) -> Quality:
    gold, found = [example.intent for example in kept], [str(labels[i]) for i in scores.argmax(axis=1)]
    measured = compare(gold, found)
    refused = float(np.mean([surety(row) < threshold for row in scores]))
    confusions: tuple[HardToTellApart, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    return Quality(
        accuracy=measured.accuracy,
        accuracy_low=measured.accuracy_interval.low,
        accuracy_high=measured.accuracy_interval.high,
        macro_f1=measured.macro_f1,
        intents=tuple(
            IntentQuality(name, one.precision, one.recall, one.f1, one.n) for name, one in measured.per_class.items()
        ),
        confusions=confusions,
        suspects=suspects,
        too_few=tuple(name for name, one in measured.per_class.items() if one.n < _WORTH_RELYING_ON),
        threshold=threshold,
        out_of_scope=OutOfScope(refused, None),
        examples=len(kept),
        embeddings=embeddings,
        train_s=0.0,
    )
