"""Changes of what the assistant may do, kept and told to members."""

from collections.abc import Sequence
from typing import Any, Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.tables import Notice
from relevo.assistant.autonomy.types import By, Level, Where
from relevo.kit.clock import now, rfc3339
from relevo.kit.ids import new_id
from relevo.platform.events import record

Kind = Literal["promoted", "demoted", "set", "stopped", "resumed"]


async def note(
    session: AsyncSession, workspace_id: UUID, kind: Kind, *,
    by: By, because: Sequence[str], where: Where | None = None, before: Level | None = None, after: Level | None = None,
) -> None:  # fmt: skip
    where = where or Where()
    notice = Notice(
        id=new_id(), workspace_id=workspace_id, kind=kind, topic=where.topic, language=where.language, channel=where.channel,
        before=before, after=after, because=list(because), set_by=by.as_json(), at=now(),
    )  # fmt: skip
    session.add(notice)
    await session.flush()
    await record(session, "autonomy.changed", data=view(notice))


def view(notice: Notice) -> dict[str, Any]:
    return {
        "kind": notice.kind,
        "topic": notice.topic,
        "language": notice.language,
        "channel": notice.channel,
        "from": notice.before,
        "to": notice.after,
        "because": notice.because,
        "by": notice.set_by,
        "at": rfc3339(notice.at),
    }
