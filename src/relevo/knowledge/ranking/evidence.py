"""The second look: for the few best candidates, what their sentences say of the question.

Postings tell that words stand somewhere in a passage. An answer mostly stands in one sentence or two that hold much of the
question, in the words of the question and in their order. Each of these is a number between about 0 and 1; their sum with fixed
weights is the score. Everything is computed for all candidates at once, over the words of all of them in one row.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from relevo.knowledge.ranking.asked import SHORTEST, Asked
from relevo.knowledge.ranking.candidates import Candidate
from relevo.knowledge.ranking.shelf import Shelf
from relevo.knowledge.ranking.vocabulary import END, HEAD, Numbers, WordFacts

Floats = NDArray[np.float64]

# Fitted to questions in English, looked at on questions in Spanish, and the other way round: docs/decisions/0013.
WEIGHTS = {
    "strength": 2.0, "words": 3.2, "forms": 3.3, "coverage": 1.6, "sentence": 2.2, "short_sentence": 1.6,
    "two_sentences": 1.9, "side_by_side": 1.0, "in_order": 1.0, "beginnings": 1.9, "title": 0.7, "length": -0.3,
}  # fmt: skip
NEAR = 6.0  # of nearness in meaning, where sentence embeddings tell it
_K1, _B = 0.9, 0.4
_SENTENCE_K1, _SENTENCE_B = 1.2, 0.75
_FORM_K1, _FORM_B = 1.2, 0.6
_BEGINNING = 0.7  # of a word that must be the same, and at least HEAD letters


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all candidates in one row: where each passage and each sentence begins, and what is known of each word."""

    numbers: Numbers
    stems: Numbers
    forms: Numbers
    passages: NDArray[np.intp]
    sentences: NDArray[np.intp]
    first_sentence: NDArray[np.intp]
    passage_sizes: Floats
    sentence_sizes: Floats


def words_of(shelf: Shelf, found: Sequence[Candidate], facts: WordFacts) -> Words:
    parts = [shelf.segments[one.segment].words(one.row) for one in found]
    numbers = np.concatenate(parts)
    passages = np.cumsum([0, *(len(part) for part in parts[:-1])])
    ends = np.flatnonzero(numbers == END)  # every passage ends with one
    sentences = np.concatenate([[0], ends[:-1] + 1])
    sizes = np.diff(np.append(sentences, len(numbers))) - 1
    first = np.searchsorted(sentences, passages)
    per_passage = np.add.reduceat(sizes, first)
    return Words(
        numbers, facts.stem[numbers], facts.form[numbers], passages, sentences, first, per_passage.astype(np.float64),
        sizes.astype(np.float64),
    )  # fmt: skip


def features(shelf: Shelf, asked: Asked, found: Sequence[Candidate]) -> dict[str, Floats]:
    """A number a candidate for each name in WEIGHTS."""
    facts = shelf.vocabulary.facts()
    words = words_of(shelf, found, facts)
    matched = _matched(shelf, asked, words)
    worth = np.asarray([slot.worth for slot in asked.slots])
    total = float(worth.sum()) or 1.0
    mean = float(words.passage_sizes.mean()) or 1.0
    in_sentence = np.maximum.reduceat(matched, words.sentences, axis=1)
    said = worth @ in_sentence
    norm = _SENTENCE_K1 * (1 - _SENTENCE_B + _SENTENCE_B * words.sentence_sizes / max(1.0, words.sentence_sizes.mean()))
    return {
        "strength": np.asarray([one.score / one.factor for one in found]) / total,
        "words": _bm25(words.stems, asked.stems, words, mean, _K1, _B) / total,
        "forms": _bm25(words.forms, asked.forms, words, mean, _FORM_K1, _FORM_B) / total,
        "coverage": np.asarray([one.covered for one in found]) / total,
        "sentence": _best(said, words) / total,
        "short_sentence": _best(said * (_SENTENCE_K1 + 1) / (1 + norm), words) / total,
        "two_sentences": _best_of_two(worth, in_sentence, words) / total,
        "side_by_side": _side_by_side(asked, matched, worth, words) / total,
        "in_order": _in_order(asked, words) / total,
        "beginnings": _beginnings(shelf, asked, matched, worth, words, facts) / total,
        "title": np.asarray([one.about for one in found]) / total,
        "length": np.log(np.maximum(words.passage_sizes, 1.0) / mean),
    }


