"""Good sentences pass: those of the articles as they stand, and faithful ones in other words."""

import pytest

from relevo.assistant.grounding.check import check
from relevo.assistant.grounding.sentences import lines_of
from relevo.understanding.language import language_of
from tests.assistant.grounding.library import articles, evidence, written

GOOD = [(name, text) for name, good, text in written() if good]
BAD = [(name, text) for name, good, text in written() if not good]


@pytest.mark.parametrize("article", articles())
def test_every_sentence_of_an_article_passes_against_its_own_passage(article: str) -> None:
    for passage in evidence(article):
        for line, _ in lines_of(passage.text):
            receipt = check(line, [passage], locale=passage.locale)
            assert receipt.passed, (line, receipt.sentences)


def test_at_most_one_faithful_paraphrase_in_twenty_is_refused() -> None:
    refused = [text for name, text in GOOD if not _passes(name, text)]
    assert len(GOOD) >= 60
    assert len(refused) <= len(GOOD) * 0.05, refused


def test_at_most_one_false_sentence_in_ten_passes() -> None:
    passed = [text for name, text in BAD if _passes(name, text)]
    assert len(BAD) >= 60
    assert len(passed) <= len(BAD) * 0.1, passed


def _passes(article: str, text: str) -> bool:
    return check(text, evidence(article), locale=language_of(text, inherited="es").code).passed
