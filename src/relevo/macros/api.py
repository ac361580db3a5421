"""Routes of macros. All members read and apply them; supervisors write them."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from relevo.macros import actions, queries
from relevo.macros.tables import Macro
from relevo.platform.http import Body, platform_of
from relevo.workspaces.authenticate import Agent, Supervisor
from relevo.workspaces.types import Locale

router = APIRouter(prefix="/api/v1/macros", tags=["macros"])


class MacroActions(Body):
    """What is done after the text is sent."""

    resolve: Literal[True] | None = None
    assign_me: Literal[True] | None = None
    tag: Annotated[str, Field(min_length=1, max_length=40)] | None = None
    snooze_hours: Annotated[int, Field(ge=1, le=8760)] | None = None


class MacroIn(Body):
    name: Annotated[str, Field(min_length=1, max_length=100)]
    locale: Locale | None = Field(None, description="The language of its text; null where it fits any.")
    text: Annotated[str, Field(max_length=8000)] = ""
    actions: MacroActions = MacroActions()


class MacroChange(Body):
    name: Annotated[str, Field(min_length=1, max_length=100)] = ""
    locale: Locale | None = None
    text: Annotated[str, Field(max_length=8000)] = ""
    actions: MacroActions = MacroActions()


class MacroView(BaseModel):
    id: UUID
    name: str
    locale: str | None
    text: str
    actions: MacroActions


class Macros(BaseModel):
    macros: list[MacroView]


@router.get("")
async def list_macros(request: Request, actor: Agent) -> Macros:
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return Macros(macros=[_view(macro) for macro in await queries.in_order(session, actor)])


@router.post("", status_code=201)
async def add_macro(request: Request, actor: Supervisor, wanted: MacroIn) -> MacroView:
    """`{{contact.name}}` and `{{agent.name}}` in the text are filled in when it is applied."""
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        macro = await actions.add(
            session, actor, name=wanted.name, locale=wanted.locale, text=wanted.text, actions=_kept(wanted.actions)
        )
    platform.hub.wake(actor.workspace_id)
    return _view(macro)


@router.patch("/{macro_id}")
async def change_macro(request: Request, actor: Supervisor, macro_id: UUID, change: MacroChange) -> MacroView:
    platform = platform_of(request)
    changes: dict[str, Any] = {name: getattr(change, name) for name in change.model_fields_set}
    if "actions" in changes:
        changes["actions"] = _kept(change.actions)
    async with platform.db.transaction(actor.workspace_id) as session:
        macro = await actions.change(session, actor, macro_id, changes=changes)
    platform.hub.wake(actor.workspace_id)
    return _view(macro)


@router.delete("/{macro_id}", status_code=204)
async def remove_macro(request: Request, actor: Supervisor, macro_id: UUID) -> None:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        await actions.remove(session, actor, macro_id)
    platform.hub.wake(actor.workspace_id)


def _kept(wanted: MacroActions) -> dict[str, Any]:
    return wanted.model_dump(exclude_none=True)


def _view(macro: Macro) -> MacroView:
    return MacroView.model_validate(
        {
            "id": macro.id,
            "name": macro.name,
            "locale": macro.locale,
            "text": macro.text,
            "actions": {name: value for name, value in macro.actions.items() if value},
        }
    )
