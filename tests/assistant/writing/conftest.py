"""Providers and workspaces that have connected them."""

from collections.abc import Generator

import pytest

from tests.assistant.writing.stage import Stage
from tests.people import Workspace
from tests.providers.behaviours import answers, copies
from tests.providers.server import Provider, running


@pytest.fixture(scope="session")
def running_provider() -> Generator[Provider]:
    with running(answers(copies)) as provider:
        yield provider


@pytest.fixture
def provider(running_provider: Provider) -> Provider:
    running_provider.does, running_provider.then = answers(copies), []
    running_provider.asked.clear()
    return running_provider


@pytest.fixture
def stage(workspace: Workspace, provider: Provider) -> Stage:
    stage = Stage(workspace)
    stage.open(provider)
    return stage
