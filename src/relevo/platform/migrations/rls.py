"""Row-level security for a table of a workspace: forced, so that it binds the owner too.

The application's role sees and writes rows of the workspace named by the transaction, and no others. The owner, who runs
migrations, backups and the few functions marked `security definer`, sees all of them by a policy of its own.
"""

from alembic import context, op


def owner() -> str:
    return context.config.attributes["owner"]


def app() -> str:
    return context.config.attributes["app"]


def protect(table: str, *, column: str = "workspace_id", also: str = "false") -> None:
    """`also` is a further condition under which a row may be read (and only read)."""
    condition = f"{column} = (select relevo_workspace())"
    op.execute(f"alter table {table} enable row level security")
    op.execute(f"alter table {table} force row level security")
    op.execute(f"create policy of_workspace on {table} using ({condition}) with check ({condition})")
    op.execute(f"create policy of_owner on {table} to {owner()} using (true) with check (true)")
    if also != "false":
        op.execute(f"create policy also_read on {table} for select using ({also})")
    op.execute(f"grant select, insert, update, delete on {table} to {app()}")
