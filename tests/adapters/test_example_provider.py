"""The provider in the examples does what its page says."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from relevo.adapters.openai_compatible.model import OpenAiCompatible
from relevo.assistant.types import Context, Voice
from relevo.assistant.writing.form import Sentence, read_draft
from relevo.assistant.writing.masking import Veil
from relevo.assistant.writing.prompt import page_of
from relevo.platform.outbound.client import client
from relevo.ports.language_model import Connection, Reply
from tests.assistant.writing.stage import EVIDENCE, PENINSULA
from tests.conftest import free_port

SERVER = Path(__file__).parents[2] / "examples/language_model_provider/server.py"


@pytest.fixture
def address() -> Iterator[str]:
    port = free_port()
    process = subprocess.Popen([sys.executable, str(SERVER), str(port)], stderr=subprocess.DEVNULL)
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}/v1"
    process.terminate()
    process.wait(10)


async def test_it_answers_whole_and_in_pieces(address: str) -> None:
    page = page_of(Context("¿Cuánto cuesta el envío?", Voice("Casa Lumbre", "Lumi", "es")), EVIDENCE, Veil())
    async with client("language_model", allow="127.0.0.1:*") as http:
        model = OpenAiCompatible(Connection(http, "first-sentence", None, address))
        whole = await model.complete(page.request)
        *_, streamed = [part async for part in model.stream(page.request)]
    for reply in (whole, streamed):
        assert isinstance(reply, Reply)
        draft = read_draft(reply.text)
        assert draft is not None
        assert draft.sentences == (Sentence(PENINSULA, (1,)),)
        assert reply.usage.tokens_in
