"""`relevo workspace create`, `workspace list`, `member add`."""

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from relevo.cli.options import AsJson, Data, InWorkspace, settings_of, with_platform, workspace_id_of
from relevo.kit.errors import SetupError

if TYPE_CHECKING:
    from uuid import UUID

    from relevo.assistant.autonomy.types import Level
    from relevo.platform.platform import Platform
    from relevo.workspaces.types import NewMember

Locale = Annotated[str, typer.Option(metavar="es|en", help="Its main language.")]
Role = Annotated[str, typer.Option("--role", metavar="agent|supervisor|admin", help="What they may do.")]
Assistant = Annotated[
    str,
    typer.Option(
        metavar="off|observe|suggest|approve|autonomous",
        help="What its assistant may do, about everything: nothing, think unseen, propose to agents, have agents release, answer.",
    ),
]
PasswordStdin = Annotated[bool, typer.Option("--password-stdin", help="Read the password from standard input.")]
FullName = Annotated[str, typer.Option("--name", help="How colleagues and customers see them.")]


_PEOPLE_ONLY = (
    "People answer alone here: the assistant is off. Switch it on with --assistant, or topic by topic in the console "
    "(docs/how-to/switch-the-assistant-on.md)."
)


def register(app: typer.Typer) -> None:
    workspace = typer.Typer(help="Workspaces: the companies that use this installation.", no_args_is_help=True)
    workspace.command("create")(create_workspace)
    workspace.command("list")(list_workspaces)
    app.add_typer(workspace, name="workspace")
    member = typer.Typer(help="Members: the people who work in a workspace.", no_args_is_help=True)
    member.command("add")(add_member)
    app.add_typer(member, name="member")


def create_workspace(
    name: str, locale: Locale = "es", assistant: Assistant = "off", as_json: AsJson = False, data: Data = None
) -> None:
    """Found a workspace with a chat inbox and an API key. The key is shown this once.

    People answer until the assistant is allowed to.

    Example: relevo workspace create "Casa Lumbre" --locale es --json
    """
    from relevo.assistant.autonomy.types import LEVELS

    if assistant not in LEVELS:
        raise SetupError(f"There is no level {assistant!r}; choose {', '.join(LEVELS)}.")
    made = with_platform(settings_of(data), lambda platform: _create(platform, name, locale, assistant))
    if assistant == "off":
        typer.echo(_PEOPLE_ONLY, err=True)
    if as_json:
        typer.echo(json.dumps(made))
        return
    typer.echo(f"Workspace   {made['workspace']}\nWidget key  {made['widget_key']}\nAPI key     {made['api_key']}")
    typer.echo(
        "Keep the API key now, it is not shown again. Next: relevo member add you@example.com --role admin", err=True
    )


async def _create(platform: "Platform", name: str, locale: str, assistant: "Level") -> dict[str, Any]:
    from relevo.assistant.autonomy.levels import found
    from relevo.assistant.autonomy.types import ITSELF
    from relevo.inboxes.actions import create_chat_inbox
    from relevo.kit.ids import new_id
    from relevo.workspaces import actions

    workspace_id = new_id()
    async with platform.db.transaction(workspace_id) as session:
        workspace = await actions.create_workspace(session, workspace_id, name=name, locale=locale)
        await found(session, workspace_id, assistant, by=ITSELF)
        inbox = await create_chat_inbox(session, workspace_id, workspace.name)
        key = await actions.create_api_key(session, name="relevo workspace create", role="admin")
    return {"workspace": str(workspace_id), "widget_key": inbox.widget_key, "api_key": key.text}


def list_workspaces(as_json: AsJson = False, data: Data = None) -> None:
    """List the workspaces with their widget keys.

    Example: relevo workspace list
    """
    found = with_platform(settings_of(data), _list)
    if as_json:
        typer.echo(json.dumps({"workspaces": found}))
        return
    for workspace in found:
        typer.echo(f"{workspace['workspace']}  {workspace['name']} ({workspace['locale']})")
        for key in workspace["widget_keys"]:
            typer.echo(f"    widget key {key}")


async def _list(platform: "Platform") -> list[dict[str, Any]]:
    from relevo.inboxes import queries as inboxes
    from relevo.workspaces import queries

    async with platform.db.connection() as connection:
        ids: list[UUID] = [row[0] for row in await connection.fetch("select workspace_id from relevo_workspaces()")]
    found: list[dict[str, Any]] = []
    for workspace_id in ids:
        async with platform.db.transaction(workspace_id) as session:
            workspace = await queries.get_workspace(session)
            keys = [inbox.widget_key for inbox in await inboxes.in_order(session) if inbox.widget_key]
        found.append(
            {"workspace": str(workspace_id), "name": workspace.name, "locale": workspace.locale, "widget_keys": keys}
        )
    return found


def add_member(
    email: str,
    role: Role = "agent",
    password_stdin: PasswordStdin = False,
    name: FullName = "",
    workspace: InWorkspace = None,
    locale: Annotated[str | None, typer.Option(metavar="es|en", help="Language of their console.")] = None,
    data: Data = None,
) -> None:
    """Add a person who answers. For somebody who is a member already: set their role and password anew.

    Example: echo "$PASSWORD" | relevo member add marta@example.com --role agent --name Marta --password-stdin
    """
    from typing import cast, get_args

    from relevo.platform.access import Role as KnownRole
    from relevo.workspaces.types import LOCALES, NewMember

    if role not in get_args(KnownRole):
        raise SetupError(f"There is no role {role!r}; choose agent, supervisor or admin.")
    if locale and locale not in LOCALES:
        raise SetupError(f"Relevo does not speak {locale!r}; choose {' or '.join(LOCALES)}.")
    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else _ask_password()
    new = NewMember(email, name, cast("KnownRole", role), locale)
    said = with_platform(settings_of(data), lambda platform: _add(platform, workspace, new, password))
    typer.echo(said)


def _ask_password() -> str:
    if not sys.stdin.isatty():
        raise SetupError("Pass the password on standard input, with --password-stdin.")
    return typer.prompt("Password", hide_input=True, confirmation_prompt=True)


async def _add(platform: "Platform", workspace: str | None, new: "NewMember", password: str) -> str:
    from sqlalchemy import select

    from relevo.platform.passwords import hashed
    from relevo.workspaces import actions
    from relevo.workspaces.emails import normal
    from relevo.workspaces.tables import Login, Member

    stored = await hashed(password)
    workspace_id = await workspace_id_of(platform, workspace)
    async with platform.db.transaction(workspace_id) as session:
        present = await session.scalar(
            select(Member)
            .join(Login, Login.id == Member.login_id)
            .where(Login.email == normal(new.email), Member.deactivated_at.is_(None))
        )
        if present is None:
            added = await actions.add_member(session, new, password_hash=stored)
            return f"{added.name} <{added.email}> was added as {added.role}."
        await actions.reset_password(session, present, stored)
        changes = {"role": new.role, **({"name": new.name} if new.name else {})}
        changed = await actions.change_member(session, present.id, changes=changes, by=None)
        return f"{changed.name} <{changed.email}> was a member; now {changed.role}, with the new password."
