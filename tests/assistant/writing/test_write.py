"""Answers by a model: what it says that stands in the passages is said, and nothing else."""

import pytest

from relevo.assistant.types import Exchange
from tests.assistant.writing.stage import BALEARES, EVIDENCE, FREE, PENINSULA, QUESTION, Stage, asking
from tests.providers.behaviours import answers, fails, form, late, passages, sends
from tests.providers.protocols import REPORTED
from tests.providers.server import Provider

WRONG = "El envío a Canarias cuesta 19,95 €."
COURTESY = "¡Gracias por escribirnos!"


def test_where_no_model_is_connected_nobody_is_asked(stage: Stage, provider: Provider) -> None:
    assert stage.write() is None
    stage.connect(provider, role="off")
    assert stage.write() is None
    assert provider.asked == []


@pytest.mark.parametrize("kind", ["openai_compatible", "openai", "anthropic", "google", "mistral"])
def test_an_answer_that_stands_in_a_passage_is_said(stage: Stage, provider: Provider, kind: str) -> None:
    stage.connect(provider, kind=kind)
    found = stage.write()
    assert found is not None
    assert (found.outcome, found.text, found.used) == ("answer", PENINSULA, (0,))
    assert found.receipt.passed
    assert found.receipt.sentences[0].evidence == 0
    assert stage.shown == [PENINSULA]
    call = stage.calls()[0]
    assert found.calls == (call.id,)
    assert (call.provider, call.model, call.reported, call.outcome, call.purpose) == (
        kind,
        "small-model",
        REPORTED,
        "answered",
        "answer",
    )
    assert (call.tokens_in, call.tokens_out, call.counted_by) == (111, 22, "provider")
    assert float(call.cost) == pytest.approx((111 * 1 + 22 * 2) / 1e6)
    assert call.prompt == "answer"
    assert len(call.prompt_revision) == 12
    assert call.latency_ms is not None
    assert call.first_token_ms is not None


def test_sentences_are_shown_as_they_pass_and_those_that_fail_are_withheld(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    provider.does = answers(form((COURTESY, []), (PENINSULA, [1]), (WRONG, [1]), (BALEARES, [1])))
    found = stage.write()
    assert stage.shown == [COURTESY, PENINSULA, BALEARES]
    assert found is not None
    assert WRONG not in found.text
    assert found.receipt.passed


def test_what_failed_is_asked_for_once_more_with_what_was_wrong(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    provider.then = [answers(form((WRONG, [1]))), answers(form((PENINSULA, [1])))]
    found = stage.write()
    assert found is not None
    assert found.text == PENINSULA
    assert len(found.calls) == 2
    assert [call.purpose for call in stage.calls()] == ["answer", "repair"]
    assert WRONG in provider.asked[1].said[-1][1]
    assert len(provider.asked) == 2


def test_what_cannot_be_repaired_is_no_answer(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    provider.does = answers(form((WRONG, [1])))
    assert stage.write() is None
    assert len(provider.asked) == 2
    assert stage.shown == []


def test_courtesies_alone_are_no_answer(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    provider.does = answers(form((COURTESY, [])))
    assert stage.write() is None
    assert stage.shown == []


def test_numbers_of_passages_that_do_not_exist_are_dropped(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    provider.does = answers(form((PENINSULA, [1, 99, -4, 1])))
    found = stage.write()
    assert found is not None
    assert found.used == (0,)


def test_a_source_that_does_not_support_the_sentence_is_none(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    provider.does = answers(form((FREE, [1])))
    assert stage.write(asking("¿La devolución en tienda es gratis?")) is None
    provider.does = answers(form((FREE, [1, 2])))
    found = stage.write(asking("¿La devolución en tienda es gratis?"))
    assert found is not None
    assert found.used == (1,)


def test_a_question_may_be_asked_back_but_only_a_question(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    provider.does = answers(form(("¿A qué país quieres el envío?", []), outcome="clarify"))
    found = stage.write()
    assert found is not None
    assert (found.outcome, found.text) == ("clarify", "¿A qué país quieres el envío?")
    assert stage.shown == []
    provider.does = answers(form((WRONG, []), outcome="clarify"))
    assert stage.write() is None


def test_a_model_may_say_that_the_passages_have_no_answer(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    provider.does = answers(form(outcome="cannot_answer"))
    found = stage.write()
    assert found is not None
    assert (found.outcome, found.text, found.used) == ("none", "", ())
    assert len(found.calls) == 1


def test_out_of_form_is_tried_once_more_and_then_left_to_the_fallback(stage: Stage, provider: Provider) -> None:
    first = stage.connect(provider)
    second = stage.connect(provider, role="fallback")
    provider.then = [answers("El envío cuesta 4,90 €."), answers(f"Claro:\n{form((PENINSULA, [1]))}")]
    found = stage.write()
    assert found is not None
    assert found.text == PENINSULA
    calls = stage.calls()
    assert [(c.language_model_id, c.purpose, c.error) for c in calls] == [
        (first, "answer", "out_of_form"),
        (first, "repair", "out_of_form"),
        (second, "answer", None),
    ]


def test_a_frame_of_markdown_around_the_form_is_taken_off(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    provider.does = answers(f"```json\n{form((PENINSULA, [1]))}\n```")
    found = stage.write()
    assert found is not None
    assert found.text == PENINSULA


def test_where_the_first_fails_the_fallback_answers_within_the_time_of_both(stage: Stage, provider: Provider) -> None:
    stage.connect(provider, first_token_seconds=0.4, total_seconds=8)
    stage.connect(provider, role="fallback", first_token_seconds=5, total_seconds=8)
    provider.then = [late(4)]
    found = stage.write()
    assert found is not None
    assert found.text == PENINSULA
    assert [call.error for call in stage.calls()] == ["timed_out", None]


def test_where_all_fail_the_local_answer_is_left(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    stage.connect(provider, role="fallback")
    provider.does = fails(503)
    assert stage.write() is None
    assert [call.error for call in stage.calls()] == ["overloaded", "overloaded"]
    assert [call.tokens_in for call in stage.calls()] == [0, 0]


def test_a_model_that_declines_is_not_argued_with(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    stage.connect(provider, role="fallback")
    provider.does = sends(b'data: {"choices":[{"delta":{"refusal":"no"},"finish_reason":null}]}\n\n')
    assert stage.write() is None
    assert len(provider.asked) == 1


def test_what_was_said_before_goes_along_in_turns_and_passages_as_data(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    history = (
        Exchange("hola", "answer", (), "¡Hola! ¿En qué te puedo ayudar?"),
        Exchange("una duda", "clarify", (), ""),
    )
    stage.write(asking(history=history))
    asked = provider.asked[0]
    assert [role for role, _ in asked.said] == ["user", "assistant", "user", "assistant", "user"]
    assert passages(asked) == {1: EVIDENCE[0].text, 2: EVIDENCE[1].text}
    assert f"| {QUESTION}" in asked.said[-1][1]
    assert "Casa Lumbre" in asked.system
    assert "«tú»" in asked.system
