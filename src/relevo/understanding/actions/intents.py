"""Writing topics, intents and their examples."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.errors import Conflict, Invalid, NotFound
from relevo.kit.ids import new_id
from relevo.kit.text import clean, clean_line
from relevo.platform.access import Actor
from relevo.platform.events import record
from relevo.understanding.own.imports.types import LONGEST_TEXT, MOST_EXAMPLES
from relevo.understanding.tables import Intent, IntentExample, Topic

MOST_TOPICS, MOST_INTENTS = 200, 1_000
LONGEST_NAME = 200
_ROWS = 1_000  # in one statement


# -- topics ------------------------------------------------------------------------------------------------------------


async def add_topic(session: AsyncSession, actor: Actor, *, name: str, title: str) -> Topic:
    """Raises Conflict where there is one of this name, or too many; Invalid without a name."""
    await _check_room(session, Topic, MOST_TOPICS)
    topic = Topic(id=new_id(), workspace_id=actor.workspace_id, name=_name(name), title=_name(title), created_at=now())
    await _check_free(session, Topic, topic.name)
    session.add(topic)
    await session.flush()
    await _tell(session, topic_id=topic.id)
    return topic


async def change_topic(session: AsyncSession, topic_id: UUID, changes: dict[str, Any]) -> Topic:
    topic = await _get(session, Topic, topic_id)
    if "name" in changes:
        topic.name = _name(changes["name"])
        await _check_free(session, Topic, topic.name, but=topic.id)
    topic.title = _name(changes.get("title", topic.title))
    await session.flush()
    await _tell(session, topic_id=topic.id)
    return topic


async def remove_topic(session: AsyncSession, topic_id: UUID) -> None:
    """Its intents stay, without a topic."""
    await session.delete(await _get(session, Topic, topic_id))
    await session.flush()
    await _tell(session, topic_id=topic_id)


# -- intents -----------------------------------------------------------------------------------------------------------


async def add_intent(
    session: AsyncSession, actor: Actor, *, name: str, title: str, description: str = "", topic_id: UUID | None = None
) -> Intent:
    """Raises Conflict, Invalid, NotFound (topic)."""
    await _check_room(session, Intent, MOST_INTENTS)
    if topic_id:
        await _get(session, Topic, topic_id)
    intent = Intent(
        id=new_id(), workspace_id=actor.workspace_id, topic_id=topic_id, name=_name(name), title=_name(title or name),
        description=clean(description).strip(), created_at=now(), updated_at=now(),
    )  # fmt: skip
    await _check_free(session, Intent, intent.name)
    session.add(intent)
    await session.flush()
    await _tell(session, intent_id=intent.id)
    return intent


async def change_intent(session: AsyncSession, intent_id: UUID, changes: dict[str, Any]) -> Intent:
    intent = await _get(session, Intent, intent_id)
    if changes.get("topic_id"):
        await _get(session, Topic, changes["topic_id"])
    if "name" in changes:
        intent.name = _name(changes["name"])
        await _check_free(session, Intent, intent.name, but=intent.id)
    intent.title = _name(changes.get("title", intent.title))
    intent.description = clean(changes.get("description", intent.description)).strip()
    intent.topic_id = changes.get("topic_id", intent.topic_id)
    intent.updated_at = now()
    await session.flush()
    await _tell(session, intent_id=intent.id)
    return intent


async def remove_intent(session: AsyncSession, intent_id: UUID) -> None:
    """With its examples. Models that were trained with it go on knowing it until another one is released."""
    await session.delete(await _get(session, Intent, intent_id))
    await session.flush()
    await _tell(session, intent_id=intent_id)


# -- examples ----------------------------------------------------------------------------------------------------------


async def add_examples(
    session: AsyncSession, workspace_id: UUID, intent_id: UUID, texts: Iterable[str], *, source: str = "written"
) -> list[IntentExample]:
    """The new ones; a text that stands there already is not added again. Raises Invalid, Conflict (too many)."""
    await _get(session, Intent, intent_id)
    wanted = list(dict.fromkeys(_example(text) for text in texts))
    await _check_room(session, IntentExample, MOST_EXAMPLES, more=len(wanted))
    added: list[IntentExample] = []
    for start in range(0, len(wanted), _ROWS):
        rows = [_row(workspace_id, intent_id, text, source) for text in wanted[start : start + _ROWS]]
        statement = insert(IntentExample).values(rows).on_conflict_do_nothing().returning(IntentExample)
        added += (await session.scalars(statement)).all()
    await _tell(session, intent_id=intent_id)
    return added


async def propose(session: AsyncSession, workspace_id: UUID, intent_id: UUID, *, text: str, message_id: UUID) -> None:
    """An example from a correction; what stands there already stays as it is."""
    if not text.strip():
        return
    row = {
        **_row(workspace_id, intent_id, _example(text[:LONGEST_TEXT]), "correction"),
        "state": "proposed",
        "message_id": message_id,
    }
    await session.execute(insert(IntentExample).values(row).on_conflict_do_nothing())
    await _tell(session, intent_id=intent_id)


async def accept(session: AsyncSession, intent_id: UUID, example_id: UUID) -> IntentExample:
    """From then on it is learnt from. Doing it again changes nothing."""
    example = await _example_of(session, intent_id, example_id)
    example.state = "accepted"
    await session.flush()
    await _tell(session, intent_id=intent_id)
    return example


async def remove_example(session: AsyncSession, intent_id: UUID, example_id: UUID) -> None:
    await session.delete(await _example_of(session, intent_id, example_id))
    await session.flush()
    await _tell(session, intent_id=intent_id)


async def _example_of(session: AsyncSession, intent_id: UUID, example_id: UUID) -> IntentExample:
    query = select(IntentExample).where(IntentExample.id == example_id, IntentExample.intent_id == intent_id)
    found = await session.scalar(query)
    if found is None:
        raise NotFound
    return found


def _row(workspace_id: UUID, intent_id: UUID, text: str, source: str) -> dict[str, Any]:
    return {
        "id": new_id(), "workspace_id": workspace_id, "intent_id": intent_id, "text": text, "state": "accepted",
        "source": source, "created_at": now(),
    }  # fmt: skip


def _example(text: str) -> str:
    line = " ".join(clean(text).split())
    if not line or len(line) > LONGEST_TEXT:
        message = "is empty" if not line else f"is longer than {LONGEST_TEXT:,} characters"
        raise Invalid("An example is not usable.", errors=[{"field": "texts", "message": message}])
    return line


# -- all of them -------------------------------------------------------------------------------------------------------


async def _get(session: AsyncSession, table: type[Any], row_id: UUID) -> Any:
    found = await session.get(table, row_id)
    if found is None:
        raise NotFound
    return found


def _name(text: str) -> str:
    line = clean_line(text, limit=LONGEST_NAME)
    if not line:
        raise Invalid("A name is needed.", errors=[{"field": "name", "message": "is empty"}])
    return line


async def _check_free(session: AsyncSession, table: type[Any], name: str, *, but: UUID | None = None) -> None:
    found: Sequence[UUID] = (
        await session.scalars(select(table.id).where(func.lower(table.name) == name.lower()))
    ).all()
    if [row_id for row_id in found if row_id != but]:
        raise Conflict("There is one of this name already.", code="name_taken")


async def _check_room(session: AsyncSession, table: type[Any], most: int, *, more: int = 1) -> None:
    if (await session.scalar(select(func.count()).select_from(table)) or 0) + more > most:
        raise Conflict(f"A workspace may have {most:,} of these.", code="too_many")


async def _tell(session: AsyncSession, **ids: UUID) -> None:
    await record(session, "intent.changed", data={name: str(row_id) for name, row_id in ids.items()})
