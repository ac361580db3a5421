"""The form of an answer: read whole and read while it comes, it says the same."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relevo.assistant.writing.form import MOST_SENTENCES, Incoming, Sentence, read_draft
from tests.providers.behaviours import form

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=60)
SENTENCES = st.lists(st.tuples(TEXTS, st.lists(st.integers(-5, 99), max_size=4)), min_size=1, max_size=MOST_SENTENCES)


def in_pieces(text: str, sizes: list[int]) -> list[Sentence]:
    incoming, found, at = Incoming(), [Sentence("", ())][:0], 0
    for size in [*sizes, len(text)]:
        found += incoming.feed(text[at : at + size])
        at += size
    return found


@given(SENTENCES, st.lists(st.integers(1, 40), max_size=60), st.sampled_from([None, 2]))
def test_read_in_any_pieces_it_is_the_same(
    sentences: list[tuple[str, list[int]]], sizes: list[int], indent: int | None
) -> None:
    text = json.dumps(json.loads(form(*sentences)), ensure_ascii=indent is None, indent=indent)
    draft = read_draft(text)
    assert draft is not None
    assert in_pieces(text, sizes) == list(draft.sentences)


@given(st.text(max_size=300), st.lists(st.integers(1, 9), max_size=40))
def test_nothing_breaks_it(text: str, sizes: list[int]) -> None:
    for start in ("", '{"outcome": "answer", "sentences": [', '{"outcome": "answer", "sentences": [{"text": "'):
        in_pieces(start + text, sizes)
        read_draft(start + text)


def test_no_sentence_is_given_early_before_the_outcome_is_known() -> None:
    turned = json.dumps({"sentences": [{"text": "Gratis.", "passages": [1]}], "outcome": "answer"})
    assert in_pieces(turned, [5] * 30) == []
    assert read_draft(turned) is not None
    assert in_pieces(form(("¿Qué?", []), outcome="clarify"), [7] * 20) == []


@pytest.mark.parametrize(
    "text",
    [
        "", "null", "[]", "{}", '{"outcome": "answer"}', form(("x", []), outcome="refund"), form(outcome="clarify"),
        '{"outcome": "answer", "sentences": [{"text": "x"}]}', '{"outcome": "answer", "sentences": [{"text": "x", "passages": [1.5]}]}',
        '{"outcome": "answer", "sentences": [{"text": "x", "passages": [true]}]}', form(("x", [])) + "!", "ok " + form(("x", [])),
        '{"outcome": "answer", "outcome": "refund", "sentences": []}', form(*[("x", [1])] * (MOST_SENTENCES + 1)), form(("x" * 601, [])),
    ],
)  # fmt: skip
def test_what_is_not_exactly_of_the_form_is_none(text: str) -> None:
    assert read_draft(text) is None
