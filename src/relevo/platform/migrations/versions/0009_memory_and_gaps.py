"""Facts about contacts; questions without an answer."""

from alembic import op

from relevo.platform.migrations.rls import protect

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

FACTS = """
-- What is remembered of a contact: a few kinds, each with a closed set of values or a name from the articles' titles. Never a text
-- of the contact's own. Without a value it was deleted at `said_at`: what was said before is not learnt again.
create table contact_facts (
    contact_id uuid not null references contacts on delete cascade,
    kind text not null check (kind in ('language', 'country', 'product', 'level', 'tone', 'detail')),
    workspace_id uuid not null references workspaces on delete cascade,
    value text check (length(value) between 1 and 60),
    source jsonb not null, -- kind (message, member, site), id, name
    said_at timestamptz not null,
    expires_at timestamptz,
    primary key (contact_id, kind)
);
"""

GAPS = """
-- Questions without an answer that mean the same.
create table gaps (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    locale text not null,
    state text not null default 'open' check (state in ('open', 'drafted', 'closed', 'dismissed')),
    article_id uuid references articles on delete set null,
    sentences jsonb not null default '[]', -- of the draft, with the conversations that they are from
    answered smallint,
    of smallint,
    closed_at timestamptz,
    settled_by jsonb,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index gaps_by_state on gaps (workspace_id, state, id desc);
create index gaps_of_article on gaps (article_id) where article_id is not null;
create table gap_questions (
    turn_id uuid primary key references turns on delete cascade,
    workspace_id uuid not null references workspaces on delete cascade,
    gap_id uuid not null references gaps on delete cascade,
    conversation_id uuid not null references conversations on delete cascade,
    text text not null, -- without personal data
    outcome text not null check (outcome in ('no_answer', 'failed_twice', 'not_understood')),
    answer text, -- what it is answered now that the gap is closed
    at timestamptz not null
);
create index gap_questions_of_gap on gap_questions (gap_id, at desc);
create index gap_questions_of_conversation on gap_questions (conversation_id);
"""


def upgrade() -> None:
    op.execute(FACTS)
    op.execute(GAPS)
    for table in ("contact_facts", "gaps", "gap_questions"):
        protect(table)


def downgrade() -> None:
    for table in ("gap_questions", "gaps", "contact_facts"):
        op.execute(f"drop table {table}")
