"""Learning: what it needs, what it reports, in a process of its own."""

import subprocess
import sys

import numpy as np
import pytest
from numpy.typing import NDArray

from relevo.understanding.own.child import TrainingFailed, learn_in_child
from relevo.understanding.own.learn import Learnt, learn
from relevo.understanding.own.model import OwnModel
from relevo.understanding.own.types import Example, Quality, TooFewExamples

from .examples import EXAMPLES, UNSEEN


class ByLetters:
    """A stand-in for sentence embeddings: how often each letter stands in the text."""

    name, dims = "letters", 26

    def embed(self, texts: "list[str]") -> NDArray[np.float32]:
        counts = np.array([[text.lower().count(chr(97 + i)) for i in range(26)] for text in texts], np.float32)
        return counts / np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1)


def make_by_letters() -> ByLetters:
    return ByLetters()


@pytest.mark.parametrize(
    "examples",
    [[], [Example("hello", "a")], [Example("hello", "a"), Example("hi", "a")], [Example("hello", "a"), Example("bye", "b")],
     [Example("hello", "a"), Example("hi", "a"), Example(" ", "b"), Example("", "b")]],
)  # fmt: skip
def test_too_few_examples_are_refused(examples: list[Example]) -> None:
    with pytest.raises(TooFewExamples, match="two"):
        learn(examples)


def test_two_intents_of_two_examples_are_enough() -> None:
    learnt = learn(
        [
            Example("good morning", "hello"),
            Example("hello there", "hello"),
            Example("goodbye", "bye"),
            Example("see you", "bye"),
        ]
    )
    assert learnt.model.guesses("good morning all").ranking[0].name == "hello"
    assert learnt.model.guesses("goodbye all").ranking[0].name == "bye"
    assert set(learnt.quality.too_few) == {"hello", "bye"}


def test_examples_without_words_do_no_harm() -> None:
    learnt = learn([*EXAMPLES, Example("???", "refund"), Example("🙂", "card_lost")])
    assert learnt.model.guesses("quiero el reembolso").ranking[0].name == "refund"


def test_each_intent_is_measured_on_examples_kept_back(learnt: Learnt) -> None:
    quality = learnt.quality
    assert {one.name for one in quality.intents} == {example.intent for example in EXAMPLES}
    assert all(one.examples == 6 for one in quality.intents)
    assert quality.accuracy_low < quality.accuracy <= quality.accuracy_high
    assert quality.accuracy > 0.8
    assert quality.too_few == ()


def test_learning_the_same_twice_gives_the_same_model(learnt: Learnt) -> None:
    again = learn(EXAMPLES).model
    assert [again.guesses(text) for text in UNSEEN] == [learnt.model.guesses(text) for text in UNSEEN]


def test_an_example_under_the_wrong_intent_is_pointed_out() -> None:
    wrong = Example("my debit card was stolen, block my card", "opening_hours", "the-wrong-one")
    suspects = learn([*EXAMPLES, *_more(), wrong]).quality.suspects
    assert ("the-wrong-one", "card_lost") in {(one.example_id, one.looks_like) for one in suspects}


def test_the_same_words_under_two_intents_are_pointed_out() -> None:
    twin = Example("¡Me robaron la TARJETA!", "refund", "twin")
    suspect = learn([*EXAMPLES, twin]).quality.suspects[0]
    assert {suspect.example_id, suspect.same_as} == {"twin", "card_lost-0"}


def test_intents_that_are_taken_for_each_other_are_named_with_the_words_they_share() -> None:
    first = [
        "cambiar la fecha de mi cita médica",
        "mover mi cita médica",
        "otra hora para la cita médica",
        "cita médica otro día",
    ]
    again = [f"{text} por favor" for text in first]
    examples = [*EXAMPLES, *(Example(text, "move") for text in first), *(Example(text, "shift") for text in again)]
    confusions = learn(examples).quality.confusions
    assert (confusions[0].a, confusions[0].b) == ("move", "shift")
    assert {"cita", "medica"} & set(confusions[0].because)


def test_a_report_survives_being_stored(learnt: Learnt) -> None:
    assert Quality.from_json(learnt.quality.as_json()) == learnt.quality


async def test_a_child_learns_the_same(learnt: Learnt) -> None:
    told: list[float] = []
    child = await learn_in_child(EXAMPLES, progress=lambda share, _doing: told.append(share))
    model = OwnModel.from_bytes(child.model)
    assert [model.guesses(text) for text in UNSEEN] == [learnt.model.guesses(text) for text in UNSEEN]
    assert child.quality.accuracy == learnt.quality.accuracy
    assert told == sorted(told)
    assert told[-1] == 1


async def test_a_child_says_what_is_missing() -> None:
    with pytest.raises(TooFewExamples):
        await learn_in_child([Example("hello", "a")])


async def test_a_child_that_takes_too_long_is_ended() -> None:
    with pytest.raises(TrainingFailed, match="longer"):
        await learn_in_child(EXAMPLES, timeout_seconds=0.05)


async def test_embeddings_are_used_where_they_are_at_hand_and_not_needed_where_they_are_not() -> None:
    child = await learn_in_child(EXAMPLES, embedder=f"{__name__}:make_by_letters")
    assert child.quality.embeddings
    with_them = OwnModel.from_bytes(child.model, embedder=ByLetters())  # pyright: ignore[reportArgumentType]
    without = OwnModel.from_bytes(child.model)
    assert with_them.uses_embeddings
    assert not without.uses_embeddings
    assert with_them.guesses("me robaron la tarjeta").ranking != without.guesses("me robaron la tarjeta").ranking
    assert without.guesses("me robaron la tarjeta").ranking[0].name == "card_lost"


def test_reading_needs_no_library_of_training() -> None:
    script = (
        "import sys; from relevo.understanding.own.model import OwnModel; import relevo.understanding.own.child; "
        "print([m for m in ('sklearn', 'scipy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def _more() -> list[Example]:
    """Enough of each for an outlier to stand out."""
    return [
        Example(f"{prefix} {example.text}", example.intent)
        for example in EXAMPLES
        for prefix in ("please", "hello,", "hola,")
    ]
