"""Routes of the knowledge base. Agents read; supervisors and admins write."""

from fastapi import APIRouter

from relevo.knowledge.api import articles, revisions, search, synonyms
from relevo.knowledge.types import BODY_LIMIT

router = APIRouter(prefix="/api/v1")
for part in (articles, revisions, search, synonyms):
    router.include_router(part.router)

_ARTICLE_BYTES = 6 * BODY_LIMIT  # every character may come as an escape
LARGE_BODIES = {"/api/v1/articles": _ARTICLE_BYTES, "/api/v1/articles/*": _ARTICLE_BYTES}
