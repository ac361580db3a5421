"""Workspaces and members, contacts, inboxes, conversations, messages, events, files, drafts, macros."""

from importlib.resources import files

from alembic import op

from relevo.platform.migrations.rls import app, protect

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INSTALLATION = """
-- One row: what belongs to the whole installation.
create table installation (
    only_row boolean primary key default true check (only_row),
    -- Added to every event's sequence number. Raised when a backup is restored into another server, whose transaction ids
    -- begin again, so that the numbers go on ascending.
    event_base bigint not null default 0,
    created_at timestamptz not null default now()
);
insert into installation default values;

create function relevo_workspace() returns uuid language sql stable parallel safe
as $$ select nullif(current_setting('relevo.workspace_id', true), '')::uuid $$;

create function relevo_login() returns uuid language sql stable parallel safe
as $$ select nullif(current_setting('relevo.login_id', true), '')::uuid $$;

-- Text without case and accents, for search: n for ñ, too, since many people type it so. The ending -ción keeps its accent,
-- which the Spanish stemmer needs to know the word's forms.
create function relevo_fold(value text) returns text language sql immutable strict parallel safe
as $$
    select regexp_replace(translate(lower(value), 'áàâäãåéèêëíìîïóòôöõúùûüñçýÿ', 'aaaaaaeeeeiiiiooooouuuuncyy'),
        '([csxgt])ion\\M', '\\1ión', 'g')
$$;
"""

PEOPLE = """
-- A person's way in, over all workspaces.
create table logins (
    id uuid primary key,
    email text not null unique check (email = lower(email)),
    password_hash text not null,
    created_at timestamptz not null default now()
);
create table workspaces (
    id uuid primary key,
    name text not null,
    locale text not null,
    settings jsonb not null default '{}',
    created_at timestamptz not null default now()
);
create table members (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    login_id uuid references logins,
    kind text not null default 'person' check (kind in ('person', 'program')),
    name text not null,
    email text,
    role text not null check (role in ('agent', 'supervisor', 'admin')),
    locale text not null,
    availability text not null default 'offline' check (availability in ('online', 'away', 'offline')),
    skills text[] not null default '{}',
    languages text[] not null default '{}',
    created_at timestamptz not null default now(),
    last_seen_at timestamptz,
    deactivated_at timestamptz,
    unique (workspace_id, login_id)
);
create index on members (login_id);
create table sign_ins (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    member_id uuid not null references members on delete cascade,
    token_hash bytea not null unique,
    user_agent text not null default '',
    created_at timestamptz not null default now(),
    last_used_at timestamptz not null default now(),
    expires_at timestamptz not null
);
create index on sign_ins (member_id);
create table api_keys (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    member_id uuid not null references members on delete cascade,
    name text not null,
    token_hash bytea not null unique,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    revoked_at timestamptz
);
"""

CONTACTS = """
create table inboxes (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    channel text not null,
    name text not null,
    widget_key text unique,
    settings jsonb not null default '{}',
    created_at timestamptz not null default now()
);
create table contacts (
    id uuid primary key,
    workspace_id uuid not null,
    name text not null default '',
    locale text not null,
    attributes jsonb not null default '{}',
    page jsonb,
    -- Number of the last event told to this contact. It is raised in the transaction that stores the event, so the lock on
    -- this row puts everything that concerns one contact in one order, without gaps.
    last_seq bigint not null default 0,
    -- Tokens of an older version are refused.
    token_version integer not null default 1,
    current_conversation_id uuid,
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now()
);
create index on contacts (workspace_id, created_at);
create table identities (
    id uuid primary key,
    workspace_id uuid not null,
    contact_id uuid not null references contacts on delete cascade,
    kind text not null,
    value text not null,
    verified_at timestamptz,
    created_at timestamptz not null default now(),
    unique (workspace_id, contact_id, kind, value)
);
-- An unverified address is only a claim: many may make it, one can hold it.
create unique index identities_verified on identities (workspace_id, kind, value) where verified_at is not null;
"""

