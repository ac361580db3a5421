"""Embeddings add what words do not tell, never wait, and have no say in languages they do not know."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from relevo.knowledge.index import Entry, Index
from relevo.knowledge.meaning import Vectors

SHELF = [
    Entry("a.md", "", "", "The gadget is blue and the gadget is small.", "en"),
    Entry("b.md", "", "", "The gadget lasts for many years, warranty or not.", "en"),
    Entry("c.md", "", "", "El chisme es azul.", "es"),
    Entry("d.md", "", "", "El chisme dura años.", "es"),
]


class Meant:
    """Takes texts on lasting for near each other, whatever their language."""

    name, dims = "meant", 2

    def __init__(self, *languages: str) -> None:
        self.languages = frozenset(languages) if languages else None
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        lasting = ("lasts", "durable", "dura", "duradero")
        rows = [[1.0, 0.0] if any(word in text for word in lasting) else [0.0, 1.0] for text in texts]
        return np.asarray(rows, np.float32)


class Broken(Meant):
    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        raise RuntimeError("no answer")


def learnt(vectors: Vectors, index: Index) -> None:
    thread = vectors.learn(index)
    assert thread
    thread.join()


def order(index: Index, vectors: Vectors, question: str, locale: str) -> list[str]:
    return [hit.entry.article for hit in index.find(question, locale=locale, limit=4, near=vectors.nearness)]


def test_nearness_decides_where_words_leave_it_open() -> None:
    index, vectors = Index(SHELF), Vectors(Meant)
    assert order(index, vectors, "durable gadget", "en")[0] == "a.md"
    learnt(vectors, index)
    assert order(index, vectors, "durable gadget", "en")[0] == "b.md"


def test_an_embedder_has_no_say_in_a_language_it_does_not_know() -> None:
    index, english = Index(SHELF[2:]), Meant("en")
    vectors = Vectors(lambda: english)
    plain = index.find("chisme duradero", locale="es", limit=4)
    learnt(vectors, index)
    english.asked.clear()
    assert index.find("chisme duradero", locale="es", limit=4, near=vectors.nearness) == plain
    assert english.asked == []


def test_search_goes_on_by_words_where_the_embedder_fails() -> None:
    index, vectors = Index(SHELF), Vectors(Broken)
    learnt(vectors, index)
    assert order(index, vectors, "durable gadget", "en") == [
        hit.entry.article for hit in index.find("durable gadget", locale="en", limit=4)
    ]
    assert vectors.learn(index) is None  # not asked again at once


def test_only_new_texts_are_embedded_also_after_a_restart(tmp_path: Path) -> None:
    index, first = Index(SHELF), Meant()
    learnt(Vectors(lambda: first, tmp_path), index)
    assert len(first.asked) == 4
    second = Meant()
    vectors = Vectors(lambda: second, tmp_path)
    newer = index.with_changes(["a.md"], [Entry("e.md", "", "", "Something else.", "en")])
    learnt(vectors, newer)
    assert second.asked == ["Something else."]
    assert order(newer, vectors, "durable gadget", "en")[0] == "b.md"
    assert vectors.learn(newer) is None
