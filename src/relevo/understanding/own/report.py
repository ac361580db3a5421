"""What is known of a model's quality, from the scores of examples that were kept back."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from relevo.understanding.own.features import words_of
from relevo.understanding.own.model import Mixture, chances_of, surety
from relevo.understanding.own.types import Example, HardToTellApart, IntentQuality, OutOfScope, Quality, Suspect
from relevo.understanding.scores import Confusion
from relevo.understanding.scores import scores as compare
from relevo.understanding.table import Floats

_WORTH_RELYING_ON = 5
_FEWEST_CONFUSED, _SMALLEST_SHARE, _MOST_CONFUSIONS = 2, 0.05, 20
_MOST_WORDS = 5
_SUSPICIOUS, _UNLIKELY, _MOST_SUSPECTS = 0.6, 0.1, 50


def report(
    kept: Sequence[Example], labels: Sequence[str], scores: Floats, mixture: Mixture, *, left_out: float | None
) -> Quality:
    """The report on examples that got these scores, where `left_out` of the examples of left-out intents were refused."""
    gold, found = [example.intent for example in kept], [str(labels[i]) for i in scores.argmax(axis=1)]
    measured = compare(gold, found)
    return Quality(
        accuracy=measured.accuracy,
        accuracy_low=measured.accuracy_interval.low,
        accuracy_high=measured.accuracy_interval.high,
        macro_f1=measured.macro_f1,
        intents=tuple(
            IntentQuality(name, one.precision, one.recall, one.f1, one.n) for name, one in measured.per_class.items()
        ),
        confusions=_confusions(kept, measured.confusions),
        suspects=(*_twins(kept), *_misfits(kept, labels, scores))[:_MOST_SUSPECTS],
        too_few=tuple(name for name, one in measured.per_class.items() if one.n < _WORTH_RELYING_ON),
        threshold=mixture.threshold,
        out_of_scope=OutOfScope(float(np.mean([surety(row) < mixture.threshold for row in scores])), left_out),
        examples=len(kept),
        embeddings="sentences" in mixture.weights,
        train_s=0.0,
        repeated=len(kept) - len({(example.text, example.intent) for example in kept}),
    )


def _confusions(kept: Sequence[Example], found: Sequence[Confusion]) -> tuple[HardToTellApart, ...]:
    """Pairs that are taken for each other, the worst first."""
    sizes = Counter(example.intent for example in kept)
    words = _Words(kept)
    together: Counter[tuple[str, str]] = Counter()
    for one in found:
        together[min(one.gold, one.found), max(one.gold, one.found)] += one.count
    shares = {
        pair: count / (sizes[pair[0]] + sizes[pair[1]]) for pair, count in together.items() if count >= _FEWEST_CONFUSED
    }
    worst = sorted(
        (pair for pair, share in shares.items() if share >= _SMALLEST_SHARE), key=lambda pair: (-shares[pair], pair)
    )
    return tuple(HardToTellApart(a, b, shares[a, b], words.shared(a, b)) for a, b in worst[:_MOST_CONFUSIONS])


class _Words:
    """In how many examples of each intent a word stands."""

    def __init__(self, kept: Sequence[Example]) -> None:
        self._sizes = Counter(example.intent for example in kept)
        self._of: dict[str, Counter[str]] = {name: Counter() for name in self._sizes}
        for example in kept:
            self._of[example.intent].update(set(words_of(example.text)))
        self._intents_with = Counter(word for counts in self._of.values() for word in counts)

    def shared(self, a: str, b: str) -> tuple[str, ...]:
        """The words that are frequent in both and rare in other intents."""

        def weight(word: str) -> float:
            in_both = min(self._of[a][word] / self._sizes[a], self._of[b][word] / self._sizes[b])
            return in_both * float(np.log((1 + len(self._of)) / self._intents_with[word]))

        both = [word for word in self._of[a] if word in self._of[b] and len(word) > 2]
        return tuple(sorted(both, key=lambda word: (-weight(word), word))[:_MOST_WORDS])


def _twins(kept: Sequence[Example]) -> list[Suspect]:
    """The same words under two intents: one of the two is wrong."""
    first: dict[frozenset[str], Example] = {}
    found: list[Suspect] = []
    for example in kept:
        words = frozenset(words_of(example.text))
        other = first.setdefault(words, example) if words else example
        if other.intent != example.intent:
            found.append(
                Suspect(example.id, example.text, example.intent, other.intent, 1.0, same_as=other.id or other.text)
            )
    return found


def _misfits(kept: Sequence[Example], labels: Sequence[str], scores: Floats) -> list[Suspect]:
    """Examples for which models that had not seen them were sure of another intent."""
    found: list[Suspect] = []
    for example, row in zip(kept, scores, strict=True):
        chances = chances_of(row)
        likeliest = int(chances.argmax())
        own = float(chances[list(labels).index(example.intent)])
        if labels[likeliest] != example.intent and chances[likeliest] >= _SUSPICIOUS and own <= _UNLIKELY:
            found.append(
                Suspect(example.id, example.text, example.intent, labels[likeliest], float(chances[likeliest]))
            )
    return sorted(found, key=lambda one: -one.confidence)
