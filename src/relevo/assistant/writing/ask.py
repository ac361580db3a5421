"""One call of a model: within the budget, behind the breaker, on time, on record."""

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from uuid import UUID

import structlog

from relevo.assistant.writing import calls
from relevo.assistant.writing.budget import Tokens, most
from relevo.assistant.writing.calls import Ended, Wanted
from relevo.assistant.writing.desk import Connected
from relevo.platform.platform import Platform
from relevo.ports.language_model import (
    Broken,
    ModelError,
    NotAllowed,
    Overloaded,
    RateLimited,
    Refused,
    Reply,
    TimedOut,
    Usage,
)  # fmt: skip

log = structlog.get_logger()

_CHARACTERS_PER_TOKEN = 3
_COST_NOTHING = (RateLimited, NotAllowed, Overloaded)  # the provider did no work


class Resting(Overloaded):
    """This model failed several times; it is left alone for a while."""

    kind = "resting"


class OutOfForm(Broken):
    """What the model wrote is not of the form that was asked for."""

    kind = "out_of_form"


OnPiece = Callable[[str], Awaitable[bool]]  # False: enough was read


@dataclass(slots=True)
class _Progress:
    """What has come of an answer so far."""

    began: float = field(default_factory=time.perf_counter)
    first_ms: int | None = None
    pieces: list[str] = field(default_factory=list[str])
    reply: Reply | None = None
    call_id: UUID | None = None

    def took_ms(self) -> int:
        return round((time.perf_counter() - self.began) * 1000)

    @property
    def text(self) -> str:
        return self.reply.text if self.reply else "".join(self.pieces)


async def ask(
    platform: Platform,
    workspace_id: UUID,
    wanted: Wanted,
    *,
    on_piece: OnPiece | None = None,
    is_in_form: Callable[[Reply], bool] = lambda _: True,
    made: list[UUID],
) -> Reply:
    """The model's reply. The id of the call's record is put into `made` before anything can go wrong with it.

    Raises ModelError, of which OutOfForm for a reply that is not `is_in_form`; OverBudget.
    """
    connected = platform.part(Connected)
    model = connected.model(wanted.using)
    if model is None:
        raise NotAllowed("The key of this model has to be entered again.")
    breaker = connected.breakers.of(wanted.using.id, wanted.using.version)
    if not breaker.admits():
        raise Resting
    progress = _Progress()
    try:
        async with platform.db.transaction(workspace_id) as session:
            progress.call_id = await calls.begin(session, workspace_id, wanted)
        made.append(progress.call_id)
        await _read(model.stream(wanted.request), wanted, progress, on_piece)
        if progress.reply is None:
            raise Broken("The model's answer broke off.")
        if not is_in_form(progress.reply):
            raise OutOfForm
    except ModelError as error:
        if isinstance(error, Refused):
            breaker.succeeded()
        else:
            breaker.failed(retry_after=error.retry_after)
        await _end(platform, workspace_id, wanted, progress, error)
        raise
    except BaseException:
        breaker.given_up()
        await asyncio.shield(_end(platform, workspace_id, wanted, progress, None))
        raise
    breaker.succeeded()
    await _end(platform, workspace_id, wanted, progress, None)
    return progress.reply


async def _read(
    stream: AsyncGenerator[str | Reply], wanted: Wanted, progress: _Progress, on_piece: OnPiece | None
) -> None:
    """Takes what comes until the reply, the deadline, or until enough was read."""
    deadline = wanted.request.deadline
    loop = asyncio.get_running_loop()
    first_at, last_at = loop.time() + min(deadline.first, deadline.total), loop.time() + deadline.total
    async with aclosing(stream) as pieces:
        while True:
            try:
                async with asyncio.timeout_at(first_at if progress.first_ms is None else last_at):
                    piece = await anext(pieces, None)
            except TimeoutError as error:
                raise TimedOut from error
            if piece is None:
                return
            if isinstance(piece, Reply):
                progress.reply = piece
                return
            progress.first_ms = progress.took_ms() if progress.first_ms is None else progress.first_ms
            progress.pieces.append(piece)
            if on_piece and not await on_piece(piece):
                raise OutOfForm("The model wrote more than an answer.")


async def _end(
    platform: Platform, workspace_id: UUID, wanted: Wanted, progress: _Progress, error: ModelError | None
) -> None:
    if progress.call_id is None:
        return
    tokens, by_provider = _tokens(wanted, progress, error)
    ended = Ended(
        "failed" if error else "answered" if progress.reply else "cancelled", tokens,
        "provider" if by_provider else "estimate", progress.reply.model if progress.reply else "",
        error.kind if error else None, error.detail if error else None, progress.first_ms, progress.took_ms(),
    )  # fmt: skip
    async with platform.db.transaction(workspace_id) as session:
        before = await calls.end(session, progress.call_id, wanted, ended)
    if before:
        log.warning("language_model_changed", model_id=str(wanted.using.id), was=before, now=ended.reported)


def _tokens(wanted: Wanted, progress: _Progress, error: ModelError | None) -> tuple[Tokens, bool]:
    """What the call used, and whether the provider said so. Where it did not, an estimate that is rather too high."""
    usage = progress.reply.usage if progress.reply else Usage()
    if isinstance(error, _COST_NOTHING):
        return Tokens(), False
    written = len(progress.text) // _CHARACTERS_PER_TOKEN + 1
    tokens_in = usage.tokens_in if usage.tokens_in is not None else most(wanted.request).tokens_in
    tokens_out = usage.tokens_out if usage.tokens_out is not None else written
    return Tokens(tokens_in, tokens_out), usage.tokens_in is not None and usage.tokens_out is not None
