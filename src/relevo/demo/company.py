"""Founding the company: workspace, chat inbox, people, a program's key, macros. All in one transaction."""

import tomllib
from pathlib import Path
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy import levels as autonomy
from relevo.assistant.autonomy.types import ITSELF
from relevo.demo import credentials
from relevo.demo.people import PEOPLE
from relevo.inboxes.actions import create_chat_inbox
from relevo.inboxes.types import ChatSettings
from relevo.macros import actions as macros
from relevo.platform.access import Actor
from relevo.platform.passwords import hashed
from relevo.platform.platform import Platform
from relevo.platform.secrets import fingerprint
from relevo.platform.settings import Settings
from relevo.workspaces import actions
from relevo.workspaces.tables import ApiKey, Workspace
from relevo.workspaces.types import NewMember

NAME = "Casa Lumbre"
ASSISTANT = "Lumi"
_MACROS = Path(__file__).parent / "macros.toml"
_LOOKS: ChatSettings = {
    "assistant_name": ASSISTANT,
    "color": "#a8441a",
    "greeting": {
        "es": "¡Hola! Soy Lumi, el asistente de IA de Casa Lumbre. Pregúntame por envíos, devoluciones o tus aparatos; si prefieres una "
        "persona, dímelo y te paso.",
        "en": "Hello! I'm Lumi, Casa Lumbre's AI assistant. Ask me about delivery, returns or your appliances; if you'd rather talk to a "
        "person, just say so.",
    },
    "starters": {
        "es": ["¿Cuánto tardan los envíos?", "¿Cómo devuelvo un pedido?", "Mi lavavajillas marca F4"],
        "en": ["How long does delivery take?", "How do I return an order?", "My induction hob shows E2"],
    },
}

HELP_CENTRE = {
    "color": "#a8441a",
    "title": {"es": "Ayuda de Casa Lumbre", "en": "Casa Lumbre help"},
    "intro": {
        "es": "Envíos, devoluciones, garantía y tus aparatos: todo lo que solemos contestar, en un sitio.",
        "en": "Delivery, returns, payment and your appliances: everything we are often asked, in one place.",
    },
}


async def found(platform: Platform, workspace_id: UUID) -> None:
    """Founds the company unless it is there."""
    password_hash = await hashed(credentials.password(platform.settings))
    async with platform.db.transaction(workspace_id) as session:
        if await session.get(Workspace, workspace_id):
            return
        await actions.create_workspace(session, workspace_id, name=NAME, locale="es")
        await autonomy.found(session, workspace_id, "autonomous", by=ITSELF)
        await create_chat_inbox(session, workspace_id, "Tienda web", _LOOKS)
        admin = await _people(session, password_hash)
        await _key(session, platform.settings, workspace_id, by=admin)
        await _macros(session, Actor(workspace_id, admin, PEOPLE[0].name, "admin", "es", credential_id=admin))


async def _people(session: AsyncSession, password_hash: str) -> UUID:
    """Adds everybody and returns the admin's id: the first of them."""
    admin: UUID | None = None
    for person in PEOPLE:
        new = NewMember(person.email, person.name, person.role, person.locale)
        member = await actions.add_member(session, new, password_hash=password_hash)
        admin = admin or member.id
        abilities = {"skills": list(person.skills), "languages": list(person.languages)}
        await actions.change_member(session, member.id, changes=abilities, by=admin)
    assert admin, "there are people"
    return admin


async def _key(session: AsyncSession, settings: Settings, workspace_id: UUID, *, by: UUID) -> None:
    made = await actions.create_api_key(session, name="Demo", role="admin", by=by)
    key = await session.get_one(ApiKey, made.id)
    key.token_hash = fingerprint(credentials.api_key(settings, workspace_id))
    await session.flush()


async def _macros(session: AsyncSession, actor: Actor) -> None:
    for macro in tomllib.loads(_MACROS.read_text("utf-8"))["macros"]:
        await macros.add(
            session, actor, name=macro["name"], locale=macro.get("locale"), text=macro["text"], actions=macro["actions"]
        )
