"""`relevo doctor` finds what is wrong and says what to do."""

import asyncio
import os
import socket
from pathlib import Path

import asyncpg
import pytest

from relevo.platform import database_checks, doctor
from relevo.platform.findings import Finding
from relevo.platform.settings import Settings
from tests.conftest import Server, free_port


def examined(tmp_path: Path, **settings: object) -> dict[str, Finding]:
    given = {"data": tmp_path / "data", "port": free_port(), **settings}
    return {f.check: f for f in asyncio.run(doctor.examine(Settings.model_validate(given)))}


def test_a_machine_that_never_ran_it_is_fine(tmp_path: Path) -> None:
    found = examined(tmp_path)
    assert [
        finding for finding in found.values() if finding.state == "bad" and finding.check != "console and widget"
    ] == []
    assert not (tmp_path / "data").exists(), "looking changes nothing"


def test_a_port_in_use_is_found(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        found = examined(tmp_path, port=other.getsockname()[1])["port"]
    assert found.state == "bad"
    assert "--port" in found.says


def test_a_port_where_relevo_answers_is_fine(tmp_path: Path, server: Server) -> None:
    assert examined(tmp_path, port=server.settings.port)["port"].state == "good"


def test_a_key_that_others_can_read_is_found(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    key = tmp_path / "data" / "secret.key"
    key.write_bytes(b"k" * 64)
    key.chmod(0o644)
    found = examined(tmp_path)["secret key"]
    assert found.state == "bad"
    assert f"chmod 600 {key}" in found.says


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_found(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert examined(tmp_path)["data folder"].state == "bad"


def test_an_address_without_encryption_is_noted(tmp_path: Path) -> None:
    assert examined(tmp_path, public_url="http://help.example.com")["public address"].state == "warn"
    assert examined(tmp_path, host="0.0.0.0")["public address"].state == "warn"
    assert examined(tmp_path, public_url="https://help.example.com", host="0.0.0.0")["public address"].state == "good"


def test_a_database_that_does_not_answer_is_found(tmp_path: Path) -> None:
    url = f"postgresql://relevo:x@127.0.0.1:{free_port()}/relevo"
    assert examined(tmp_path, database_url=url)["database"].state == "bad"
    assert examined(tmp_path, database_url="mysql://x/y")["database"].state == "bad"


def test_a_database_that_forgets_and_one_without_walls_are_found(tmp_path: Path, server: Server) -> None:
    url = server.settings.database_url
    assert url
    found = examined(tmp_path, database_url=url.get_secret_value())
    assert (
        found["schema"].state == found["walls between workspaces"].state == found["application's role"].state == "good"
    )
    # The tests' own server forgets on purpose; this is what it looks like.
    assert found["durability"].state == "bad"
    assert "fsync" in found["durability"].says


def test_a_role_that_got_too_many_rights_is_found(server: Server) -> None:
    async def look() -> list[str]:
        connection = await asyncpg.connect(**server.platform.admin.asyncpg())
        try:
            transaction = connection.transaction()
            await transaction.start()
            await connection.execute("create role sloppy; create role deputy bypassrls; grant deputy to sloppy")
            await connection.execute(
                "grant create on schema public to sloppy; set local role sloppy; create table mine (id int)"
            )
            await connection.execute("reset role")
            found = await database_checks.excessive_rights(connection, "sloppy")
            await transaction.rollback()
            return found
        finally:
            await connection.close()

    assert set(server.run(look())) == {"deputy bypasses row-level security", "sloppy owns tables"}
