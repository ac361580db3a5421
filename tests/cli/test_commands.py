"""The commands on a real installation: beside a running server and without one."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from tests.cli.relevo import done, relevo, serving
from tests.conftest import free_port

pytestmark = pytest.mark.slow
PASSWORD = "correct horse battery staple"


@dataclass(frozen=True)
class Installation:
    data: str
    url: str
    port: str
    workspace: dict[str, str]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    data = tmp_path_factory.mktemp("cli") / "data"
    with serving(data) as url:
        made = json.loads(
            done(
                "workspace",
                "create",
                "Casa Lumbre",
                "--locale",
                "es",
                "--assistant",
                "autonomous",
                "--json",
                "--data",
                str(data),
            )
        )
        yield Installation(str(data), url, url.rsplit(":", 1)[1], made)


def test_a_workspace_is_made_while_the_server_runs(running: Installation) -> None:
    assert set(running.workspace) == {"workspace", "widget_key", "api_key"}
    headers = {"Authorization": f"Bearer {running.workspace['api_key']}"}
    me = httpx.get(f"{running.url}/api/v1/me", headers=headers).json()
    assert me["workspace"] == {"id": running.workspace["workspace"], "name": "Casa Lumbre", "locale": "es"}
    begun = httpx.post(f"{running.url}/api/v1/chat/sessions", json={"widget_key": running.workspace["widget_key"]})
    assert begun.status_code == 201


def test_a_member_is_added_and_gets_another_password_and_role(running: Installation) -> None:
    def add(password: str, role: str) -> str:
        arguments = ("member", "add", "Marta@Example.com", "--role", role, "--name", "Marta", "--password-stdin")
        return done(*arguments, "--data", running.data, stdin=f"{password}\n")

    def status(password: str) -> int:
        return httpx.post(
            f"{running.url}/api/v1/login", json={"email": "marta@example.com", "password": password}
        ).status_code

    assert "was added as agent" in add(PASSWORD, "agent")
    assert status(PASSWORD) == 200
    assert "now admin" in add("otra frase bien larga", "admin")
    assert (status(PASSWORD), status("otra frase bien larga")) == (401, 200)


def test_a_weak_password_is_not_taken(running: Installation) -> None:
    result = relevo("member", "add", "eva@example.com", "--password-stdin", "--data", running.data, stdin="corta\n")
    assert result.returncode == 1
    assert "at least 10 characters" in result.stderr


def test_knowledge_is_taken_and_the_assistant_answers_from_it(running: Installation, tmp_path: Path) -> None:
    (tmp_path / "envios.md").write_text("# Envíos\n\nEl envío a Canarias cuesta 9,95 euros y tarda siete días.\n")
    (tmp_path / "photo.xyz").write_bytes(b"\x00")
    said = done("knowledge", "add", str(tmp_path), "--data", running.data)
    assert "+ envios.md" in said
    assert "- photo.xyz" in said
    assert "1 taken, 1 left" in said
    told = done("chat", "--data", running.data, stdin="¿Cuánto cuesta el envío a Canarias?\n", RELEVO_PORT=running.port)
    assert "9,95" in told
    assert "envios.md" in told


def test_what_cannot_be_taken_is_an_error(running: Installation, tmp_path: Path) -> None:
    result = relevo("knowledge", "add", str(tmp_path / "nothing.md"), "--json", "--data", running.data)
    assert result.returncode == 1
    assert json.loads(result.stdout)["taken"] == []
    assert "nothing.md" in result.stderr


def test_the_doctor_is_content(running: Installation) -> None:
    found = json.loads(done("doctor", "--json", "--data", running.data, RELEVO_PORT=running.port))
    checks = {check["check"]: check["state"] for check in found["checks"]}
    assert checks["durability"] == checks["walls between workspaces"] == checks["port"] == "good"


def test_a_second_server_on_the_same_folder_is_refused(running: Installation) -> None:
    result = relevo("serve", "--data", running.data, "--port", str(free_port()))
    assert result.returncode == 1
    assert "Another Relevo already serves" in result.stderr


def test_the_description_of_the_interface_is_complete() -> None:
    described = json.loads(done("openapi"))
    without_answer = [
        f"{method} {path}"
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
        if not any("content" in answer for code, answer in operation["responses"].items() if code.startswith("2"))
        and "204" not in operation["responses"]
    ]
    assert without_answer == []


def test_commands_work_without_a_server_and_chat_brings_its_own(tmp_path: Path) -> None:
    data, port = str(tmp_path / "data"), str(free_port())
    made = json.loads(done("workspace", "create", "Casa", "--json", "--data", data))
    assert made["workspace"] in done("workspace", "list", "--data", data)
    told = done("chat", "--data", data, stdin="Quiero hablar con una persona\n", RELEVO_PORT=port)
    assert "persona" in told.partition("> Quiero hablar con una persona")[2]
    result = relevo("chat", "--url", f"http://127.0.0.1:{port}", "--key", made["widget_key"], stdin="Hola\n")
    assert result.returncode == 1
    assert "relevo serve" in result.stderr


def test_messages_are_exported_once_and_a_file_that_exists_is_left_alone(running: Installation, tmp_path: Path) -> None:
    session = httpx.post(
        f"{running.url}/api/v1/chat/sessions", json={"widget_key": running.workspace["widget_key"]}
    ).json()
    body = {"client_id": str(uuid4()), "text": "llamadme al 612345678"}
    headers = {"Authorization": f"Bearer {session['token']}"}
    httpx.post(f"{running.url}/api/v1/chat/messages", json=body, headers=headers).raise_for_status()
    file = tmp_path / "messages.jsonl"
    assert "written" in done("conversations", "export", "--mask", str(file), "--data", running.data)
    assert "llamadme al [teléfono]" in [json.loads(line)["text"] for line in file.read_text("utf-8").splitlines()]
    assert "612345678" not in file.read_text("utf-8")
    assert relevo("conversations", "export", str(file), "--data", running.data).returncode != 0
