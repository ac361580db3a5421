"""The list of conversations in a small and in a large workspace. The rows are made by SQL; the list is asked for by HTTP."""

import time

from benchmarks.product import Product, Workspace

VIEWS = ("all", "waiting", "unassigned", "mine", "resolved")

# One in ten is open: as many workspaces look after a year. Activity is spread evenly over 300 days.
_SEED = """
with made as (
    insert into contacts (id, workspace_id, name, locale)
    select gen_random_uuid(), $1, 'Cliente ' || n, 'es' from generate_series(1, $3::integer) n returning id, name
), numbered as (
    select id, row_number() over (order by name) as n from made
)
insert into conversations (id, workspace_id, inbox_id, contact_id, status, holder, assignee_id, locale, preview, last_message_at,
    waiting_since, queued_at, resolved_at, snoozed_until, created_at)
select gen_random_uuid(), $1, $2, id,
    case when n % 10 = 0 then 'open' when n % 50 = 1 then 'snoozed' else 'resolved' end,
    case n / 10 % 3 when 0 then 'assistant' when 1 then 'queue' else 'agent' end,
    case when n / 10 % 3 = 2 then (select id from members where workspace_id = $1 limit 1) end,
    'es', '¿Cuánto tarda el envío a Canarias?', now() - n * interval '300 days' / $3,
    case when n % 10 = 0 and n / 10 % 3 > 0 then now() - n * interval '300 days' / $3 end,
    case when n % 10 = 0 and n / 10 % 3 = 1 then now() - n * interval '300 days' / $3 end,
    case when n % 10 <> 0 and n % 50 <> 1 then now() - n * interval '300 days' / $3 end,
    case when n % 50 = 1 then now() + interval '1 day' end,
    now() - n * interval '300 days' / $3
from numbered
"""

_READINGS = """
insert into conversation_readings (conversation_id, workspace_id, intent, intents, emotion, course, since, urgency, language)
select id, workspace_id, 'order_status', '{order_status,small_talk}', 'frustrated', 'rising', last_message_at, 'high', 'es'
from conversations where workspace_id = $1
"""


async def fill(product: Product, workspace: Workspace, conversations: int) -> None:
    connection = await product.database()
    try:
        await connection.execute(_SEED, workspace.id, workspace.inbox_id, conversations, timeout=600)
        await connection.execute(_READINGS, workspace.id, timeout=600)
        await connection.execute("analyze contacts, conversations, conversation_readings")
    finally:
        await connection.close()


def times_of_list(product: Product, workspace: Workspace, *, times: int = 60) -> dict[str, list[float]]:
    """Milliseconds of each view's first page."""
    with product.asking() as connection:
        found: dict[str, list[float]] = {view: [] for view in VIEWS}
        for number in range(times + 5):
            for view in VIEWS:
                began = time.perf_counter()
                connection.get(f"/api/v1/conversations?view={view}", workspace.api_key)
                if number >= 5:
                    found[view].append((time.perf_counter() - began) * 1000)
        return found
