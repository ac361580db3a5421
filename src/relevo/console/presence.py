"""Who is there, and who looks at which conversation. Who is there is a row, so that customers are told the truth; who looks at
what lives only as long as the sockets of this process."""

import asyncio
from collections import Counter
from uuid import UUID

from sqlalchemy import select, update

from relevo.console.schemas import MemberPresence
from relevo.kit.clock import now
from relevo.kit.errors import Unavailable
from relevo.platform.access import Actor
from relevo.platform.platform import Platform
from relevo.workspaces.queries import PRESENT
from relevo.workspaces.tables import Member

_SAY_SO_SECONDS = PRESENT.total_seconds() / 3


class Presence:
    """The members whose sockets this process holds."""

    def __init__(self) -> None:
        self._open: Counter[tuple[UUID, UUID]] = Counter()
        self._viewing: dict[UUID, tuple[UUID, UUID, str]] = {}  # member -> workspace, conversation, name

    async def arrived(self, platform: Platform, actor: Actor) -> None:
        self._open[actor.workspace_id, actor.member_id] += 1
        await _seen(platform, actor.workspace_id, [actor.member_id])
        await self.announce(platform, actor)

    async def left(self, platform: Platform, actor: Actor) -> None:
        self._open[actor.workspace_id, actor.member_id] -= 1
        if self._open[actor.workspace_id, actor.member_id] > 0:
            return
        del self._open[actor.workspace_id, actor.member_id]
        self.view(platform, actor, None)
        await self.announce(platform, actor)

    def view(self, platform: Platform, actor: Actor, conversation_id: UUID | None) -> None:
        """The member looks at this conversation now, or at none; the others are told of both changes."""
        before = self._viewing.pop(actor.member_id, None)
        if conversation_id:
            self._viewing[actor.member_id] = (actor.workspace_id, conversation_id, actor.name)
        for changed in {before[1] if before else None, conversation_id} - {None}:
            members = [
                {"id": str(member), "name": name}
                for member, (workspace, seen, name) in self._viewing.items()
                if seen == changed and workspace == actor.workspace_id
            ]
            platform.hub.tell(
                actor.workspace_id, {"type": "viewing", "data": {"conversation_id": str(changed), "members": members}}
            )

    def viewed_by(self, member_id: UUID) -> UUID | None:
        found = self._viewing.get(member_id)
        return found[1] if found else None

    async def announce(self, platform: Platform, actor: Actor) -> None:
        state = next((m for m in await self.of(platform, actor) if m.id == actor.member_id), None)
        if state:
            data = {"member_id": str(actor.member_id), "availability": state.availability}
            platform.hub.tell(actor.workspace_id, {"type": "presence", "data": data})

    async def of(self, platform: Platform, actor: Actor) -> list[MemberPresence]:
        """All members; who has no console open counts as offline, whatever they chose."""
        async with platform.db.transaction(actor.workspace_id) as session:
            members = (
                await session.scalars(
                    select(Member)
                    .where(Member.kind == "person", Member.deactivated_at.is_(None))
                    .order_by(Member.name, Member.id)
                )
            ).all()
        return [
            MemberPresence.model_validate(
                {
                    "id": m.id,
                    "name": m.name,
                    "availability": m.availability
                    if m.last_seen_at and m.last_seen_at > now() - PRESENT
                    else "offline",
                    "viewing": self.viewed_by(m.id),
                }
            )
            for m in members
        ]

    async def run(self, platform: Platform) -> None:
        """Keeps saying that the members of this process are there."""
        while True:
            await asyncio.sleep(_SAY_SO_SECONDS)
            for workspace_id in {workspace for workspace, _ in self._open}:
                try:
                    await _seen(platform, workspace_id, [m for w, m in self._open if w == workspace_id])
                except Unavailable:
                    continue


async def _seen(platform: Platform, workspace_id: UUID, member_ids: list[UUID]) -> None:
    async with platform.db.transaction(workspace_id) as session:
        await session.execute(update(Member).where(Member.id.in_(member_ids)).values(last_seen_at=now()))


presence = Presence()
