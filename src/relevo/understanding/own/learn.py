"""Learning a workspace's intents from its examples: the model, and the report on its quality."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from relevo.ports.embedder import Embedder
from relevo.understanding.language import language_of
from relevo.understanding.own import fit, mix, naming
from relevo.understanding.own.model import Mixture, OwnModel, surety
from relevo.understanding.own.report import report
from relevo.understanding.own.types import NONE, Example, Progress, Quality, Settings, TooFewExamples
from relevo.understanding.table import Floats

_FEWEST_TO_LEAVE_OUT = 6


@dataclass(frozen=True, slots=True)
class Learnt:
    """A model and what is known of it."""

    model: OwnModel
    quality: Quality


def learn(
    examples: Sequence[Example],
    *,
    embedder: Embedder | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Learnt:
    """Learns from at least two intents with two examples each. Raises TooFewExamples."""
    started, settings, tell = perf_counter(), settings or Settings(), progress or _silent
    kept = _checked(examples)
    tell(0.05, "reading the examples")
    labels = tuple(sorted({example.intent for example in kept}))
    at = {label: i for i, label in enumerate(labels)}
    gold = np.array([at[example.intent] for example in kept])
    named = [(i, words) for i, label in enumerate(labels) if (words := naming.as_text(label))]
    texts = [*(example.text for example in kept), *(words for _, words in named)]
    language = _language(texts[: len(kept)])
    seen = fit.see(
        texts,
        np.array([*gold, *(i for i, _ in named)]),
        language,
        sentences=embedder.embed(texts) if embedder else None,
        examples=len(kept),
    )
    parts = fit.folds(seen, settings.seed)
    scores = fit.kept_back(seen, parts, lambda share: tell(0.1 + 0.6 * share, "measuring on examples kept back"))
    mixtures = {"plain": _mixture(scores, gold, ["letters", "meanings"], settings)}
    if embedder:
        mixtures["embeddings"] = _mixture(scores, gold, ["letters", "meanings", "sentences"], settings)
    tell(0.75, "learning from everything")
    model = OwnModel(
        labels=labels,
        language=language,
        letters=fit.fit_letters(seen),
        meanings=fit.fit_meanings(seen.meanings, seen.gold),
        sentences=fit.fit_sentences(seen.sentences, seen.gold) if seen.sentences is not None else None,
        mixtures=mixtures,
        embedder_name=embedder.name if embedder else None,
        embedder=embedder,
    )
    tell(0.95, "writing the report")
    mixture = mixtures["embeddings" if embedder else "plain"]
    left_out = _left_out_refused(seen, mixture, settings)
    quality = report(kept, labels, mix.mixed(scores, mixture.weights), mixture, left_out=left_out)
    tell(1.0, "done")
    return Learnt(model, quality.after(perf_counter() - started))


def _left_out_refused(seen: fit.Seen, mixture: Mixture, settings: Settings) -> float | None:
    """A third of the intents is left out of a training; the share of their examples that is then refused."""
    if seen.classes < _FEWEST_TO_LEAVE_OUT:
        return None
    chosen = np.random.default_rng(settings.seed).permutation(seen.classes)[: seen.classes // 3]
    is_out = np.isin(seen.gold, chosen)
    inside, outside = np.flatnonzero(~is_out), np.flatnonzero(is_out[: seen.examples])
    scores = mix.mixed(fit.scores_of(seen, inside, outside), mixture.weights)
    return float(np.mean([surety(row) < mixture.threshold for row in scores]))


def _silent(_share: float, _doing: str) -> None:
    pass


def _checked(examples: Sequence[Example]) -> list[Example]:
    kept = [example for example in examples if example.intent != NONE and example.text.strip()]
    counts = Counter(example.intent for example in kept)
    enough = {name for name, count in counts.items() if count >= 2}
    if len(enough) < 2:
        raise TooFewExamples(
            f"{len(enough)} of the intents have two examples or more; at least two such intents are needed."
        )
    return [example for example in kept if example.intent in enough]


def _language(texts: Sequence[str]) -> str:
    """The language of most of the texts that show one."""
    read = [language_of(text, inherited="en") for text in texts[:2_000]]
    counts = Counter(one.code for one in read if one.sure)
    return counts.most_common(1)[0][0] if counts else "en"


def _mixture(scores: dict[str, Floats], gold: fit.Ints, names: list[str], settings: Settings) -> Mixture:
    """The threshold is such that the wanted share of the examples, each judged by a model that had not seen it, is refused."""
    weights = mix.weights_of(scores, gold, names)
    sure = [surety(row) for row in mix.mixed(scores, weights)]
    return Mixture(weights, float(np.quantile(sure, settings.refused)))
