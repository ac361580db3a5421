"""A backup brings everything back: what was said, who may sign in, tokens, and a stream that goes on ascending."""

import asyncio
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from relevo.kit.errors import SetupError
from relevo.platform import restore
from relevo.platform.backup import MANIFEST
from relevo.platform.settings import Settings
from tests.cli.relevo import done, relevo, serving

pytestmark = pytest.mark.slow
PASSWORD = "correct horse battery staple"


@dataclass(frozen=True)
class Saved:
    folder: Path
    api_key: str
    chat_token: str
    client_id: str
    messages: list[dict[str, Any]]
    last_seq: int


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """A backup of an installation that runs and has been talked to."""
    base = tmp_path_factory.mktemp("backup")
    data = str(base / "data")
    with serving(base / "data") as url:
        made = json.loads(done("workspace", "create", "Casa Lumbre", "--json", "--data", data))
        done(
            "member", "add", "marta@example.com", "--role", "admin", "--password-stdin", "--data", data, stdin=PASSWORD
        )
        token = httpx.post(f"{url}/api/v1/chat/sessions", json={"widget_key": made["widget_key"]}).json()["token"]
        with chat(url, token) as client:
            client_id = str(uuid4())
            client.post(
                "/messages", json={"client_id": client_id, "text": "Quiero hablar con una persona"}
            ).raise_for_status()
            done("backup", str(base / "saved"), "--data", data)
            messages = client.get("/messages").json()["messages"]
        last: int = program(url, made["api_key"]).get("/api/v1/events", params={"wait": 0}).json()["last"]
    return Saved(base / "saved", made["api_key"], token, client_id, messages, last)


def chat(url: str, token: str) -> httpx.Client:
    return httpx.Client(base_url=f"{url}/api/v1/chat", headers={"Authorization": f"Bearer {token}"}, timeout=20)


def program(url: str, key: str) -> httpx.Client:
    return httpx.Client(base_url=url, headers={"Authorization": f"Bearer {key}"}, timeout=20)


def test_everything_is_back(saved: Saved, tmp_path: Path) -> None:
    data = tmp_path / "data"
    done("restore", str(saved.folder), "--data", str(data))
    with serving(data) as url:
        login = httpx.post(f"{url}/api/v1/login", json={"email": "marta@example.com", "password": PASSWORD})
        assert login.status_code == 200
        with chat(url, saved.chat_token) as client:
            assert [m["text"] for m in client.get("/messages").json()["messages"]] == [
                m["text"] for m in saved.messages
            ]
            repeated = client.post(
                "/messages", json={"client_id": saved.client_id, "text": "Quiero hablar con una persona"}
            )
            assert repeated.status_code == 200, "what was stored before the backup is known"
            client.post("/messages", json={"client_id": str(uuid4()), "text": "Sigo aquí"}).raise_for_status()
        with program(url, saved.api_key) as client:
            # Whoever followed the stream before the restore gets what happens after it, and nothing twice.
            answer = client.get("/api/v1/events", params={"after": saved.last_seq, "wait": 10}).json()
        texts = [event["data"]["message"]["text"] for event in answer["events"] if event["type"] == "message.created"]
        assert "Sigo aquí" in texts
        assert "Quiero hablar con una persona" not in texts
        assert all(saved.last_seq < event["seq"] < 2**53 for event in answer["events"])


def test_a_backup_is_for_its_owner_only_and_complete(saved: Saved) -> None:
    assert saved.folder.stat().st_mode & 0o777 == 0o700
    assert {path.name: path.stat().st_mode & 0o777 for path in saved.folder.iterdir()} == dict.fromkeys(
        ("database.dump", "secret.key", "manifest.json"), 0o600
    )
    manifest = restore.read_manifest(saved.folder)
    assert manifest.rows["messages"] >= 2
    restore.check(manifest, saved.folder)


def _copy(saved: Saved, target: Path) -> Path:
    target.mkdir()
    for path in saved.folder.iterdir():
        (target / path.name).write_bytes(path.read_bytes())
    return target


def _flip(folder: Path) -> None:
    path = folder / "database.dump"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _lose_the_key(folder: Path) -> None:
    (folder / "secret.key").unlink()


def _break_off(folder: Path) -> None:
    (folder / MANIFEST).unlink()


def _be_of_the_future(folder: Path) -> None:
    manifest = json.loads((folder / MANIFEST).read_text())
    (folder / MANIFEST).write_text(json.dumps({**manifest, "revision": "9999"}))


@pytest.mark.parametrize("damage", [_flip, _lose_the_key, _break_off, _be_of_the_future])
def test_a_damaged_backup_is_refused_before_anything_is_touched(saved: Saved, tmp_path: Path, damage: Any) -> None:
    folder = _copy(saved, tmp_path / "copy")
    damage(folder)
    data = tmp_path / "data"
    with pytest.raises(SetupError):
        asyncio.run(restore.bring_back(Settings.model_validate({"data": data}), folder))
    assert not data.exists()


def test_nothing_is_overwritten_unasked(saved: Saved, tmp_path: Path) -> None:
    data = tmp_path / "data"
    done("workspace", "create", "Otra", "--data", str(data))
    refused = relevo("restore", str(saved.folder), "--data", str(data))
    assert refused.returncode == 1
    assert "--force" in refused.stderr
    assert "Otra" in done("workspace", "list", "--data", str(data))
    done("restore", str(saved.folder), "--data", str(data), "--force")
    assert "Casa Lumbre" in done("workspace", "list", "--data", str(data))
    assert [path.name[:9] for path in data.iterdir() if path.name.startswith("replaced-")] == ["replaced-"], (
        "kept aside"
    )


def test_a_restore_that_fails_leaves_what_was_there(saved: Saved, tmp_path: Path) -> None:
    data = tmp_path / "data"
    done("workspace", "create", "Otra", "--data", str(data))
    folder = _copy(saved, tmp_path / "copy")
    manifest = json.loads((folder / MANIFEST).read_text())
    manifest["rows"]["messages"] += 1  # as if a row had been lost on the way
    (folder / MANIFEST).write_text(json.dumps(manifest))
    failed = relevo("restore", str(folder), "--data", str(data), "--force")
    assert failed.returncode == 1
    assert "does not hold the rows" in failed.stderr
    assert "Otra" in done("workspace", "list", "--data", str(data))


def test_a_backup_is_not_written_over_another(saved: Saved, tmp_path: Path) -> None:
    result = relevo("backup", str(saved.folder), "--data", str(tmp_path / "data"))
    assert result.returncode == 1
    assert "not empty" in result.stderr
