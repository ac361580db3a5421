"""A workspace's own model finds what is meant in words that it has not seen, and the same in every process."""

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relevo.understanding.own.learn import Learnt
from relevo.understanding.own.model import OwnModel
from relevo.understanding.own.types import Found, UnreadableModel

from .examples import EXAMPLES, UNSEEN


def best(found: Found) -> str:
    return found.ranking[0].name


@pytest.mark.parametrize(("text", "intent"), UNSEEN.items())
def test_what_is_meant_is_found_in_other_words(learnt: Learnt, text: str, intent: str) -> None:
    assert best(learnt.model.guesses(text)) == intent


def test_a_word_that_stands_in_no_example_is_understood_by_what_it_means(learnt: Learnt) -> None:
    assert best(learnt.model.guesses("reimbursement")) == "refund"
    assert best(learnt.model.guesses("mi visa fue hurtada por un ladrón, mi plástico")) == "card_lost"


@pytest.mark.parametrize("text", UNSEEN)
def test_capitals_accents_and_blanks_change_nothing(learnt: Learnt, text: str) -> None:
    plain = text.translate(str.maketrans("áéíóú", "aeiou"))
    shouted = "  " + plain.upper().replace(" ", "   ") + "\n"
    found, same = learnt.model.guesses(text), learnt.model.guesses(shouted)
    assert [guess.name for guess in found.ranking] == [guess.name for guess in same.ranking]
    assert found.ranking[0].confidence == pytest.approx(same.ranking[0].confidence, abs=1e-5)


@pytest.mark.parametrize(
    ("right", "slipped"),
    [
        ("perdí la tarjeta", "perdí la tarejta"),
        ("quiero el reembolso", "quiero el rembolso"),
        ("actualizar mi domicilio", "actualizar mi domicikio"),
        ("the refund please", "the refudn please"),
    ],
)
def test_one_slip_of_the_fingers_changes_nothing(learnt: Learnt, right: str, slipped: str) -> None:
    assert best(learnt.model.guesses(slipped)) == best(learnt.model.guesses(right))


def test_what_is_none_of_the_intents_is_refused(learnt: Learnt) -> None:
    for text in ("asdf qwerty zxcv", "🙂🙂🙂", "", "the capital of mongolia"):
        found = learnt.model.guesses(text)
        assert found.is_none, text
        assert found.intents == ()


def test_two_wishes_in_one_message_are_both_named(learnt: Learnt) -> None:
    found = learnt.model.guesses("Me robaron la tarjeta de crédito. ¿A qué hora abren el sábado?")
    assert {guess.name for guess in found.intents} == {"card_lost", "opening_hours"}


def test_a_message_between_two_intents_names_both_as_candidates(learnt: Learnt) -> None:
    model = learnt.model
    torn = replace(
        model,
        mixtures={"plain": replace(model.mixtures["plain"], weights={"letters": 1e-6, "meanings": 1e-6}, threshold=-1)},
    )
    assert len(torn.guesses("me robaron la tarjeta").candidates) >= 2
    assert learnt.model.guesses("me robaron la tarjeta").candidates == ()


def test_confidences_are_probabilities(learnt: Learnt) -> None:
    ranking = learnt.model.guesses("me robaron la tarjeta").ranking
    assert sum(guess.confidence for guess in ranking) <= 1 + 1e-5
    assert [guess.confidence for guess in ranking] == sorted((guess.confidence for guess in ranking), reverse=True)


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=300))
def test_any_string_has_the_same_answer_twice(learnt: Learnt, text: str) -> None:
    assert learnt.model.guesses(text) == learnt.model.guesses(text)


@pytest.mark.parametrize("text", ["a" * 100_000, "no " * 50_000, "\x00\x01", "\ud800", "ﷺ" * 500, "́" * 500])
def test_hostile_text_has_an_answer_soon(learnt: Learnt, text: str) -> None:
    started = time.perf_counter()
    learnt.model.guesses(text)
    assert time.perf_counter() - started < 2


@settings(max_examples=30, deadline=None)
@given(text=st.sampled_from([*UNSEEN, *(example.text for example in EXAMPLES)]))
def test_a_stored_model_answers_like_the_one_that_was_learnt(learnt: Learnt, text: str) -> None:
    again = OwnModel.from_bytes(learnt.model.to_bytes())
    assert again.guesses(text) == learnt.model.guesses(text)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x80\x04\x95", b"{}"])
def test_foreign_bytes_are_refused_as_a_model(content: bytes) -> None:
    with pytest.raises(UnreadableModel):
        OwnModel.from_bytes(content)


class Evil:
    """Makes a file where it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.mark,)


def test_a_pickle_in_a_model_is_not_run(tmp_path: Path) -> None:
    mark, path = tmp_path / "was run", tmp_path / "evil.npz"
    np.savez(path, about=np.array([Evil(mark)], dtype=object))  # pyright: ignore[reportArgumentType]
    with pytest.raises(UnreadableModel):
        OwnModel.from_bytes(path.read_bytes())
    assert not mark.exists()


def test_a_message_is_read_in_two_milliseconds(learnt: Learnt) -> None:
    seconds: list[float] = []
    for text in [*UNSEEN] * 20:
        started = time.perf_counter()
        learnt.model.guesses(text)
        seconds.append(time.perf_counter() - started)
    assert float(np.median(seconds)) < 0.002
