"""Routes of readings, corrections, topics, intents and models."""

from fastapi import APIRouter

from relevo.understanding.api import intents, models, readings

router = APIRouter(prefix="/api/v1")
for part in (readings, intents, models):
    router.include_router(part.router)
