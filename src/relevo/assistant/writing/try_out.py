"""A small call by which an admin sees whether a model can be reached and keeps to the form."""

import time
from uuid import UUID

from relevo.assistant.writing.ask import ask
from relevo.assistant.writing.calls import OverBudget, Wanted
from relevo.assistant.writing.desk import Connected, Using
from relevo.assistant.writing.form import SCHEMA, read_draft
from relevo.assistant.writing.prompts import prompt
from relevo.assistant.writing.schemas import TriedModel
from relevo.platform.platform import Platform
from relevo.ports.language_model import Deadline, ModelError, Request, Said

_TOKENS = 200


async def try_out(platform: Platform, workspace_id: UUID, using: Using) -> TriedModel:
    """A model that is resting after failures is tried nevertheless."""
    platform.part(Connected).breakers.of(using.id, using.version).try_again()
    words = prompt("test")
    deadline = Deadline(using.first_token_seconds, using.first_token_seconds, using.total_seconds)
    request = Request(words.text, (Said("customer", "OK?"),), _TOKENS, schema=SCHEMA, deadline=deadline)
    wanted = Wanted(using, request, "test", words.name, words.revision)
    began = time.perf_counter()
    reported, error, detail = None, None, None
    try:
        reply = await ask(
            platform, workspace_id, wanted, is_in_form=lambda reply: read_draft(reply.text) is not None, made=[]
        )
        reported = reply.model or None
    except OverBudget as over:
        error, detail = "over_budget", f"The budget of this {over.period} is used up."
    except ModelError as failed:
        error, detail = failed.kind, failed.detail
    took = round((time.perf_counter() - began) * 1000)
    return TriedModel(works=error is None, reported=reported, latency_ms=took, error=error, detail=detail)
