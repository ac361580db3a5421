"""Where knowledge comes from, and what became of each page and file."""

from alembic import op

from relevo.platform.migrations.rls import protect

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

SOURCES = """
create table sources (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    kind text not null check (kind in ('page', 'sitemap', 'folder', 'upload')),
    address text not null,
    title text not null,
    locale text,
    every_hours integer check (every_hours between 1 and 8760),
    settings jsonb not null default '{}',
    state text not null default 'idle' check (state in ('idle', 'running', 'failed')),
    -- The run that is under way. What it still has to do are the items that name it.
    run_id uuid,
    done integer not null default 0,
    total integer not null default 0,
    counts jsonb not null default '{}',
    last_run_at timestamptz,
    last_error text,
    next_run_at timestamptz,
    -- Who works on it. It is theirs until then; whoever wants to write asks whether it still is.
    lease uuid,
    lease_until timestamptz,
    created_by jsonb,
    created_at timestamptz not null default now()
);
create index sources_by_age on sources (workspace_id, id desc);
create unique index sources_by_address on sources (workspace_id, kind, md5(address)) where kind <> 'upload';
create index sources_due on sources (next_run_at) where next_run_at is not null;
create index sources_running on sources (lease_until) where state = 'running';

-- A page or a file of a source, and what became of it when it was last looked at.
create table source_items (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    source_id uuid not null references sources on delete cascade,
    name text not null,
    address text not null,
    taken boolean not null default false,
    reason text not null default '',
    detail text not null default '',
    article_id uuid,
    articles text[] not null default '{}', -- names of all articles that were made of it
    run_id uuid, -- the run that has still to look at it
    attempts smallint not null default 0,
    missing smallint not null default 0, -- how many times in a row it was not there
    content_hash text,
    etag text,
    last_modified text,
    sketch bytea, -- of its text, to recognise what says nearly the same
    at timestamptz,
    unique (source_id, name)
);
create index source_items_waiting on source_items (source_id, id) where run_id is not null;

-- Files that were dropped in the console, until they have been read.
create table source_files (
    item_id uuid primary key references source_items on delete cascade,
    workspace_id uuid not null references workspaces on delete cascade,
    content bytea not null
);
alter table source_files alter column content set storage external;

-- What is to be looked at now, of all workspaces: due by the clock, or under way and left by whoever worked on it.
create function relevo_due_sources(p_limit integer) returns table (workspace_id uuid, source_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
    select s.workspace_id, s.id from sources s
    where (s.state <> 'running' and s.next_run_at <= now())
        or (s.state = 'running' and coalesce(s.lease_until, s.last_run_at) < now() - interval '30 seconds')
    order by coalesce(s.next_run_at, s.lease_until, s.last_run_at) limit p_limit
$$;
"""

TABLES = ("sources", "source_items", "source_files")


def upgrade() -> None:
    op.execute(SOURCES)
    for table in TABLES:
        protect(table)


def downgrade() -> None:
    op.execute("drop function relevo_due_sources(integer)")
    for table in reversed(TABLES):
        op.execute(f"drop table {table}")
