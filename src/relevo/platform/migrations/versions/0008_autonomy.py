"""What the assistant may do by itself, its proposals, receipts and recalls."""

from alembic import op

from relevo.platform.migrations.rls import protect

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

LEVELS = """
-- What the assistant may do by itself. '*' stands for every topic, language or channel; the row that says most wins. Where no
-- row fits, people answer alone.
create table autonomy_levels (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    topic text not null,
    language text not null default '*',
    channel text not null default '*',
    level text not null check (level in ('off', 'observe', 'suggest', 'approve', 'autonomous')),
    reason text,
    set_by jsonb not null, -- kind, id, name
    since timestamptz not null default now(),
    unique (workspace_id, topic, language, channel)
);
-- The kill switch: while there is a row, the assistant of this workspace says nothing.
create table assistant_stops (
    workspace_id uuid primary key references workspaces on delete cascade,
    reason text not null default '',
    stopped_by jsonb not null,
    stopped_at timestamptz not null default now()
);
-- Whether the assistant may say something in this transaction. Stopping takes the same lock alone, so a stop waits for what is
-- being committed, and nothing comes after it: the row is looked for with the lock held.
create function relevo_may_speak() returns boolean language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended('relevo assistant ' || relevo_workspace()::text, 0));
    return not exists (select 1 from assistant_stops);
end $$;
-- What was changed, by whom or by itself, and why.
create table autonomy_notices (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    kind text not null check (kind in ('promoted', 'demoted', 'set', 'stopped', 'resumed')),
    topic text not null default '*',
    language text not null default '*',
    channel text not null default '*',
    before text,
    after text,
    because jsonb not null default '[]',
    set_by jsonb not null,
    at timestamptz not null default now()
);
create index autonomy_notices_by_age on autonomy_notices (workspace_id, id desc);

-- Until now a workspace either had the assistant answer or did not.
insert into autonomy_levels (id, workspace_id, topic, level, set_by)
    select gen_random_uuid(), w.id, '*', 'autonomous', '{"kind": "system", "id": null, "name": "Relevo"}' from workspaces w
    where coalesce(w.settings->>'assistant', 'true') <> 'false';
update workspaces set settings = settings - 'assistant';
"""

TURNS = """
alter table turns
    add column topic text,
    add column language text,
    add column channel text,
    add column level text,
    add column receipt jsonb,
    add column calls uuid[] not null default '{}';
create index turns_by_topic on turns (workspace_id, topic, created_at desc);
create index turns_of_message on turns (message_id) where message_id is not null;
-- Who let a message of the assistant go out that it had only proposed.
alter table messages add column released_by text;
"""

PROPOSALS = """
-- What the assistant would say, where it may not say it by itself. `shadow` is seen by nobody before a person has answered.
create table proposals (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    conversation_id uuid not null references conversations on delete cascade,
    turn_id uuid not null references turns on delete cascade,
    upto_message_id uuid not null, -- the customer's last message that it answers
    topic text not null,
    language text not null,
    channel text not null,
    level text not null check (level in ('observe', 'suggest', 'approve')),
    state text not null check (state in ('waiting', 'released', 'edited', 'refused', 'expired', 'shadow')),
    outcome text not null,
    text text not null,
    sources jsonb not null default '[]',
    quick_replies jsonb not null default '[]',
    receipt jsonb,
    unsupported smallint not null default 0,
    reasons jsonb not null default '[]',
    refusal text,
    message_id uuid, -- what was said in the end
    settled_by jsonb,
    settled_at timestamptz,
    -- How it compares with what the person wrote; null until somebody has.
    agreed boolean,
    similarity real,
    compared_with text,
    compared_at timestamptz,
    made_at timestamptz not null default now(),
    unique (conversation_id, upto_message_id)
);
create index proposals_by_topic on proposals (workspace_id, topic, made_at desc);
create index proposals_waiting on proposals (conversation_id) where state = 'waiting';
"""

GROUNDS = """
-- What each sentence of an answer stands on: the receipt, to be found from the article.
create table grounds (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    message_id uuid not null references messages on delete cascade,
    conversation_id uuid not null references conversations on delete cascade,
    article_id uuid,
    article text not null,
    revision integer not null,
    sentence text not null,
    quote text not null,
    said_at timestamptz not null default now()
);
create index grounds_of_article on grounds (workspace_id, article_id);
create index grounds_of_name on grounds (workspace_id, article);
create index grounds_of_message on grounds (message_id);
-- Answers that stood on something that is no longer so, with a correction to be approved.
create table recalls (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    article_id uuid,
    article text not null,
    title text not null,
    revision_from integer not null,
    revision_to integer, -- null where the article is withdrawn
    message_id uuid not null references messages on delete cascade,
    conversation_id uuid not null references conversations on delete cascade,
    contact_id uuid not null references contacts on delete cascade,
    said_at timestamptz not null,
    sentence text not null,
    was text not null,
    is_now text,
    draft text not null,
    state text not null default 'open' check (state in ('open', 'sent', 'dismissed', 'void')),
    sent_message_id uuid,
    settled_by jsonb,
    settled_at timestamptz,
    found_at timestamptz not null default now()
);
create unique index recalls_once on recalls (message_id, md5(sentence)) where state in ('open', 'sent', 'dismissed');
create index recalls_by_state on recalls (workspace_id, state, id desc);
"""

PROTECTED = ("autonomy_levels", "assistant_stops", "autonomy_notices", "proposals", "grounds", "recalls")


def upgrade() -> None:
    for part in (LEVELS, TURNS, PROPOSALS, GROUNDS):
        op.execute(part)
    for table in PROTECTED:
        protect(table)


def downgrade() -> None:
    raise NotImplementedError("There is no way back from this version; restore a backup instead.")