CONVERSATIONS = """
create table conversations (
    id uuid primary key,
    workspace_id uuid not null,
    inbox_id uuid not null references inboxes,
    contact_id uuid not null references contacts on delete cascade,
    status text not null default 'open' check (status in ('open', 'snoozed', 'resolved')),
    -- Who has to answer. `epoch` counts the changes of owner: what was written under an older epoch is not sent.
    holder text not null check (holder in ('assistant', 'queue', 'agent')),
    assignee_id uuid references members,
    epoch integer not null default 1,
    version integer not null default 0,
    locale text not null,
    tags text[] not null default '{}',
    preview text not null default '',
    preview_sender text not null default 'contact',
    unread integer not null default 0,
    last_message_at timestamptz not null,
    waiting_since timestamptz,
    queued_at timestamptz,
    hand_off_reason text,
    snoozed_until timestamptz,
    resolved_at timestamptz,
    contact_read_seq bigint not null default 0,
    agent_read_seq bigint not null default 0,
    rating_score smallint check (rating_score between 1 and 5),
    rating_comment text,
    rated_at timestamptz,
    -- The assistant's turn: due from then on, put off by further messages but not beyond some seconds after the first.
    turn_due_at timestamptz,
    turn_first_at timestamptz,
    turn_claimed_until timestamptz,
    turn_attempts smallint not null default 0,
    failed_attempts smallint not null default 0,
    created_at timestamptz not null,
    check (holder <> 'agent' or assignee_id is not null)
);
create index conversations_by_activity on conversations (workspace_id, status, last_message_at desc, id desc);
create index conversations_of_contact on conversations (contact_id, id);
create index conversations_of_assignee on conversations (workspace_id, assignee_id, last_message_at desc, id desc) where status = 'open';
create index conversations_queued on conversations (workspace_id, last_message_at desc, id desc) where status = 'open' and holder = 'queue';
create index conversations_waiting on conversations (workspace_id, waiting_since, id)
    where status = 'open' and holder in ('queue', 'agent') and waiting_since is not null;
create index conversations_turn_due on conversations (turn_due_at) where turn_due_at is not null;
create index conversations_snoozed on conversations (snoozed_until) where status = 'snoozed';

create table messages (
    id uuid primary key,
    workspace_id uuid not null,
    conversation_id uuid not null references conversations on delete cascade,
    contact_id uuid not null,
    seq bigint, -- the contact's; null for notes
    client_id uuid not null,
    sender_kind text not null check (sender_kind in ('contact', 'assistant', 'agent', 'system')),
    sender_id uuid,
    sender_name text not null default '',
    automated boolean not null default false, -- sent by a program in the name of the team
    private boolean not null default false,
    text text not null,
    sources jsonb,
    outcome text check (outcome in ('answer', 'clarify', 'procedure', 'hand_off')),
    quick_replies jsonb,
    created_at timestamptz not null,
    check (private = (seq is null)),
    check ((sender_kind = 'assistant') = (outcome is not null))
);
create unique index messages_once on messages (contact_id, sender_kind, client_id);
create index messages_of_conversation on messages (conversation_id, id);
create index messages_search on messages using gin (to_tsvector('simple', relevo_fold(text)));

create table files (
    id uuid primary key,
    workspace_id uuid not null,
    contact_id uuid not null references contacts on delete cascade,
    message_id uuid references messages on delete cascade,
    uploaded_by text not null check (uploaded_by in ('contact', 'agent')),
    position smallint not null default 0, -- in its message
    name text not null,
    content_type text not null,
    size integer not null,
    width integer,
    height integer,
    content bytea not null,
    created_at timestamptz not null default now()
);
alter table files alter column content set storage external; -- images and PDF are compressed already
create index on files (message_id);
create index files_unsent on files (created_at) where message_id is null;

-- What one contact is told, in order. A message is looked up when the event is read; other events carry their data.
create table contact_events (
    contact_id uuid not null references contacts on delete cascade,
    seq bigint not null,
    workspace_id uuid not null,
    type text not null,
    message_id uuid,
    data jsonb,
    at timestamptz not null,
    primary key (contact_id, seq)
);

create table drafts (
    member_id uuid not null references members on delete cascade,
    conversation_id uuid not null references conversations on delete cascade,
    workspace_id uuid not null,
    text text not null,
    private boolean not null default false,
    updated_at timestamptz not null default now(),
    primary key (member_id, conversation_id)
);
create table handoffs (
    id uuid primary key,
    workspace_id uuid not null,
    conversation_id uuid not null references conversations on delete cascade,
    reason text not null,
    packet jsonb not null,
    created_at timestamptz not null,
    accepted_at timestamptz -- when a person took it
);
create index on handoffs (conversation_id, id);
create index on handoffs (workspace_id, accepted_at desc) where accepted_at is not null;
create table macros (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    name text not null,
    locale text,
    text text not null,
    actions jsonb not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
"""

