"""Articles with states, validity, revisions; what readers of the help centre say and read; help centres themselves."""

from alembic import op

from relevo.platform.migrations.rls import protect

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ARTICLES = """
alter table articles drop constraint articles_status_check;
alter table articles
    add constraint articles_status_check check (status in ('draft', 'review', 'published', 'withdrawn')),
    add column revision integer not null default 1,
    add column proposed integer, -- a revision that waits for review while this one stays published
    add column valid_from timestamptz,
    add column valid_until timestamptz,
    add column countries text[] not null default '{}', -- ISO 3166, lower case; empty: everywhere
    add column audience text not null default 'everyone' check (audience in ('everyone', 'members')),
    add column tags text[] not null default '{}',
    add column category text not null default '',
    add column source_id uuid,
    add column slug text not null default '',
    add column translation_of uuid references articles on delete set null,
    add column checked jsonb not null default '[]', -- what was found in it or between it and others
    add column changed_by jsonb;

-- Addresses of articles that were there before: the title's letters and numbers.
update articles set slug = coalesce(nullif(trim(both '-' from left(regexp_replace(
    translate(lower(title), 'áàâäãåéèêëíìîïóòôöõúùûüñçýÿ', 'aaaaaaeeeeiiiiooooouuuuncyy'), '[^a-z0-9]+', '-', 'g'), 80)), ''), 'a');
update articles a set slug = left(slug, 60) || '-' || right(id::text, 12)
where exists (select from articles b where b.workspace_id = a.workspace_id and b.slug = a.slug and b.id < a.id);
alter table articles
    alter column slug drop default,
    add constraint articles_slug unique (workspace_id, slug);
create index articles_by_time on articles (workspace_id, updated_at desc, id desc);
create index articles_of_source on articles (source_id) where source_id is not null;
create index articles_translations on articles (translation_of) where translation_of is not null;
"""

REVISIONS = """
-- Everything that is needed to show how an article was, or to go back to it.
create table article_revisions (
    article_id uuid not null references articles on delete cascade,
    revision integer not null,
    workspace_id uuid not null references workspaces on delete cascade,
    title text not null,
    locale text not null,
    body text not null,
    url text,
    source text not null default '',
    status text not null,
    category text not null default '',
    tags text[] not null default '{}',
    countries text[] not null default '{}',
    audience text not null default 'everyone',
    valid_from timestamptz,
    valid_until timestamptz,
    changed_by jsonb,
    changed_at timestamptz not null default now(),
    note text not null default '',
    primary key (article_id, revision)
);
insert into article_revisions (article_id, revision, workspace_id, title, locale, body, url, source, status, changed_at)
    select id, 1, workspace_id, title, locale, body, url, source, status, updated_at from articles;

-- Marks of an article's text. Articles that share one are looked at closely: they may say the same.
create table article_marks (
    article_id uuid not null references articles on delete cascade,
    mark bigint not null,
    workspace_id uuid not null references workspaces on delete cascade,
    primary key (article_id, mark)
);
create index article_marks_alike on article_marks (workspace_id, mark);
"""

READERS = """
-- "Was this useful?" Nothing is kept of who said so.
create table article_feedback (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    article_id uuid not null references articles on delete cascade,
    revision integer not null,
    useful boolean not null,
    comment text not null default '',
    at timestamptz not null default now()
);
create index article_feedback_of_article on article_feedback (article_id, id);
create table article_reads (
    article_id uuid not null references articles on delete cascade,
    day date not null,
    workspace_id uuid not null references workspaces on delete cascade,
    times integer not null default 0,
    primary key (article_id, day)
);
create index article_reads_by_day on article_reads (workspace_id, day);
create table help_centres (
    workspace_id uuid primary key references workspaces on delete cascade,
    slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
    enabled boolean not null default false,
    settings jsonb not null default '{}',
    updated_at timestamptz not null default now()
);
-- A reader names the help centre by its address, before the workspace is known.
create function relevo_help_centre(p_slug text) returns uuid
language sql stable security definer set search_path = pg_catalog, public as $$
    select h.workspace_id from help_centres h where h.slug = p_slug and h.enabled
$$;
"""

TABLES = ("article_revisions", "article_marks", "article_feedback", "article_reads", "help_centres")


def upgrade() -> None:
    op.execute(ARTICLES)
    op.execute(REVISIONS)
    op.execute(READERS)
    for table in TABLES:
        protect(table)


def downgrade() -> None:
    op.execute("drop function relevo_help_centre(text)")
    for table in reversed(TABLES):
        op.execute(f"drop table {table}")
    op.execute("update articles set status = 'draft' where status in ('review', 'withdrawn')")
    op.execute("alter table articles drop constraint articles_status_check")
    op.execute("alter table articles add constraint articles_status_check check (status in ('draft', 'published'))")
    for column in (
        "revision", "proposed", "valid_from", "valid_until", "countries", "audience", "tags", "category", "source_id",
        "slug", "translation_of", "checked", "changed_by",
    ):  # fmt: skip
        op.execute(f"alter table articles drop column {column}")
