"""Writing articles. Every change makes a revision, and is told in an event."""

from relevo.knowledge.actions.put import Change, put_article, remove_article
from relevo.knowledge.actions.write import change, create, move, remove, restore

__all__ = ["Change", "change", "create", "move", "put_article", "remove", "remove_article", "restore"]