EVENTS = """
-- Everything that happened and was committed: the outbox for listeners and the stream for agents.
create table events (
    seq bigint primary key,
    workspace_id uuid not null,
    type text not null,
    contact_id uuid,
    conversation_id uuid,
    message_id uuid,
    data jsonb,
    at timestamptz not null default clock_timestamp()
);
create index events_of_workspace on events (workspace_id, seq);
create table event_cursors (
    listener text primary key,
    seq bigint not null
);

-- The sequence number of the next event of this transaction: the transaction's id and a counter in it. Transactions become
-- visible out of order, but a reader that stays below relevo_event_horizon() sees only numbers under which nothing can
-- appear any more. No lock is shared between writers. 2^53 is not reached within 8 * 10^12 transactions.
create function relevo_next_event_seq() returns bigint language plpgsql volatile as $$
declare
    xid bigint := pg_current_xact_id()::text::bigint;
    mark text := current_setting('relevo.event_mark', true);
    n integer := 0;
begin
    if mark <> '' and split_part(mark, ':', 1)::bigint = xid then
        n := split_part(mark, ':', 2)::integer + 1;
    end if;
    if n >= 1024 then
        raise exception 'a transaction may record 1024 events';
    end if;
    perform set_config('relevo.event_mark', xid || ':' || n, true);
    return (select event_base from installation) + (xid << 10) + n;
end $$;

-- Every transaction that could still add an event below this number has ended and is visible to the statement that asks.
create function relevo_event_horizon() returns bigint language sql stable as $$
    select event_base + (pg_snapshot_xmin(pg_current_snapshot())::text::bigint << 10) from installation
$$;
"""

SEARCH = """
-- Row-level security keeps full-text operators from using an index, since they might tell about rows of others. The owner
-- sees all rows, so this function names the workspace itself.
create function relevo_search_messages(p_query text, p_limit integer) returns table (conversation_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
    select m.conversation_id from messages m
    where m.workspace_id = relevo_workspace()
        and to_tsvector('simple', relevo_fold(m.text)) @@ plainto_tsquery('simple', relevo_fold(p_query))
    order by m.id desc limit p_limit
$$;
"""

STREAMS = """
-- What a contact was told after a number, oldest first, with the messages and their files looked up.
create function relevo_contact_events(p_workspace uuid, p_contact uuid, p_token_version integer, p_after bigint, p_limit integer)
returns table (seq bigint, type text, at timestamptz, data jsonb, message jsonb) language plpgsql volatile as $$
begin
    perform set_config('relevo.workspace_id', p_workspace::text, true);
    perform from contacts c where c.id = p_contact and c.token_version = p_token_version;
    if not found then
        raise exception using errcode = 'RV002', message = 'no such session';
    end if;
    return query select e.seq, e.type, e.at, e.data, relevo_message(e.message_id)
        from contact_events e where e.contact_id = p_contact and e.seq > p_after order by e.seq limit p_limit;
end $$;

create function relevo_message(p_message uuid) returns jsonb language sql stable as $$
    select to_jsonb(m) || jsonb_build_object('files', coalesce((
        select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'content_type', f.content_type, 'size', f.size,
            'width', f.width, 'height', f.height) order by f.position, f.id)
        from files f where f.message_id = m.id), '[]'))
    from messages m where m.id = p_message
$$;

-- The workspace's events after a number, below the horizon. `horizon` and `ceiling` come with every row and with an empty
-- answer: whatever was committed before the question lies under the ceiling, so a reader that was woken asks again until the
-- horizon has reached it.
create function relevo_workspace_events(p_workspace uuid, p_after bigint, p_limit integer)
returns table (horizon bigint, ceiling bigint, seq bigint, type text, at timestamptz, conversation_id uuid, data jsonb, message jsonb)
language plpgsql volatile as $$
declare
    upto bigint;
    top bigint;
begin
    perform set_config('relevo.workspace_id', p_workspace::text, true);
    upto := relevo_event_horizon(); -- read first: the statement below sees at least what was visible here
    top := event_base + (pg_snapshot_xmax(pg_current_snapshot())::text::bigint << 10) from installation;
    return query select upto, top, e.seq, e.type, e.at, e.conversation_id, e.data, relevo_message(e.message_id)
        from (select 1) one left join lateral (
            select * from events e where e.workspace_id = p_workspace and e.seq > p_after and e.seq < upto order by e.seq limit p_limit
        ) e on true order by e.seq;
end $$;
"""

