"""Where people answer and the assistant only thinks along, what it could not answer is a gap, too."""

import time
from collections.abc import Callable

from sqlalchemy import func, select

from relevo.assistant.tables import Turn
from tests.learning.test_gaps import RENTING, asked, until
from tests.people import Workspace


def await_turn(workspace: Workspace) -> None:
    async def turns() -> int:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            return await session.scalar(select(func.count()).select_from(Turn)) or 0

    deadline = time.monotonic() + 10
    while not workspace.server.run(turns()):
        assert time.monotonic() < deadline, "it did not think along"
        time.sleep(0.05)


def test_a_question_that_only_people_answered_is_a_gap(new_workspace: Callable[..., Workspace]) -> None:
    workspace = new_workspace(assistant="observe")
    sent = workspace.customer().say(RENTING[0])
    await_turn(workspace)
    path = f"/api/v1/conversations/{sent['conversation_id']}/resolve"
    workspace.program().post(path, json={}).raise_for_status()
    [gap] = until(workspace, asked(1))
    assert gap["questions"][0]["outcome"] == "no_answer"
    assert gap["ended"]["resolved"] == 1
