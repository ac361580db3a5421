"""Beginning a chat session: which inbox, from which site, and who, where the site vouches for it."""

from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.contacts import actions as contacts
from relevo.contacts.tables import Contact
from relevo.inboxes.tables import Inbox
from relevo.kit.errors import Forbidden, Unauthenticated
from relevo.kit.text import clean_line
from relevo.platform.access import Customer
from relevo.platform.platform import Platform
from relevo.widget import receive, tokens
from relevo.widget.schemas import SessionIn, SessionOut

LOCALES = ("es", "en")
_LEEWAY_SECONDS = 30


async def begin(platform: Platform, wanted: SessionIn, *, origin: str | None) -> SessionOut:
    """A token for a new contact, or for the one that the site's signed identity names.

    Raises NotFound for an unknown widget key, Forbidden from a site that is not on the inbox's list, Unauthenticated for an
    identity that is not signed by the site.
    """
    inbox, workspace = await receive.inbox_by_key(platform, wanted.widget_key)
    check_origin(inbox, origin)
    claims = _claims(inbox, wanted.identity) if wanted.identity else None
    locale = locale_of(wanted.locale, workspace.locale)
    page = wanted.page.model_dump() if wanted.page else None
    async with platform.db.transaction(workspace.id) as session:
        contact = await _known(session, claims) if claims else None
        contact = contact or await _new(session, workspace.id, claims, locale=locale, page=page)
        contact.page = page or contact.page
        customer = Customer(workspace.id, contact.id, inbox.id, contact.token_version)
    return SessionOut(token=tokens.issue(platform.chat_tokens, customer, origin=origin), contact_id=customer.contact_id)


def check_origin(inbox: Inbox, origin: str | None) -> None:
    """An inbox may name the sites that carry its widget. Programs send no origin; browsers always do."""
    allowed: list[str] = inbox.settings.get("allowed_origins") or []
    if not allowed or origin is None:
        return
    parts = urlsplit(origin)
    if origin not in allowed and not any(entry == parts.hostname for entry in allowed if "://" not in entry):
        raise Forbidden(
            "This site may not use the chat; add it to the inbox's list of sites.", code="origin_not_allowed"
        )


def locale_of(asked: str | None, default: str) -> str:
    """The language to talk in: the one asked for where Relevo speaks it, otherwise the workspace's."""
    language = (asked or default).lower().replace("_", "-").split("-")[0]
    return language if language in LOCALES else default


def _claims(inbox: Inbox, identity: str) -> dict[str, Any]:
    """What the site's server says of its customer. One algorithm, one key; everything else is refused."""
    secret: str = inbox.settings.get("identity_secret") or ""
    if len(secret) < 16:
        raise Unauthenticated("This chat accepts no signed identities.", code="invalid_identity")
    try:
        token = jwt.decode(identity, OctKey.import_key(secret), algorithms=["HS256"])
        rules = jwt.JWTClaimsRegistry(
            leeway=_LEEWAY_SECONDS,
            exp={"essential": True},
            sub={"essential": True},
            aud={"essential": False, "values": [str(inbox.id), "relevo"]},
        )
        rules.validate(token.claims)
    except (JoseError, ValueError, TypeError) as error:
        raise Unauthenticated("The signed identity is not valid or has expired.", code="invalid_identity") from error
    return token.claims


async def _known(session: AsyncSession, claims: dict[str, Any]) -> Contact | None:
    return await contacts.find_verified(session, kind="external", value=_text(claims, "sub"))


async def _new(
    session: AsyncSession,
    workspace_id: UUID,
    claims: dict[str, Any] | None,
    *,
    locale: str,
    page: dict[str, Any] | None,
) -> Contact:
    name = _text(claims, "name") if claims else ""
    contact = await contacts.add(session, workspace_id, locale=locale, name=name, page=page)
    if claims:
        await contacts.add_identity(session, contact, kind="external", value=_text(claims, "sub"), verified=True)
        if email := _text(claims, "email"):
            # The site knows this address of its customer; it has not been proved to us.
            await contacts.add_identity(session, contact, kind="email", value=email.lower(), verified=False)
    return contact


def _text(claims: dict[str, Any], name: str) -> str:
    return clean_line(str(claims.get(name) or ""), limit=200)
