"""Changes to a workspace, its people and its programs' keys. None of them commits."""

from relevo.workspaces.actions.keys import create_api_key, revoke_api_key
from relevo.workspaces.actions.members import add_member, change_member, change_own, reset_password, set_password
from relevo.workspaces.actions.workspace import change_workspace, create_workspace

__all__ = [
    "add_member",
    "change_member",
    "change_own",
    "change_workspace",
    "create_api_key",
    "create_workspace",
    "reset_password",
    "revoke_api_key",
    "set_password",
]
