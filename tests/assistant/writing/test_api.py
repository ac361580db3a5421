"""Connecting models through the API: keys go in and never come out, addresses are guarded, what changed is noticed."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from relevo.assistant.writing.prompts import all_prompts
from relevo.assistant.writing.tables import LanguageModelRow
from relevo.platform.sealing import seal, unseal
from tests.assistant.writing.stage import KEY, Stage
from tests.providers import protocols
from tests.providers.behaviours import answers, fails, form
from tests.providers.server import Provider

OPENAI: dict[str, Any] = {"provider": "openai", "name": "Grande", "model": "gpt-large", "key": KEY, "role": "first"}


def put(stage: Stage, *models: dict[str, Any], **more: Any) -> httpx.Response:
    return stage.workspace.program().put("/api/v1/language-models", json={"models": models, **more})


def shown(stage: Stage) -> dict[str, Any]:
    return stage.workspace.program().get("/api/v1/language-models").raise_for_status().json()


def test_a_model_is_connected_and_its_key_is_never_shown(stage: Stage) -> None:
    answer = put(stage, OPENAI)
    assert answer.status_code == 200, answer.text
    model = answer.json()["models"][0]
    assert (model["has_key"], model["key_works"], model["state"], model["role"]) == (True, True, "ready", "first")
    assert (model["max_tokens"], model["total_seconds"]) == (800, 20.0)
    assert KEY not in answer.text + str(shown(stage))
    row = stage.models()[0]
    assert row.sealed_key is not None
    assert KEY.encode() not in row.sealed_key


def test_what_is_left_out_goes_and_what_stays_keeps_its_key(stage: Stage) -> None:
    first = put(stage, OPENAI, {**OPENAI, "name": "Otro", "role": "fallback"}).json()["models"]
    kept = {name: value for name, value in OPENAI.items() if name != "key"}
    second = put(stage, {**kept, "id": first[0]["id"], "name": "Nuevo nombre"}).json()["models"]
    assert [(one["id"], one["name"], one["has_key"]) for one in second] == [(first[0]["id"], "Nuevo nombre", True)]
    assert put(stage, {**kept, "id": first[0]["id"], "key": ""}).json()["models"][0]["has_key"] is False


def test_two_models_may_change_places(stage: Stage) -> None:
    first = put(stage, OPENAI, {**OPENAI, "role": "fallback"}).json()["models"]
    kept = {name: value for name, value in OPENAI.items() if name not in ("key", "role")}
    swapped = [{**kept, "id": first[0]["id"], "role": "fallback"}, {**kept, "id": first[1]["id"], "role": "first"}]
    assert {one["id"]: one["role"] for one in put(stage, *swapped).json()["models"]} == {
        first[0]["id"]: "fallback",
        first[1]["id"]: "first",
    }


def test_a_key_goes_only_to_the_provider_it_was_entered_for(stage: Stage) -> None:
    model = put(stage, OPENAI).json()["models"][0]
    moved = {"id": model["id"], "provider": "anthropic", "name": "x", "model": "claude", "role": "first"}
    assert put(stage, moved).json()["models"][0]["has_key"] is False


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"base_url": "http://127.0.0.1:11434/v1"}, "base_url"), ({"provider": "openai_compatible"}, "base_url"),
        ({"provider": "openai_compatible", "base_url": "http://169.254.169.254/v1"}, "base_url"),
        ({"provider": "openai_compatible", "base_url": "http://127.0.0.1:11434/v1"}, "base_url"),
        ({"provider": "openai_compatible", "base_url": "file:///etc/passwd"}, "base_url"),
        ({"provider": "openai_compatible", "base_url": "https://models.example.com/v1?x=1"}, "base_url"),
        ({"provider": "other"}, "models.0.provider"), ({"model": "a b"}, "models.0.model"), ({"model": "../x"}, "models.0.model"),
        ({"key": "a\nb"}, "models.0.key"), ({"price_in": -1}, "models.0.price_in"), ({"role": "second"}, "models.0.role"),
        ({"sealed_key": "x"}, "models.0.sealed_key"), ({"role": "fallback"}, "models"), ({"total_seconds": 1000}, "models.0.total_seconds"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_named(stage: Stage, change: dict[str, Any], field: str) -> None:
    answer = put(stage, {**OPENAI, **change})
    assert answer.status_code == 422, answer.text
    assert [one["field"] for one in answer.json()["errors"]] == [field]
    assert KEY not in answer.text
    assert shown(stage)["models"] == []


def test_a_model_that_does_not_exist_cannot_be_changed(stage: Stage) -> None:
    answer = put(stage, {**OPENAI, "id": str(stage.workspace.id)})
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_model")


def test_a_budget_is_set_and_shown_with_what_was_spent(stage: Stage, provider: Provider) -> None:
    assert shown(stage)["budget"]["tokens_per_day"] == 5_000_000
    budget = {"currency": "MXN", "per_day": 10.5, "per_conversation": 1, "tokens_per_conversation": None}
    put(stage, budget=budget).raise_for_status()
    stage.connect(provider)
    stage.write()
    found = shown(stage)["budget"]
    assert (found["currency"], found["per_day"], found["per_conversation"], found["tokens_per_conversation"]) == (
        "MXN",
        10.5,
        1.0,
        None,
    )
    assert found["spent"]["day"] == found["spent"]["month"] == {"tokens": 133, "cost": pytest.approx(0.000155)}
    assert stage.calls()[0].currency == "MXN"


def test_trying_a_model_tells_whether_it_works_and_why_not(stage: Stage, provider: Provider) -> None:
    model_id = stage.connect(provider, role="off")
    path = f"/api/v1/language-models/{model_id}/test"
    provider.then = [answers(form(("OK", []))), fails(401), answers("hi"), *[fails(500)] * 6]
    program = stage.workspace.program()
    tried = program.post(path, json={}).raise_for_status().json()
    assert (tried["works"], tried["reported"], tried["error"]) == (True, protocols.REPORTED, None)
    for error in ("not_allowed", "out_of_form", *["overloaded"] * 6):
        tried = program.post(path, json={}).json()
        assert (tried["works"], tried["error"]) == (False, error), "also one that rests is tried when asked for"
        assert tried["detail"]
        assert KEY not in str(tried)
    provider.does = answers(form(("OK", [])))
    assert program.post(path, json={}).json()["works"] is True
    assert {call.purpose for call in stage.calls()} == {"test"}


def test_calls_are_listed_newest_first_with_a_cursor(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    for _ in range(3):
        stage.write()
    program = stage.workspace.program()
    page = program.get("/api/v1/language-models/calls", params={"limit": 2}).raise_for_status().json()
    rest = program.get("/api/v1/language-models/calls", params={"cursor": page["next"]}).raise_for_status().json()
    ids = [call["id"] for call in (*page["calls"], *rest["calls"])]
    assert ids == [str(call.id) for call in reversed(stage.calls())]
    assert rest["next"] is None
    assert page["calls"][0]["outcome"] == "answered"
    assert program.get("/api/v1/language-models/calls", params={"cursor": "x"}).status_code == 422


def test_a_model_that_is_changed_without_a_word_is_noticed(
    stage: Stage, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.connect(provider)
    stage.write()
    assert shown(stage)["models"][0]["reported"] == protocols.REPORTED
    assert shown(stage)["models"][0]["reported_before"] is None
    monkeypatch.setattr(protocols, "REPORTED", "smaller-model")
    stage.write()
    model = shown(stage)["models"][0]
    assert (model["reported"], model["reported_before"]) == ("smaller-model", "small-model-2026-01")
    assert [call.reported for call in stage.calls()] == ["small-model-2026-01", "smaller-model"]


def test_prompts_are_shown_with_a_revision_that_changes_with_a_word(stage: Stage) -> None:
    found = stage.workspace.program().get("/api/v1/prompts").raise_for_status().json()["prompts"]
    assert {one["name"] for one in found} == {"answer", "repair", "test"}
    assert all(one["text"] and len(one["revision"]) == 12 for one in found)
    answer = next(one for one in all_prompts() if one.name == "answer")
    assert replace(answer, text=f"{answer.text}.").revision != answer.revision


def test_what_stands_in_a_value_of_a_prompt_is_not_filled_again() -> None:
    answer = next(one for one in all_prompts() if one.name == "answer")
    filled = answer.filled(company="{canary}", assistant="{", language="x", form="}", mark="M", canary="SECRET")
    assert filled.count("SECRET") == 1


def test_a_key_sealed_for_one_row_opens_no_other_and_not_under_another_key(stage: Stage, provider: Provider) -> None:
    sealed = seal(b"master", "secret", purpose="p", belongs_to=b"row")
    assert unseal(b"master", sealed, purpose="p", belongs_to=b"row") == "secret"
    assert unseal(b"other", sealed, purpose="p", belongs_to=b"row") is None
    assert unseal(b"master", sealed, purpose="q", belongs_to=b"row") is None
    assert unseal(b"master", sealed, purpose="p", belongs_to=b"other") is None
    assert unseal(b"master", sealed[:-1] + b"x", purpose="p", belongs_to=b"row") is None
    assert unseal(b"master", b"", purpose="p", belongs_to=b"row") is None


def test_a_key_that_cannot_be_read_any_more_is_told_and_nobody_is_asked(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)

    async def spoil() -> None:
        async with stage.platform.db.transaction(stage.workspace.id) as session:
            row = await session.scalar(select(LanguageModelRow))
            row.sealed_key = seal(b"another installation", KEY, purpose="language-model-key", belongs_to=row.id.bytes)

    stage.workspace.server.run(spoil())
    assert shown(stage)["models"][0]["key_works"] is False
    assert stage.write() is None
    assert provider.asked == []


def test_amounts_are_kept_exactly(stage: Stage) -> None:
    put(stage, {**OPENAI, "price_in": 0.15, "price_out": "12.345678"}).raise_for_status()
    assert (stage.models()[0].price_in, stage.models()[0].price_out) == (Decimal("0.15"), Decimal("12.345678"))
