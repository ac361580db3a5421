"""Counting what conversations show of each topic: all of the last quarter, or the last answers only."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.evidence import Evidence
from relevo.kit.clock import now

WINDOW = timedelta(days=90)

# Proposals count from when they were made; answers that were said, from when they were said. What the gate kept back of either is
# in the turn's receipt. A contact comes back where they open another conversation about the same topic within a week.
_COUNT = text("""
with made as (
    select p.topic, p.turn_id, p.agreed,
        row_number() over (partition by p.topic order by p.made_at desc) as place
    from proposals p where p.workspace_id = relevo_workspace() and p.made_at > :since and p.outcome = 'answer'
), said as (
    select t.topic, t.id, t.message_id, t.created_at, c.contact_id, c.id as conversation_id,
        row_number() over (partition by t.topic order by t.created_at desc) as place
    from turns t join conversations c on c.id = t.conversation_id
    where t.workspace_id = relevo_workspace() and t.created_at > :since and t.decision = 'answer' and t.message_id is not null
        and t.topic is not null and jsonb_array_length(t.sources) > 0
), lately_made as (select * from made where place <= :most
), lately_said as (select * from said where place <= :most
), refused as (
    select t.topic, count(*) as sentences from turns t, jsonb_array_elements(t.receipt->'refused') one
    where t.workspace_id = relevo_workspace() and (one->>'committing' = 'true' or one->>'verdict' = 'contradicted')
        and t.id in (select turn_id from lately_made union select id from lately_said)
    group by t.topic
), topics as (select topic from lately_made union select topic from lately_said)
select topics.topic,
    (select count(*) from (select turn_id from lately_made m where m.topic = topics.topic
        union select id from lately_said s where s.topic = topics.topic) answers) as answers,
    (select count(*) from lately_made m where m.topic = topics.topic and m.agreed is not null) as compared,
    (select count(*) from lately_made m where m.topic = topics.topic and m.agreed) as agreed,
    coalesce((select sentences from refused r where r.topic = topics.topic), 0) as unsupported,
    (select count(*) from lately_said s where s.topic = topics.topic) as said,
    (select count(distinct s.conversation_id) from lately_said s where s.topic = topics.topic and exists (
        select 1 from turns again join conversations c on c.id = again.conversation_id
        where c.contact_id = s.contact_id and c.id <> s.conversation_id and again.topic = s.topic
            and again.created_at > s.created_at and again.created_at < s.created_at + interval '7 days')) as repeat_contacts,
    (select count(distinct s.message_id) from lately_said s join recalls r on r.message_id = s.message_id
        where s.topic = topics.topic and r.state in ('open', 'sent')) as recalled
from topics
""")


async def evidence(
    session: AsyncSession, *, most: int = 1_000_000, since: datetime | None = None
) -> dict[str, Evidence]:
    """By topic; `most` limits it to the last ones."""
    rows = await session.execute(_COUNT, {"since": since or now() - WINDOW, "most": most})
    return {row["topic"]: _evidence(row) for row in rows.mappings()}


def _evidence(row: Any) -> Evidence:
    return Evidence(**{name: row[name] for name in Evidence.__dataclass_fields__})
