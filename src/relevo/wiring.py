"""Who listens, who answers, what runs beside requests: the customer's path in one file. Read it first."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response
from starlette.websockets import WebSocket

from relevo.adapters.anthropic.model import Anthropic
from relevo.adapters.google.model import Google
from relevo.adapters.minilm import embedder as minilm
from relevo.adapters.mistral.model import Mistral
from relevo.adapters.openai_compatible.model import OpenAiCompatible, open_ai
from relevo.adapters.openai_embeddings.embedder import OpenAiEmbeddings
from relevo.assistant import worker as assistant_worker
from relevo.assistant.autonomy import api as autonomy_api
from relevo.assistant.autonomy.reassess import reassess_all
from relevo.assistant.memory import api as memory_api
from relevo.assistant.memory import listen as memory
from relevo.assistant.proposals import api as proposals_api
from relevo.assistant.proposals import listen as proposals
from relevo.assistant.recall import api as recall_api
from relevo.assistant.recall import listen as recall
from relevo.assistant.receipts import api as receipts_api
from relevo.assistant.writing import api as writing_api
from relevo.assistant.writing import jobs as writing_jobs
from relevo.console import api as console_api
from relevo.console import contacts as console_contacts
from relevo.console import inboxes as console_inboxes
from relevo.console import leaving
from relevo.console import socket as console_socket
from relevo.console.presence import presence
from relevo.conversations import jobs as conversation_jobs
from relevo.help_centre import reads as help_reads
from relevo.help_centre import routes as help_centre
from relevo.knowledge import api as knowledge_api
from relevo.knowledge.findings import check as findings
from relevo.knowledge.sources import api as sources_api
from relevo.knowledge.sources import jobs as source_jobs
from relevo.learning.gaps import api as gaps_api
from relevo.learning.gaps import close as gaps_closing
from relevo.learning.gaps import collect as gaps
from relevo.macros import api as macros_api
from relevo.platform import dispatch, jobs, telemetry
from relevo.platform.dispatch import Listener
from relevo.platform.jobs import Job, Scheduled
from relevo.platform.platform import Platform
from relevo.platform.settings import Settings
from relevo.ports.embedder import Embedder
from relevo.ports.language_model import Maker
from relevo.understanding import api as understanding_api
from relevo.understanding import listen as understanding
from relevo.understanding import training
from relevo.understanding.own.imports.types import LARGEST_FILE
from relevo.understanding.personal import find_personal_data
from relevo.understanding.reader.reader import Reader
from relevo.widget import api as chat_api
from relevo.widget import attachments, receipt
from relevo.widget import memory as chat_memory
from relevo.widget import socket as chat_socket
from relevo.workspaces import api as workspaces_api

Work = tuple[str, Callable[[], Awaitable[None]]]


def routers() -> list[APIRouter]:
    return [
        telemetry.router, chat_api.router, chat_socket.router, attachments.router, workspaces_api.router,
        knowledge_api.router, sources_api.router,
        understanding_api.router, macros_api.router, console_api.router, console_contacts.router,
        console_inboxes.router, help_centre.router, console_socket.router, writing_api.router, autonomy_api.router, proposals_api.router,
        receipts_api.router, recall_api.router, receipt.router,
        memory_api.router, chat_memory.router, gaps_api.router,
    ]  # fmt: skip


def listeners() -> list[Listener]:
    """Who is told what happened, in the order of the customer's path."""
    return [
        findings.listener(find_personal_data),
        understanding.LISTENER,
        memory.LISTENER,
        proposals.LISTENER,
        recall.LISTENER,
        gaps.LISTENER,
        gaps_closing.LISTENER,
    ]


def scheduled() -> list[Scheduled]:
    return [
        Scheduled("wake_snoozed_conversations", "* * * * *", conversation_jobs.wake_snoozed),
        Scheduled("return_conversations", "* * * * *", leaving.return_conversations),
        Scheduled("drop_unsent_files", "17 * * * *", conversation_jobs.drop_unsent_files),
        Scheduled("look_for_due_sources", source_jobs.EVERY_MINUTE, source_jobs.look_for_due),
        Scheduled("recall_what_ran_out", "*/5 * * * *", recall.run_out),
        Scheduled("reassess_autonomy", "23 * * * *", reassess_all),
        Scheduled("forget_facts", "29 3 * * *", memory.forget_expired),
        Scheduled("forget_language_model_calls", "41 3 * * *", writing_jobs.forget_calls),
    ]


def put_off() -> list[Job]:
    """Work that is asked for by name."""
    return [findings.job(find_personal_data), source_jobs.JOB, training.JOB]


def embedder() -> str | None:
    """What makes sentence embeddings for intents of a workspace's own, where the extra for it is installed."""
    return "relevo.adapters.minilm.embedder:installed" if minilm.is_installed() else None


def passage_embedder(settings: Settings) -> Callable[[], Embedder] | None:
    """What search embeds with: the server that is set, else the extra if it is installed."""
    if settings.embeddings_url:
        key = settings.embeddings_key.get_secret_value() if settings.embeddings_key else None
        return partial(OpenAiEmbeddings, settings.embeddings_url, settings.embeddings_model, key)
    return minilm.installed if minilm.is_installed() else None


def language_models() -> dict[str, Maker]:
    """What connects to a language model, by its provider."""
    return {
        "openai": open_ai, "anthropic": Anthropic, "google": Google, "mistral": Mistral, "openai_compatible": OpenAiCompatible,
    }  # fmt: skip


def large_bodies() -> dict[str, int]:
    """Routes that take larger bodies than others, in bytes."""
    return {**knowledge_api.LARGE_BODIES, **sources_api.LARGE_BODIES, "/api/v1/intents/import": LARGEST_FILE}


def short_cuts() -> dict[tuple[str, str], Callable[[Request], Awaitable[Response]]]:
    return {("POST", "/api/v1/chat/messages"): chat_api.send_message}


def sockets() -> dict[str, Callable[[WebSocket], Awaitable[None]]]:
    """Of which thousands are open."""
    return {"/api/v1/chat/socket": chat_socket.chat_socket}


def middlewares() -> list[Any]:
    return [telemetry.Requests]


def always(platform: Platform) -> list[Work]:
    """What every process runs."""
    return [
        ("live", platform.hub.run),
        ("presence", partial(presence.run, platform)),
        ("reads", partial(help_reads.run, platform)),
    ]


def work(platform: Platform) -> list[Work]:
    """What the serving process runs by default, or `relevo worker` where it is wanted."""
    return [
        ("reader", platform.part(Reader).run),
        ("assistant", partial(assistant_worker.run, platform)),
        ("events", partial(dispatch.run, platform, listeners())),
        ("jobs", partial(jobs.run, platform, scheduled(), put_off())),
    ]
