"""All routes of help centres, in the order in which they are tried."""

from fastapi import APIRouter

from relevo.help_centre import api, files, pages

router = APIRouter()
for part in (api, files, pages):
    router.include_router(part.router)
