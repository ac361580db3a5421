"""Filling a workspace's shelves."""

from pathlib import Path

from relevo.knowledge.files import add_path
from tests.people import Workspace


def fill(workspace: Workspace, folder: Path, articles: dict[str, str]) -> None:
    """Puts these articles into the knowledge of the workspace; again, with another text, they are changed."""
    for name, text in articles.items():
        (folder / name).write_text(text)

    async def add() -> None:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            await add_path(session, str(folder))

    workspace.server.run(add())
