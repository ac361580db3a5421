"""The course of a conversation: how its mood moves, what is still urgent, what it is about."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from relevo.understanding.course import ConversationCourse, Reply, Step, course_of

START = datetime(2026, 11, 21, 9, tzinfo=UTC)
AGENT, ANSWER, ASKED_BACK = Reply(True, True), Reply(False, True), Reply(False, False)


def at(minute: int) -> datetime:
    return START + timedelta(minutes=minute)


def step(minute: int, emotion: str = "neutral", urgency: str = "normal", *intents: str, **more: Any) -> Step:
    return Step(at(minute), intents, emotion, urgency, **more)


def course(*said: Step | Reply) -> ConversationCourse:
    found = course_of(said)
    assert found
    return found


def test_where_no_customer_has_been_read_there_is_nothing() -> None:
    assert course_of([]) is None
    assert course_of([AGENT]) is None


def test_a_mood_that_gets_worse_is_rising_from_when_it_did() -> None:
    found = course(step(0), ANSWER, step(5, "frustrated"), ASKED_BACK, step(9, "frustrated"))
    assert (found.emotion, found.course, found.since) == ("frustrated", "rising", at(5))


def test_a_mood_that_calms_down_is_falling() -> None:
    found = course(step(0, "angry"), AGENT, step(3, "neutral"))
    assert (found.emotion, found.course, found.since) == ("neutral", "falling", at(3))


def test_a_mood_that_was_always_so_or_has_been_for_long_is_steady() -> None:
    assert course(step(0, "confused"), ANSWER, step(1, "confused")).course == "steady"
    long = course(step(0), ANSWER, *[one for n in (1, 2, 3) for one in (step(n, "angry"), ANSWER)])
    assert (long.course, long.since) == ("steady", at(1))


@pytest.mark.parametrize(
    ("worse", "better"),
    [("neutral", "satisfied"), ("confused", "neutral"), ("frustrated", "confused"), ("angry", "frustrated"), ("distressed", "frustrated")],
)  # fmt: skip
def test_the_order_of_moods(worse: str, better: str) -> None:
    assert course(step(0, better), AGENT, step(1, worse)).course == "rising"
    assert course(step(0, worse), AGENT, step(1, better)).course == "falling"


def test_confusion_is_not_frustration() -> None:
    assert course(step(0, "frustrated"), AGENT, step(1, "confused")).course == "falling"


def test_messages_in_one_breath_are_one_utterance() -> None:
    found = course(step(0), ANSWER, step(5, "angry"), step(6, "neutral"))
    assert (found.emotion, found.since) == ("angry", at(5)), "the order number after it does not take the anger back"
    assert course(step(0, "angry"), step(1, "satisfied")).emotion == "satisfied"


def test_urgency_is_the_highest_of_what_is_unanswered_with_its_words() -> None:
    found = course(step(0, "neutral", "high", because=("mañana", "boda")), step(1, "neutral", "low"))
    assert (found.urgency, found.urgency_reason) == ("high", "mañana · boda")


def test_an_answer_lowers_urgency_and_asking_back_does_not() -> None:
    assert course(step(0, "neutral", "high"), ASKED_BACK).urgency == "high"
    assert course(step(0, "neutral", "high"), ANSWER).urgency == "normal"
    assert course(step(0, "neutral", "high"), ANSWER, step(1, "neutral", "low")).urgency == "low"


def test_what_is_critical_waits_for_a_person() -> None:
    assert course(step(0, "neutral", "critical"), ANSWER, step(1, "neutral", "low")).urgency == "critical"
    assert course(step(0, "neutral", "critical"), AGENT).urgency == "normal"


def test_solved_thanks_lowers_urgency_whoever_solved_it() -> None:
    solved = step(2, "satisfied", "low", "small_talk")
    assert course(step(0, "distressed", "critical"), solved).urgency == "low"
    assert course(step(0, "distressed", "critical"), AGENT, solved).urgency == "low"
    again = course(step(0, "distressed", "critical"), solved, step(5, "neutral", "high", because=("otra vez",)))
    assert (again.urgency, again.urgency_reason) == ("high", "otra vez")


def test_a_thank_you_that_asks_for_more_solves_nothing() -> None:
    found = course(step(0, "neutral", "high"), step(1, "satisfied", "normal", "refund_status"))
    assert found.urgency == "high"


def test_intents_are_the_newest_first_without_repeats() -> None:
    found = course(
        step(0, "neutral", "low", "order_status"),
        step(1, "neutral", "low", "refund_status", "order_status"),
        step(2, "neutral", "low", "small_talk"),
    )
    assert found.intents == ("small_talk", "refund_status", "order_status")
    assert found.intent == "refund_status", "thanks do not change what it is about"


def test_a_person_is_wanted_until_one_has_spoken() -> None:
    asked = step(0, wants_human=True)
    assert course(asked, ANSWER, step(1)).wants_human
    assert not course(asked, AGENT, step(1)).wants_human
    assert course(asked, AGENT, step(1, wants_human=True)).wants_human


def test_the_language_is_the_last_one_that_is_sure() -> None:
    found = course(step(0, language="en"), step(1, language="es", language_is_sure=False))
    assert found.language == "en"
    assert course(step(0, language="ca", language_is_sure=False)).language == "ca"
