"""Writing articles. Every change makes a revision, and is told in an event."""

from relevo.knowledge.actions.put import Change, put_article, remove_article

__all__ = ["Change", "put_article", "remove_article"]
