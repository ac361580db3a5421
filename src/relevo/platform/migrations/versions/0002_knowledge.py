"""Articles and their passages; the assistant's turns."""

from alembic import op

from relevo.platform.migrations.rls import protect

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KNOWLEDGE = """
create table articles (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    name text not null, -- stable: answers cite it
    title text not null,
    locale text not null,
    body text not null,
    url text,
    source text not null default '',
    status text not null default 'published' check (status in ('draft', 'published')),
    content_hash text not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (workspace_id, name)
);
create table passages (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    article_id uuid not null references articles on delete cascade,
    position integer not null,
    heading text not null,
    text text not null,
    locale text not null,
    unique (article_id, position)
);
-- Another number with every change of a workspace's articles: an index in memory that has a different one is built anew.
create table knowledge_versions (
    workspace_id uuid primary key references workspaces on delete cascade,
    version bigint not null
);
"""

TURNS = """
create table turns (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    conversation_id uuid not null references conversations on delete cascade,
    message_id uuid, -- what was said, if anything
    question text not null,
    decision text not null check (decision in ('answer', 'clarify', 'hand_off', 'silence', 'failed')),
    reason text, -- of a handoff
    reasons jsonb not null default '[]',
    sources jsonb not null default '[]',
    timings jsonb not null default '{}', -- milliseconds by step
    created_at timestamptz not null default now()
);
create index on turns (conversation_id, id);
create index on turns (workspace_id, created_at desc);
"""


def upgrade() -> None:
    op.execute(KNOWLEDGE)
    op.execute(TURNS)
    for table in ("articles", "passages", "knowledge_versions", "turns"):
        protect(table)


def downgrade() -> None:
    for table in ("turns", "knowledge_versions", "passages", "articles"):
        op.execute(f"drop table {table}")
