"""Members and keys: who may change whom, and that whoever leaves is out at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import httpx
import pytest

from tests.conftest import Server
from tests.people import PASSWORD, Member, Workspace


def added(client: httpx.Client, **more: str) -> httpx.Response:
    wanted = {"email": f"{uuid4().hex}@example.com", "name": "Eva", "role": "agent", "password": PASSWORD, **more}
    return client.post("/api/v1/members", json=wanted)


def signed_in(server: Server, email: str, **more: str) -> httpx.Response:
    return httpx.post(f"{server.url}/api/v1/login", json={"email": email, "password": PASSWORD, **more})


def test_a_new_member_can_sign_in(server: Server, workspace: Workspace) -> None:
    made = added(workspace.member("admin").client, locale="en").json()
    assert (made["role"], made["kind"], made["active"]) == ("agent", "person", True)
    me = signed_in(server, made["email"]).json()
    assert me["member"] == {
        "id": made["id"], "name": "Eva", "email": made["email"], "role": "agent", "locale": "en", "availability": "online",
    }  # fmt: skip
    assert me["workspace"] == {"id": str(workspace.id), "name": "Casa de pruebas", "locale": "es"}


def test_nobody_is_added_twice(workspace: Workspace) -> None:
    admin = workspace.member("admin")
    email = added(admin.client).json()["email"]
    again = added(admin.client, email=email.upper())
    assert (again.status_code, again.json()["code"]) == (409, "already_member")


@pytest.mark.parametrize(
    "email", ["", "eva", "eva@", "@example.com", "e va@example.com", "eva@exa_mple..com", "é@example.com"]
)
def test_an_address_has_to_be_one(workspace: Workspace, email: str) -> None:
    assert added(workspace.program(), email=email).status_code == 422


@pytest.mark.parametrize(
    "more",
    [
        {"workspace_id": str(uuid4())}, {"id": str(uuid4())}, {"kind": "program"}, {"login_id": str(uuid4())},
        {"password_hash": "x"}, {"deactivated_at": None}, {"role": "owner"}, {"role": ["admin"]},
    ],
)  # fmt: skip
def test_a_body_sets_nothing_that_is_not_meant_to_be_set(workspace: Workspace, more: dict[str, str]) -> None:
    program = workspace.program()
    assert added(program, **more).status_code == 422
    member = workspace.member()
    assert program.patch(f"/api/v1/members/{member.id}", json=more).status_code == 422
    assert member.client.patch("/api/v1/me", json=more).status_code == 422


def test_nobody_raises_their_own_role(workspace: Workspace) -> None:
    for role in ("agent", "supervisor"):
        member = workspace.member(role)  # type: ignore[arg-type]
        assert member.client.patch("/api/v1/me", json={"role": "admin"}).status_code == 422
        assert member.client.patch(f"/api/v1/members/{member.id}", json={"role": "admin"}).status_code == 403


def test_a_supervisor_sets_skills_and_nothing_else(workspace: Workspace) -> None:
    supervisor, agent = workspace.member("supervisor"), workspace.member()
    path = f"/api/v1/members/{agent.id}"
    changed = supervisor.client.patch(
        path, json={"skills": ["envíos", "envíos", " devoluciones "], "languages": ["ca"]}
    )
    assert (changed.json()["skills"], changed.json()["languages"]) == (["envíos", "devoluciones"], ["ca"])
    for change in (
        {"active": False},
        {"role": "admin"},
        {"password": "una frase bien larga"},
        {"skills": [], "name": "X"},
    ):
        assert supervisor.client.patch(path, json=change).status_code == 403


def test_the_last_admin_stays(workspace: Workspace) -> None:
    admin, program = workspace.member("admin"), workspace.program()
    for change in ({"role": "agent"}, {"active": False}):
        for client in (admin.client, program):
            refused = client.patch(f"/api/v1/members/{admin.id}", json=change)
            assert (refused.status_code, refused.json()["code"]) == (409, "last_admin")
    second = workspace.member("admin")
    assert admin.client.patch(f"/api/v1/members/{admin.id}", json={"role": "agent"}).status_code == 200
    assert second.client.patch(f"/api/v1/members/{second.id}", json={"role": "agent"}).status_code == 409


def test_two_admins_who_demote_each_other_at_once_leave_one(workspace: Workspace) -> None:
    for _ in range(4):
        pair = [workspace.member("admin"), workspace.member("admin")]
        for other in list_of(workspace, "admin") - {str(member.id) for member in pair}:
            workspace.program().patch(f"/api/v1/members/{other}", json={"role": "agent"}).raise_for_status()
        with ThreadPoolExecutor(2) as threads:
            attempts = [
                threads.submit(actor.client.patch, f"/api/v1/members/{target.id}", json={"role": "agent"})
                for actor, target in (pair, pair[::-1])
            ]
            codes = sorted(attempt.result().status_code for attempt in attempts)
        assert codes in ([200, 403], [200, 409])
        assert len(list_of(workspace, "admin")) == 1


def list_of(workspace: Workspace, role: str) -> set[str]:
    found = workspace.program().get("/api/v1/members").json()["members"]
    return {member["id"] for member in found if member["role"] == role and member["kind"] == "person"}


def test_another_role_counts_from_the_next_request(workspace: Workspace) -> None:
    admin, member = workspace.member("admin"), workspace.member()
    assert member.client.get("/api/v1/api-keys").status_code == 403
    admin.client.patch(f"/api/v1/members/{member.id}", json={"role": "admin"}).raise_for_status()
    assert member.client.get("/api/v1/api-keys").status_code == 200
    admin.client.patch(f"/api/v1/members/{member.id}", json={"role": "agent"}).raise_for_status()
    assert member.client.get("/api/v1/api-keys").status_code == 403


def test_who_leaves_is_out_at_once_and_may_come_back(server: Server, workspace: Workspace) -> None:
    admin, member = workspace.member("admin"), workspace.member()
    left = admin.client.patch(f"/api/v1/members/{member.id}", json={"active": False}).json()
    assert left["active"] is False
    assert member.client.get("/api/v1/me").status_code == 401
    assert signed_in(server, member.email).status_code == 401
    assert str(member.id) not in admin.client.get("/api/v1/members").text
    assert str(member.id) in admin.client.get("/api/v1/members", params={"former": "true"}).text
    back = added(admin.client, email=member.email, name="Marta")
    assert (back.status_code, back.json()["id"]) == (201, str(member.id))
    assert member.client.get("/api/v1/me").status_code == 401, "the old sign-in stays ended"
    assert signed_in(server, member.email).status_code == 200


def test_an_admin_sets_a_password_and_ends_the_sign_ins(server: Server, workspace: Workspace) -> None:
    admin, member = workspace.member("admin"), workspace.member()
    path = f"/api/v1/members/{member.id}"
    assert admin.client.patch(path, json={"password": "una frase bien larga"}).status_code == 200
    assert member.client.get("/api/v1/me").status_code == 401
    assert signed_in(server, member.email).status_code == 401
    assert signed_in(server, member.email, password="una frase bien larga").status_code == 200


def test_an_admin_cannot_get_hold_of_a_person_of_another_workspace(
    server: Server, new_workspace: Callable[..., Workspace]
) -> None:
    """One login serves all workspaces of a person, so an admin may neither take one in nor set its password."""
    theirs, mine = new_workspace(), new_workspace()
    victim = theirs.member()
    taken = added(mine.member("admin").client, email=victim.email, password="ahora la elijo yo")
    assert (taken.status_code, taken.json()["code"]) == (409, "address_in_use")
    assert signed_in(server, victim.email).status_code == 200
    assert signed_in(server, victim.email, password="ahora la elijo yo").status_code == 401


def test_a_person_of_two_workspaces_chooses_where_to_sign_in(
    server: Server, new_workspace: Callable[..., Workspace]
) -> None:
    first, second = new_workspace(), new_workspace()
    person = first.member()
    second.join(person)
    for workspace in (first, second):
        me = signed_in(server, person.email, workspace=str(workspace.id)).json()
        assert me["workspace"]["id"] == str(workspace.id)
    admin = second.member("admin")
    theirs = next(m for m in admin.client.get("/api/v1/members").json()["members"] if m["email"] == person.email)
    refused = admin.client.patch(f"/api/v1/members/{theirs['id']}", json={"password": "ahora la elijo yo"})
    assert (refused.status_code, refused.json()["code"]) == (409, "own_password")


# -- keys ----------------------------------------------------------------------------------------------------------


def keys_of(member: Member) -> list[dict[str, str]]:
    return member.client.get("/api/v1/api-keys").json()["api_keys"]


def test_a_key_is_shown_once(workspace: Workspace) -> None:
    admin = workspace.member("admin")
    made = admin.client.post("/api/v1/api-keys", json={"name": "ERP", "role": "agent"}).json()
    assert made["key"].startswith("rk_")
    listed = next(key for key in keys_of(admin) if key["id"] == made["id"])
    assert set(listed) == {"id", "name", "role", "created_at", "last_used_at"}
    assert made["key"] not in admin.client.get("/api/v1/api-keys").text


@pytest.mark.parametrize(
    ("role", "reads", "writes"), [("agent", 200, 403), ("supervisor", 200, 403), ("admin", 200, 200)]
)
def test_a_key_may_do_what_its_role_may(
    workspace: Workspace, server: Server, role: str, reads: int, writes: int
) -> None:
    made = workspace.program().post("/api/v1/api-keys", json={"name": "TPV", "role": role}).json()
    with httpx.Client(base_url=server.url, headers={"Authorization": f"Bearer {made['key']}"}) as client:
        assert client.get("/api/v1/workspace").status_code == reads
        assert client.patch("/api/v1/workspace", json={"form": "tu"}).status_code == writes
        assert client.get("/api/v1/me").json()["csrf_token"] is None


def test_a_revoked_key_is_dead_at_once(workspace: Workspace, server: Server) -> None:
    admin = workspace.member("admin")
    made = admin.client.post("/api/v1/api-keys", json={"name": "ERP"}).json()
    with httpx.Client(base_url=server.url, headers={"Authorization": f"Bearer {made['key']}"}) as client:
        assert client.get("/api/v1/me").status_code == 200
        assert admin.client.delete(f"/api/v1/api-keys/{made['id']}").status_code == 204
        assert client.get("/api/v1/me").status_code == 401
    assert admin.client.delete(f"/api/v1/api-keys/{made['id']}").status_code == 404
    assert made["id"] not in str(keys_of(admin))


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "Basic", "Token", ""])
def test_only_a_bearer_is_believed(workspace: Workspace, server: Server, scheme: str) -> None:
    answer = httpx.get(f"{server.url}/api/v1/me", headers={"Authorization": f"{scheme} {workspace.api_key}".strip()})
    assert answer.status_code == (200 if scheme.lower() == "bearer" else 401)


def test_a_widget_key_or_a_session_token_is_no_api_key(workspace: Workspace, server: Server) -> None:
    session = workspace.member().client.cookies["relevo_session"]
    for secret in (workspace.widget_key, session, workspace.api_key + "x", workspace.api_key.replace("rk_", "rs_", 1)):
        assert httpx.get(f"{server.url}/api/v1/me", headers={"Authorization": f"Bearer {secret}"}).status_code == 401
    cookie = {"relevo_session": workspace.api_key}
    assert httpx.get(f"{server.url}/api/v1/me", cookies=cookie).status_code == 401