def scores(shelf: Shelf, asked: Asked, found: Sequence[Candidate], near: Floats | None = None) -> Floats:
    """How well each candidate answers, by all evidence together; `near` is nearness in meaning, where it is known."""
    values = features(shelf, asked, found)
    summed = sum((weight * values[name] for name, weight in WEIGHTS.items()), np.zeros(len(found)))
    if near is not None:
        summed += NEAR * near
    return np.maximum(summed, 1e-6) * np.asarray([one.factor for one in found])


def _matched(shelf: Shelf, asked: Asked, words: Words) -> Floats:
    """For each slot and each word of the candidates, how well the word answers to the slot."""
    matched = np.zeros((len(asked.slots), len(words.numbers)))
    for row, slot in enumerate(asked.slots):
        for term, fit in slot.terms:
            alike = words.stems == term
            if meant := shelf.vocabulary.with_meaning(term):
                alike |= np.isin(words.numbers, meant)
            matched[row, alike] = np.maximum(matched[row, alike], fit)
    return matched


def _bm25(row: Numbers, terms: Sequence[tuple[int, float]], words: Words, mean: float, k1: float, b: float) -> Floats:
    found = np.zeros(len(words.passages))
    norm = k1 * (1 - b + b * words.passage_sizes / mean)
    for term, worth in terms:
        tf = np.add.reduceat((row == term).astype(np.float64), words.passages)
        found += worth * tf * (k1 + 1) / (tf + norm)
    return found


def _best(of_sentences: Floats, words: Words) -> Floats:
    return np.maximum.reduceat(of_sentences, words.first_sentence)


def _best_of_two(worth: Floats, in_sentence: Floats, words: Words) -> Floats:
    """The most that two sentences on end say together."""
    together = np.maximum(in_sentence[:, :-1], in_sentence[:, 1:])
    said = worth @ np.concatenate([together, in_sentence[:, -1:]], axis=1)
    last = np.append(words.first_sentence[1:], in_sentence.shape[1]) - 1
    said[last] = worth @ in_sentence[:, last]  # its neighbour is of another passage
    return _best(said, words)


def _side_by_side(asked: Asked, matched: Floats, worth: Floats, words: Words) -> Floats:
    """Slots that follow each other in the question and, at most a word apart, in the passage."""
    found = np.zeros(len(words.passages))
    there = matched > 0
    for one in range(len(asked.slots) - 1):
        a, b = there[one], there[one + 1]
        near = np.zeros(len(a), np.bool_)
        near[:-1] |= a[:-1] & b[1:]
        near[:-2] |= a[:-2] & b[2:] & (words.numbers[1:-1] != END)
        found += min(worth[one], worth[one + 1]) * np.logical_or.reduceat(near, words.passages)
    return found


def _in_order(asked: Asked, words: Words) -> Floats:
    """Words that follow each other at once in both, small ones too."""
    found = np.zeros(len(words.passages))
    for (a, worth), (b, other) in zip(asked.line[:-1], asked.line[1:], strict=True):
        if a != b and a != END and b != END:
            near = np.zeros(len(words.stems), np.bool_)
            near[:-1] = (words.stems[:-1] == a) & (words.stems[1:] == b)
            found += min(worth, other) * np.logical_or.reduceat(near, words.passages)
    return found


def _beginnings(shelf: Shelf, asked: Asked, matched: Floats, worth: Floats, words: Words, facts: WordFacts) -> Floats:
    """Slots that nothing answers to, but for a word that begins alike: "normando" and "Normandía"."""
    found = np.zeros(len(words.passages))
    heads = facts.head[words.numbers]
    for row, slot in enumerate(asked.slots):
        if len(slot.plain) < SHORTEST:
            continue
        head = shelf.vocabulary.find("^" + slot.plain[:HEAD])
        if head is None or not (alike := np.unique(words.numbers[heads == head])).size:
            continue
        begins = slot.plain[: max(HEAD, math.ceil(len(slot.plain) * _BEGINNING))]
        near = [number for number in alike.tolist() if shelf.vocabulary.spelled(number).startswith(begins)]
        has = np.logical_or.reduceat(np.isin(words.numbers, near), words.passages)
        lacks = ~np.logical_or.reduceat(matched[row] > 0, words.passages)
        found += worth[row] * (has & lacks)
    return found
