"""Readings of messages and conversations, corrections, the workspace's own topics and intents; listeners' failures."""

from alembic import op

from relevo.platform.migrations.rls import app, protect

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

READINGS = """
-- What was understood of a customer's message. It references the message alone: a reference to contact or conversation would
-- lock rows that customers' next messages wait for.
create table readings (
    message_id uuid primary key references messages on delete cascade,
    workspace_id uuid not null,
    conversation_id uuid not null,
    language text not null,
    language_is_sure boolean not null,
    intents jsonb not null,
    candidates jsonb not null,
    emotion text not null,
    emotion_confidence real not null,
    emotion_because text[] not null,
    urgency text not null,
    urgency_confidence real not null,
    urgency_because text[] not null,
    wants_human boolean not null,
    personal_data jsonb not null,
    model text not null,
    -- What members said it should be, by field. It wins over what was read, which stays as it was.
    corrected jsonb not null default '{}',
    corrected_by jsonb, -- id and name of the member who did so last
    made_at timestamptz not null default now()
);
create index readings_of_conversation on readings (conversation_id, message_id);

-- Without a reference to the conversation, too; a trigger takes the row away with it.
create table conversation_readings (
    conversation_id uuid primary key,
    workspace_id uuid not null,
    intent text,
    intents text[] not null default '{}', -- newest first
    emotion text not null default 'neutral',
    course text not null default 'steady' check (course in ('rising', 'falling', 'steady')),
    since timestamptz,
    urgency text not null default 'normal',
    urgency_reason text not null default '',
    wants_human boolean not null default false,
    language text not null default '',
    updated_at timestamptz not null default now()
);
create function relevo_forget_reading() returns trigger language plpgsql as $$
begin
    delete from conversation_readings r where r.conversation_id = old.id;
    return null;
end $$;
create trigger forget_reading after delete on conversations for each row execute function relevo_forget_reading();

-- Training data: what a member said of a message. It outlives the message, so personal data are masked in its text.
create table corrections (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    message_id uuid references messages on delete set null,
    member_id uuid not null references members on delete cascade,
    text text not null,
    language text not null,
    intent text,
    emotion text not null,
    urgency text not null,
    wants_human boolean not null,
    corrected text[] not null, -- the fields that members set; the others are as they were read
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create unique index corrections_of_message on corrections (message_id);
create index corrections_by_age on corrections (workspace_id, id desc);
"""

OWN_INTENTS = """
create table topics (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    name text not null,
    title text not null,
    created_at timestamptz not null default now()
);
create unique index topics_by_name on topics (workspace_id, lower(name));
create table intents (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    topic_id uuid references topics on delete set null,
    name text not null,
    title text not null,
    description text not null default '',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create unique index intents_by_name on intents (workspace_id, lower(name));
create table intent_examples (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    intent_id uuid not null references intents on delete cascade,
    text text not null,
    -- A correction proposes an example; it is learnt from once a member has accepted it.
    state text not null default 'accepted' check (state in ('accepted', 'proposed')),
    source text not null check (source in ('written', 'imported', 'correction')),
    message_id uuid references messages on delete set null,
    created_at timestamptz not null default now()
);
create unique index intent_examples_once on intent_examples (intent_id, md5(text));
create index on intent_examples (message_id) where message_id is not null;
create table intent_models (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    version integer not null,
    state text not null check (state in ('training', 'ready', 'released', 'failed')),
    progress real not null default 0,
    doing text not null default '',
    error text,
    attempts smallint not null default 0,
    intents integer not null default 0,
    examples integer not null default 0,
    quality jsonb,
    weights bytea,
    member_id uuid references members on delete set null,
    created_at timestamptz not null default now(),
    trained_at timestamptz,
    released_at timestamptz,
    unique (workspace_id, version)
);
alter table intent_models alter column weights set storage external; -- compressed already
create unique index intent_models_released on intent_models (workspace_id) where state = 'released';
create unique index intent_models_training on intent_models (workspace_id) where state = 'training';
"""

LISTENERS = """
-- Events that a listener could not deal with, after several attempts; others were not held up by them.
create table event_failures (
    listener text not null,
    seq bigint not null,
    workspace_id uuid not null,
    type text not null,
    conversation_id uuid,
    message_id uuid,
    reason text not null,
    at timestamptz not null default now(),
    primary key (listener, seq)
);

-- Events of all workspaces for a listener: ids and small facts. `horizon` and `ceiling` as in relevo_workspace_events.
create function relevo_event_page(p_seq bigint, p_types text[], p_limit integer)
returns table (horizon bigint, ceiling bigint, seq bigint, workspace_id uuid, type text, conversation_id uuid, message_id uuid,
    data jsonb, at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
    upto bigint;
    top bigint;
begin
    upto := relevo_event_horizon();
    top := event_base + (pg_snapshot_xmax(pg_current_snapshot())::text::bigint << 10) from installation;
    return query select upto, top, e.seq, e.workspace_id, e.type, e.conversation_id, e.message_id, e.data, e.at
        from (select 1) one left join lateral (
            select * from events e where e.seq > p_seq and e.seq < upto and e.type = any (p_types) order by e.seq limit p_limit
        ) e on true order by e.seq;
end $$;
"""

STREAM = """
-- A message as members get it: with its reading. Customers' streams go on using relevo_message, which knows none.
create function relevo_message_for_members(p_message uuid) returns jsonb language sql stable as $$
    select relevo_message(p_message)
        || jsonb_build_object('reading', (select to_jsonb(r) from readings r where r.message_id = p_message))
$$;

create or replace function relevo_workspace_events(p_workspace uuid, p_after bigint, p_limit integer)
returns table (horizon bigint, ceiling bigint, seq bigint, type text, at timestamptz, conversation_id uuid, data jsonb, message jsonb)
language plpgsql volatile as $$
declare
    upto bigint;
    top bigint;
begin
    perform set_config('relevo.workspace_id', p_workspace::text, true);
    upto := relevo_event_horizon(); -- read first: the statement below sees at least what was visible here
    top := event_base + (pg_snapshot_xmax(pg_current_snapshot())::text::bigint << 10) from installation;
    return query select upto, top, e.seq, e.type, e.at, e.conversation_id, e.data, relevo_message_for_members(e.message_id)
        from (select 1) one left join lateral (
            select * from events e where e.workspace_id = p_workspace and e.seq > p_after and e.seq < upto order by e.seq limit p_limit
        ) e on true order by e.seq;
end $$;
"""

# What a turn understood of the messages that it answers, kept with its reasons.
TURNS = "alter table turns add column readings jsonb not null default '[]'"

PROTECTED = (
    "readings", "conversation_readings", "corrections", "topics", "intents", "intent_examples", "intent_models", "event_failures",
)  # fmt: skip


def upgrade() -> None:
    for part in (READINGS, OWN_INTENTS, LISTENERS, STREAM, TURNS):
        op.execute(part)
    for table in PROTECTED:
        protect(table)
    op.execute(f"grant usage on type procrastinate_job_to_defer_v1 to {app()}")


def downgrade() -> None:
    raise NotImplementedError("There is no way back from this version; restore a backup instead.")