# Work that spans workspaces sees ids and nothing else; the rows are then read as the workspace they belong to.
ACROSS = """
create function relevo_due_turns(p_limit integer) returns table (workspace_id uuid, conversation_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
    select c.workspace_id, c.id from conversations c
    where c.turn_due_at <= clock_timestamp() and (c.turn_claimed_until is null or c.turn_claimed_until < clock_timestamp())
    order by c.turn_due_at limit p_limit
$$;
create function relevo_next_turn_at() returns timestamptz
language sql stable security definer set search_path = pg_catalog, public as $$
    select min(c.turn_due_at) from conversations c where c.turn_due_at is not null
        and (c.turn_claimed_until is null or c.turn_claimed_until < clock_timestamp())
$$;
create function relevo_woken() returns table (workspace_id uuid, conversation_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
    select c.workspace_id, c.id from conversations c where c.status = 'snoozed' and c.snoozed_until <= clock_timestamp()
    order by c.snoozed_until limit 200
$$;
create function relevo_events_after(p_seq bigint, p_types text[], p_limit integer)
returns table (seq bigint, workspace_id uuid, type text, conversation_id uuid, message_id uuid, data jsonb, at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
    select e.seq, e.workspace_id, e.type, e.conversation_id, e.message_id, e.data, e.at from events e
    where e.seq > p_seq and e.seq < relevo_event_horizon() and e.type = any (p_types) order by e.seq limit p_limit
$$;
-- Whom to wake: workspaces and contacts with events from a number on. For what a notification may have missed.
create function relevo_touched(p_seq bigint) returns table (horizon bigint, topics uuid[])
language sql stable security definer set search_path = pg_catalog, public as $$
    select relevo_event_horizon(), coalesce((
        select array_agg(distinct t.topic) from (
            select workspace_id as topic from events where seq >= p_seq and seq < relevo_event_horizon()
            union all select contact_id from events where seq >= p_seq and seq < relevo_event_horizon() and contact_id is not null
        ) t), '{}')
$$;
create function relevo_workspaces() returns table (workspace_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$ select w.id from workspaces w order by w.id $$;
"""

PROTECTED = (
    "sign_ins", "api_keys", "inboxes", "contacts", "identities", "conversations", "messages", "files", "contact_events",
    "drafts", "handoffs", "macros", "events",
)  # fmt: skip


def upgrade() -> None:
    for part in (INSTALLATION, PEOPLE, CONTACTS, CONVERSATIONS, EVENTS):
        op.execute(part)
    protect("workspaces", column="id")
    # Signing in has to find the memberships of a login before a workspace is chosen.
    protect("members", also="login_id = (select relevo_login())")
    for table in PROTECTED:
        protect(table)
    op.execute(SEARCH)
    op.execute(STREAMS)
    op.execute(ACROSS)
    op.execute(f"grant select, insert, update, delete on logins, event_cursors to {app()}")
    op.execute(f"grant select on installation, alembic_version to {app()}")
    _background_work()


def _background_work() -> None:
    op.get_bind().exec_driver_sql(files("procrastinate.sql").joinpath("schema.sql").read_text().replace("%", "%%"))
    tables = "procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers, procrastinate_workers"
    op.execute(f"grant select, insert, update, delete on {tables} to {app()}")
    op.execute(f"grant usage, select on all sequences in schema public to {app()}")


def downgrade() -> None:
    raise NotImplementedError("The first version has nothing to go back to; restore a backup instead.")
