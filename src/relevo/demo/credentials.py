"""The demo's password and API key: worked out from the installation's own key, so that every installation has others, they are
the same at every start, and nothing readable is stored."""

import base64
from uuid import UUID

from relevo.platform.secrets import NamedToken, derive
from relevo.platform.settings import Settings
from relevo.workspaces.actions.keys import KEY_PREFIX


def password(settings: Settings) -> str:
    """One for all members of the demo; made to be typed."""
    letters = base64.b32encode(derive(settings.master_key, "demo-password")).decode().lower()
    return f"lumbre-{letters[:4]}-{letters[4:8]}-{letters[8:12]}"


def api_key(settings: Settings, workspace_id: UUID) -> str:
    secret = base64.urlsafe_b64encode(derive(settings.master_key, "demo-api-key")).rstrip(b"=").decode()
    return NamedToken(workspace_id, secret).text(KEY_PREFIX)
