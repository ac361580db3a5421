"""All of it on one screen: levels, evidence, what may be promoted, what was changed."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy import notices
from relevo.assistant.autonomy.counting import evidence
from relevo.assistant.autonomy.evidence import Evidence, Gates, promotion
from relevo.assistant.autonomy.policy import policy_of
from relevo.assistant.autonomy.tables import LevelRow, Notice, Stop
from relevo.assistant.autonomy.topics import titles
from relevo.assistant.autonomy.types import ANY, Policy, Where
from relevo.kit.clock import rfc3339
from relevo.workspaces.queries import get_workspace

_NOTICES = 200


async def overview(session: AsyncSession) -> dict[str, Any]:
    policy, found = await policy_of(session), await evidence(session)
    gates = Gates.of((await get_workspace(session)).settings)
    rows = (await session.scalars(select(LevelRow).order_by(LevelRow.language, LevelRow.channel))).all()
    told = [
        notices.view(row) for row in await session.scalars(select(Notice).order_by(Notice.id.desc()).limit(_NOTICES))
    ]
    named = {ANY: {"es": "Todo lo demás", "en": "Everything else"}, **await titles(session)}
    return {
        "stopped": await stopped(session),
        "default": policy.level_for(Where()),
        "topics": [
            _topic(name, title, policy, rows, found.get(name, Evidence()), gates, told)
            for name, title in named.items()
            if name != ANY
        ],
        "notices": [notice for notice in told if notice["topic"] == ANY],
        "gates": asdict(gates),
    }


async def stopped(session: AsyncSession) -> dict[str, Any] | None:
    row = await session.scalar(select(Stop))
    return {"at": rfc3339(row.stopped_at), "by": row.stopped_by, "reason": row.reason} if row else None


def _topic(
    name: str, title: dict[str, str], policy: Policy, rows: Sequence[LevelRow], found: Evidence, gates: Gates,
    told: Sequence[dict[str, Any]],
) -> dict[str, Any]:  # fmt: skip
    level = policy.level_for(Where(name))
    more = promotion(level, found, gates)
    return {
        "topic": name,
        "title": title,
        "level": level,
        "levels": [_level(row) for row in rows if row.topic == name],
        "evidence": _shown(found),
        "may_promote": {"to": more[0], "because": list(more[1])} if more else None,
        "notices": [notice for notice in told if notice["topic"] == name],
    }


def _level(row: LevelRow) -> dict[str, Any]:
    return {
        "language": row.language, "channel": row.channel, "level": row.level, "since": rfc3339(row.since), "by": row.set_by,
    }  # fmt: skip


def _shown(found: Evidence) -> dict[str, Any]:
    return {
        "answers": found.answers, "sample": found.compared, "agreed": found.agreed, "agreement": found.agreement,
        "lower_bound": found.lower_bound, "unsupported": found.unsupported, "repeat_contacts": found.repeat_contacts,
        "recalled": found.recalled,
    }  # fmt: skip
