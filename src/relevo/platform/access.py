"""Who asks. Every read and write of a slice is given an actor, and rows are reached through `visible_to(actor)`."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from relevo.kit.errors import Forbidden

Role = Literal["agent", "supervisor", "admin"]
_RANK: dict[Role, int] = {"agent": 0, "supervisor": 1, "admin": 2}


@dataclass(frozen=True)
class Actor:
    """A member acting in their workspace, by a signed-in browser or an API key.

    `credential_id` is the sign-in's or key's id, so that live connections end with it.
    """

    workspace_id: UUID
    member_id: UUID
    name: str
    role: Role
    locale: str
    credential_id: UUID
    is_program: bool = False

    def at_least(self, role: Role) -> bool:
        return _RANK[self.role] >= _RANK[role]

    def require(self, role: Role) -> None:
        """Raises Forbidden where this member's role is below `role`."""
        if not self.at_least(role):
            raise Forbidden(f"This needs the role {role}; yours is {self.role}.")


@dataclass(frozen=True)
class Customer:
    """A contact acting through the widget, by the token it was given."""

    workspace_id: UUID
    contact_id: UUID
    inbox_id: UUID
    token_version: int
