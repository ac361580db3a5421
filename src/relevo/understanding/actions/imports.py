"""Taking over intents and examples that were written for other products."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.platform.access import Actor
from relevo.understanding.actions.intents import add_examples, add_intent
from relevo.understanding.own.imports.types import Imported, Left
from relevo.understanding.tables import Intent


@dataclass(frozen=True, slots=True)
class Taken:
    """How much was new, and what was not taken."""

    intents: int
    examples: int
    left: tuple[Left, ...]


async def take_over(session: AsyncSession, actor: Actor, imported: Imported) -> Taken:
    """Intents that are there already get further examples; examples that are there already stay once. Raises Conflict (too many)."""
    made = taken = 0
    for name in imported.intents:
        intent = await session.scalar(select(Intent).where(func.lower(Intent.name) == name.lower()))
        if intent is None:
            intent = await add_intent(session, actor, name=name, title=name)
            made += 1
        texts = [example.text for example in imported.examples if example.intent == name]
        taken += len(await add_examples(session, actor.workspace_id, intent.id, texts, source="imported"))
    known = len(imported.examples) - taken
    again = (Left("the whole file", f"{known:,} examples were there already"),) if known else ()
    return Taken(made, taken, (*imported.left, *again))
