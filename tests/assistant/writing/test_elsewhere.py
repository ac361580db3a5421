"""A slow model holds up only those who wait for it."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.assistant.shop import fill
from tests.assistant.writing.stage import Stage
from tests.people import Workspace
from tests.providers.behaviours import late
from tests.providers.server import Provider

ARTICLES = {"envios.md": "# Envíos\n\n## Baleares\n\nEl envío a Baleares cuesta 9,90 €.\n"}
QUESTION = "¿Cuánto cuesta el envío a Baleares?"


@pytest.fixture
def slow(stage: Stage, provider: Provider, tmp_path: Path) -> Stage:
    fill(stage.workspace, tmp_path, ARTICLES)
    stage.connect(provider, first_token_seconds=20, total_seconds=24)
    provider.does = late(4)
    return stage


def test_others_are_answered_while_many_wait_for_a_model(
    slow: Stage, new_workspace: Callable[..., Workspace], tmp_path: Path
) -> None:
    other = new_workspace()
    fill(other, tmp_path, ARTICLES)
    began = time.monotonic()
    waiting = [slow.workspace.customer() for _ in range(6)]
    for customer in waiting:
        customer.say(QUESTION)
    time.sleep(1.0)
    quick = other.customer()
    asked = time.monotonic()
    quick.say(QUESTION)
    assert "9,90 €" in quick.await_message("assistant")["text"]
    assert time.monotonic() - asked < 3.5, "before any of the models has said a word"
    for customer in waiting:
        customer.await_message("assistant", seconds=20)
    assert time.monotonic() - began < 14, "they wait together, not one after the other"
