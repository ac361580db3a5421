"""Routes of the knowledge base. Agents read; supervisors and admins write."""

from fastapi import APIRouter

from relevo.knowledge.api import search

router = APIRouter(prefix="/api/v1")
for part in (search,):
    router.include_router(part.router)
