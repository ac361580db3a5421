"""Turns in which a language model writes: shown while they are written, kept with their receipt, never without a source."""

from pathlib import Path

import pytest

from tests.assistant.shop import fill
from tests.assistant.writing.conftest import provider, running_provider
from tests.assistant.writing.stage import Stage
from tests.people import Workspace
from tests.providers.behaviours import answers, fails, form
from tests.providers.server import Provider

__all__ = ["provider", "running_provider"]

ARTICLES = {
    "envios.md": "# Envíos\n\n## Baleares\n\nEl envío a Baleares cuesta 9,90 €. El envío a Baleares tarda de 5 a 7 días laborables.\n"
}
PRICE, TIME = "El envío a Baleares cuesta 9,90 €.", "Tarda de 5 a 7 días laborables."
INVENTED = "Y te regalamos un vale de 20 €."
QUESTION = "¿Cuánto cuesta el envío a Baleares y cuánto tarda?"


@pytest.fixture
def stage(workspace: Workspace, provider: Provider, tmp_path: Path) -> Stage:
    fill(workspace, tmp_path, ARTICLES)
    made = Stage(workspace)
    made.open(provider)
    made.connect(provider)
    return made


def test_the_customer_sees_it_grow_and_it_ends_with_its_sources(stage: Stage, provider: Provider) -> None:
    provider.does = answers(form((PRICE, [1]), (TIME, [1])))
    customer = stage.workspace.customer()
    customer.say(QUESTION)
    first = customer.await_message("assistant")
    last = customer.await_event(lambda e: e["type"] == "message.updated" and bool(e["data"]["sources"]))["data"]
    assert last["id"] == first["id"]
    assert last["text"].endswith(f"{PRICE} {TIME}")
    assert "asistente de IA" in last["text"]
    assert (last["outcome"], last["sources"][0]["article"]) == ("answer", "envios.md")
    why = stage.workspace.program().get(f"/api/v1/messages/{first['id']}/why").json()
    assert [call["model"] for call in why["calls"]] == ["small-model"]
    assert [one["verdict"] for one in why["receipt"]["sentences"]] == ["supported", "supported"]
    assert (
        customer.client.get(f"/api/v1/chat/messages/{first['id']}/sources").json()["sentences"][0]["article"]
        == "envios.md"
    )
    assert len(stage.calls()) == 1


def test_what_it_invents_never_reaches_the_customer(stage: Stage, provider: Provider) -> None:
    provider.does = answers(form((PRICE, [1]), (INVENTED, [1])))
    customer = stage.workspace.customer()
    customer.say(QUESTION)
    customer.await_event(lambda e: e["type"] == "message.updated" or e["data"].get("outcome") == "hand_off")
    assert "vale" not in str(customer.events())


def test_where_it_fails_the_assistant_answers_by_itself(stage: Stage, provider: Provider) -> None:
    provider.does = fails(500)
    customer = stage.workspace.customer()
    customer.say(QUESTION)
    said = customer.await_message("assistant", seconds=30)
    assert "9,90 €" in said["text"]
    assert said["outcome"] == "answer"
