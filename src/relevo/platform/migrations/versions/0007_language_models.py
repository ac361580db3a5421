"""Language models, what they may cost, and every call of them."""

from alembic import op

from relevo.platform.migrations.rls import protect

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MODELS = """
create table language_models (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    provider text not null check (provider in ('openai', 'anthropic', 'google', 'mistral', 'openai_compatible')),
    name text not null,
    model text not null,
    base_url text,
    sealed_key bytea, -- encrypted with a key that is not in the database
    role text not null check (role in ('first', 'fallback', 'off')),
    price_in numeric(12, 6) not null default 0, -- of a million tokens
    price_out numeric(12, 6) not null default 0,
    max_tokens integer not null default 800,
    first_token_seconds real not null default 8,
    total_seconds real not null default 20,
    -- What the provider says has answered, and since when it says so: a model may be changed without a word.
    reported text,
    reported_since timestamptz,
    reported_before text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create unique index language_models_in_use on language_models (workspace_id, role) where role <> 'off';
"""

BUDGETS = """
-- Null is no limit. Money in the currency of the prices.
create table language_budgets (
    workspace_id uuid primary key references workspaces on delete cascade,
    currency text not null default 'EUR',
    per_conversation numeric(12, 4),
    per_day numeric(12, 4),
    per_month numeric(12, 4),
    tokens_per_conversation bigint default 60000,
    tokens_per_day bigint default 5000000,
    tokens_per_month bigint,
    updated_at timestamptz not null default now()
);
-- What calls have cost, those under way counted with the most they can cost. `period` is "month 2026-11", "day 2026-11-21" or
-- "conversation …": its row is locked when a call begins, so that many at once cannot go over the limit together.
create table language_spending (
    workspace_id uuid not null references workspaces on delete cascade,
    period text not null,
    tokens bigint not null default 0,
    cost numeric(14, 6) not null default 0,
    updated_at timestamptz not null default now(),
    primary key (workspace_id, period)
);
"""

CALLS = """
-- Every call of a model. What was sent and what came back is not kept: both stand, as far as they were said, in the conversation.
create table language_calls (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    conversation_id uuid, -- without a reference: that would lock the row that the customer's next message waits for
    language_model_id uuid references language_models on delete set null,
    provider text not null,
    model text not null,
    reported text,
    purpose text not null,
    prompt text not null,
    prompt_revision text not null,
    outcome text not null check (outcome in ('begun', 'answered', 'failed', 'cancelled')),
    error text,
    detail text,
    tokens_in integer not null default 0,
    tokens_out integer not null default 0,
    counted_by text not null default 'estimate' check (counted_by in ('provider', 'estimate')),
    cost numeric(14, 6) not null default 0,
    currency text not null,
    first_token_ms integer,
    latency_ms integer,
    at timestamptz not null default now()
);
create index language_calls_by_age on language_calls (workspace_id, id desc);
create index language_calls_of_conversation on language_calls (conversation_id) where conversation_id is not null;
"""

PROTECTED = ("language_models", "language_budgets", "language_spending", "language_calls")


def upgrade() -> None:
    for part in (MODELS, BUDGETS, CALLS):
        op.execute(part)
    for table in PROTECTED:
        protect(table)


def downgrade() -> None:
    raise NotImplementedError("There is no way back from this version; restore a backup instead.")
