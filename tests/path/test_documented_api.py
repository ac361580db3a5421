"""The commands of docs/how-to/connect-by-api.md do what the page says: they are run as they stand there."""

import json
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from relevo.knowledge.actions import put_article
from relevo.knowledge.documents import read_document
from tests.people import Workspace

PAGE = Path(__file__).parents[2] / "docs/how-to/connect-by-api.md"
ARTICLE = "# Returns\n\nTo return an order, go to My account, choose My orders and press Return.\n"

pytestmark = pytest.mark.skipif(not (shutil.which("bash") and shutil.which("curl")), reason="needs bash and curl")


def blocks() -> list[str]:
    """The shell examples but the first, which only names the keys."""
    return re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[1:]


def run(workspace: Workspace, script: str, folder: Path | None = None) -> list[str]:
    keys = f"BASE={workspace.server.url}/api/v1\nWIDGET_KEY={workspace.widget_key}\nAPI_KEY={workspace.api_key}\n"
    strict = "curl() { command curl -Sf -w '\\n' \"$@\"; }\n"  # fails on an error of the server, one answer a line
    command = ["bash", "-eu", "-o", "pipefail", "-c", keys + strict + script]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip().splitlines()


async def learn(workspace: Workspace) -> None:
    async with workspace.server.platform.db.transaction(workspace.id) as session:
        await put_article(session, workspace.id, read_document("returns.md", ARTICLE, locale="en"))


def test_a_customer_is_answered_and_a_program_lists_reads_and_answers(workspace: Workspace) -> None:
    workspace.server.run(learn(workspace))
    as_customer, as_program, answering, *_ = blocks()

    sent, events = (json.loads(line) for line in run(workspace, as_customer))
    assert sent["seq"] == 1
    assert events["events"][0]["data"]["text"] == "How do I return an order?"

    customer = workspace.customer("en")
    customer.say("I would like to talk to a person")
    customer.await_message("assistant")
    conversation_id = customer.client.get("/api/v1/chat/messages").json()["conversation"]["id"]
    listed, messages, packet, found = (
        json.loads(line) for line in run(workspace, as_program.replace("/ID/", f"/{conversation_id}/"))
    )
    assert [row["id"] for row in listed["conversations"]] == [conversation_id]
    assert messages["messages"][0]["text"] == "I would like to talk to a person"
    assert packet["reason"] == "requested"
    assert found["passages"][0]["article"] == "returns.md"

    time.sleep(0.2)
    script = answering.replace("/ID/", f"/{conversation_id}/").replace(
        '"epoch": 3', f'"epoch": {listed["conversations"][0]["epoch"]}'
    )
    assert json.loads(run(workspace, script)[0])["conversation_id"] == conversation_id
    assert customer.await_message("agent")["text"] == "On its way!"


def test_a_text_is_understood_a_reading_corrected_and_an_intent_taught(workspace: Workspace, tmp_path: Path) -> None:
    *_, understanding, correcting, teaching = blocks()
    understood = json.loads(run(workspace, understanding)[0])
    assert (understood["language"], understood["intents"][0]["name"]) == ("en", "order_status")

    sent = workspace.customer("en").say("I would like to talk to a person")
    corrected = json.loads(run(workspace, correcting.replace("/ID/", f"/{sent['id']}/"), tmp_path)[0])
    assert corrected["corrected"] == ["intent", "urgency"]
    assert json.loads((tmp_path / "corrections.jsonl").read_text())["intent"] == "order_status"

    (tmp_path / "intents.csv").write_text("text,intent\nopening hours please,hours\nwhen do you open?,hours\n")
    before, release = teaching.rsplit("curl", 1)
    made, imported, begun, _ = (json.loads(line) for line in run(workspace, before, tmp_path))
    assert (made["examples"], imported["taken"]["examples"], begun["state"]) == (2, 2, "training")
    program = workspace.program()
    deadline = time.monotonic() + 60
    while program.get(f"/api/v1/intent-models/{begun['id']}").json()["state"] == "training":
        assert time.monotonic() < deadline
        time.sleep(0.1)
    released = json.loads(run(workspace, "curl" + release.replace("/ID/", f"/{begun['id']}/"))[0])
    assert released["state"] == "released"
