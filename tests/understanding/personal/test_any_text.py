"""Whatever the text: no exception, sound spans, a round trip, and a time that grows with its length only."""

# ruff: noqa: E501 - rows of examples

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relevo.understanding.personal import find_personal_data, hide, mask, restore

PIECES = st.sampled_from(
    ["612345678", "+34", " ", " ", ".", "-", "@", "ana", "Ana", "García", "soy ", "tel ", "DNI ", "12345678Z", "example.com", "calle Mayor 5", "\n",
     "[PHONE_1]", "[NAME_", "]", "4539 1488 0343 6467", "ES91", "2100 0418", "seis uno dos", " arroba ", " punto ", "10.0.0.1", "::1", "ﬁ", "İ", "é",
     "😀", "\u202e", "\u0000", "ß", "²", "٣", "Un saludo,\n", "28013 Madrid", "12 Main Street", "(", ")", "/", ",", ":"],
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join))


@given(TEXTS, st.lists(st.text(max_size=20), max_size=2))
@settings(max_examples=400, deadline=None)
def test_spans_lie_within_the_text_in_order_and_apart(text: str, known: list[str]) -> None:
    spans = find_personal_data(text, known_names=known)
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert spans == find_personal_data(text, known_names=known)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_hidden_text_comes_back_exactly(text: str) -> None:
    hidden = hide(text, find_personal_data(text))
    assert restore(hidden.text, hidden.mapping) == text


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_masked_text_has_everything_but_what_was_found(text: str) -> None:
    spans = find_personal_data(text)
    masked = mask(text, spans)
    kept = [
        text[a:b] for a, b in zip([0, *(s.end for s in spans)], [*(s.start for s in spans), len(text)], strict=True)
    ]
    position = 0
    for piece in kept:
        position = masked.index(piece, position) + len(piece)


@given(st.text(alphabet="abc xyz,\n", max_size=40), st.text(alphabet="abc xyz,\n", max_size=40))
@settings(max_examples=100, deadline=None)
def test_no_found_address_is_left_anywhere(before: str, after: str) -> None:
    text = f"{before} ana@example.com {after} ana@example.com"
    assert "ana@example.com" not in mask(text, find_personal_data(text))


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "@", "a@", " ", "612345678 ", "tel 612345678, ", "calle mayor 5, ", "12 Main ", "ES91", "a:", "a-", "seis uno ", "a punto ", "arroba ",
     "soy ", "Ana Garcia ", "saludos\nAna\n", "1.1.1.1 ", "[PHONE_1]", "c/ a b c d e ", "tarjeta 1234567890123456 ", "İ"],
)  # fmt: skip
def test_a_hundred_thousand_hostile_characters_take_about_as_long_per_character_as_ten_thousand(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (10_000, 100_000))
    find_personal_data(short)
    quick, slow = seconds(short), seconds(long)
    assert slow < max(2.0, 60 * quick), f"{slow:.2f} s after {quick:.3f} s"


def seconds(text: str) -> float:
    began = time.process_time()
    hide(text, find_personal_data(text))
    return time.process_time() - began
