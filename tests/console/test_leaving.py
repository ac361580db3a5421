"""Whoever leaves does not take their customers along."""

from relevo.console.leaving import return_conversations
from tests.conftest import Server
from tests.people import Workspace


def test_conversations_of_a_former_member_go_back_to_the_queue(server: Server, workspace: Workspace) -> None:
    admin, leaver, stayer = workspace.member("admin"), workspace.member(), workspace.member()
    theirs = workspace.customer().say("Quiero hablar con una persona")["conversation_id"]
    others = workspace.customer().say("Quiero hablar con una persona")["conversation_id"]
    closed = workspace.customer().say("Quiero hablar con una persona")["conversation_id"]
    for member, conversation in ((leaver, theirs), (stayer, others), (leaver, closed)):
        member.client.post(f"/api/v1/conversations/{conversation}/assign", json={}).raise_for_status()
    leaver.client.post(f"/api/v1/conversations/{closed}/resolve", json={}).raise_for_status()
    admin.client.patch(f"/api/v1/members/{leaver.id}", json={"active": False}).raise_for_status()

    server.run(return_conversations(server.platform))

    def seen(conversation: str) -> tuple[str, str, object]:
        found = admin.client.get(f"/api/v1/conversations/{conversation}").json()
        return found["status"], found["holder"], found["assignee"]

    assert seen(theirs) == ("open", "queue", None)
    assert seen(others)[:2] == ("open", "agent")
    assert seen(closed)[0] == "resolved"
    assert admin.client.get(f"/api/v1/conversations/{theirs}/handoff").json()["reason"] == "by_agent"
