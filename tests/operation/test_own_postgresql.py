"""A PostgreSQL of one's own, with a database user that is no superuser."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import asyncpg
import pytest

from relevo.platform.address import Address
from relevo.platform.embedded import supervise
from relevo.platform.embedded.cluster import PORT, Cluster
from tests.cli.relevo import done, relevo

pytestmark = pytest.mark.slow

PASSWORD = "correct horse battery staple"

MAY_CREATE_ROLES = """
create role relevo login createrole password 'pw';
"""
# What docs/how-to/own-postgresql.md has an administrator do.
ROLES_ARE_MADE = """
create role relevo login password 'pw';
create role relevo_owner nologin;
create role relevo_app login noinherit nobypassrls password 'app-pw';
grant relevo_owner to relevo;
"""


async def _run(address: Address, *statements: str) -> None:
    connection = await asyncpg.connect(**address.asyncpg())
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture(params=[MAY_CREATE_ROLES, ROLES_ARE_MADE], ids=["may create roles", "roles are made"])
def addresses(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[dict[str, str]]:
    """Settings of an installation on such a database."""
    cluster = Cluster(tmp_path / "own", "superuser-of-the-test")
    running = supervise.start_as_owner(cluster)
    admin = Address(str(cluster.sockets), PORT, "postgres", cluster.password, "postgres")
    asyncio.run(_run(admin, request.param, "create database relevo owner relevo"))
    asyncio.run(_run(admin.on("relevo"), "create extension vector"))
    where = f"/relevo?host={quote(str(cluster.sockets))}&port={PORT}"
    settings = {"RELEVO_DATABASE_URL": f"postgresql://relevo:pw@{where}"}
    if request.param == ROLES_ARE_MADE:
        settings["RELEVO_DATABASE_APP_URL"] = f"postgresql://relevo_app:app-pw@{where}"
    yield settings
    running.stop()


def test_it_is_set_up_checked_saved_and_brought_back(addresses: dict[str, str], tmp_path: Path) -> None:
    here = {**addresses, "RELEVO_DATA": str(tmp_path / "here")}
    there = {**addresses, "RELEVO_DATA": str(tmp_path / "there")}
    made = json.loads(done("workspace", "create", "Propia", "--json", **here))
    done("member", "add", "marta@example.com", "--password-stdin", stdin=PASSWORD, **here)
    checks = {check["check"]: check["state"] for check in json.loads(done("doctor", "--json", **here))["checks"]}
    assert checks["application's role"] == checks["walls between workspaces"] == checks["durability"] == "good"
    saved = str(tmp_path / "saved")
    done("backup", saved, **here)
    done("workspace", "create", "Después", **here)
    refused = relevo("restore", saved, **there)
    assert refused.returncode == 1
    assert "--force" in refused.stderr
    done("restore", saved, "--force", **there)
    listed = done("workspace", "list", **there)
    assert made["widget_key"] in listed
    assert "Después" not in listed
