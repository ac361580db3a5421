"""What the widget needs to show itself before anybody has written: looks, greeting, whether people are there."""

from typing import Any

from relevo.assistant.autonomy.policy import policy_of
from relevo.assistant.autonomy.types import Policy
from relevo.conversations.files import TYPES
from relevo.conversations.tell import usual_wait_minutes
from relevo.platform.platform import Platform
from relevo.widget import receive, sessions
from relevo.workspaces.queries import people_available
from relevo.workspaces.types import Preferences

COLOR = "#2f5d50"
_GREETING = {
    "es": {"tu": "Hola, ¿en qué te podemos ayudar?", "usted": "Hola, ¿en qué le podemos ayudar?"},
    "en": {"tu": "Hello, how can we help?", "usted": "Hello, how can we help?"},
}


async def of(platform: Platform, widget_key: str, locale: str | None, *, origin: str | None) -> dict[str, Any]:
    """Raises NotFound for an unknown key, Forbidden from a site that is not on the inbox's list."""
    inbox, workspace = await receive.inbox_by_key(platform, widget_key)
    sessions.check_origin(inbox, origin)
    async with platform.db.transaction(workspace.id) as session:
        available, wait = await people_available(session), await usual_wait_minutes(session)
        policy = await policy_of(session)
    settings = inbox.settings
    language = sessions.locale_of(locale, workspace.locale)
    preferences = Preferences.of(workspace.settings)
    form = preferences.form
    return {
        "workspace": workspace.name,
        "assistant_name": (settings.get("assistant_name") or "Relevo") if _speaks(policy, inbox.channel) else None,
        "locale": language,
        "theme": {
            "color": settings.get("color") or COLOR,
            "position": settings.get("position") or "right",
            "scheme": settings.get("scheme") or "auto",
        },
        "greeting": (settings.get("greeting") or {}).get(language) or _GREETING[language][form],
        "starters": (settings.get("starters") or {}).get(language) or [],
        "uploads": {"max_bytes": platform.settings.max_upload_bytes, "types": list(TYPES)},
        "people": {"available": available, "wait_minutes": wait if available else None},
        "privacy_url": settings.get("privacy_url"),
        "form": form,
    }


def _speaks(policy: Policy, channel: str) -> bool:
    """Whether customers meet the assistant at all; where it only thinks beside people, they need not expect it."""
    return not policy.stopped and policy.highest(channel=channel) in ("approve", "autonomous")
