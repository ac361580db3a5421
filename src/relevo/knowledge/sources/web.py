"""Pages and site maps taken at once, as from the command line. They become sources, so that they can be looked at again."""

import re
from collections.abc import Callable
from uuid import UUID

from relevo.knowledge.files import Report
from relevo.knowledge.reading.types import Unreadable
from relevo.knowledge.sources import actions, runs
from relevo.knowledge.sources.guard import guard_of
from relevo.knowledge.sources.jobs import wait_for, work
from relevo.knowledge.sources.pages import Fetcher
from relevo.knowledge.sources.sitemap import is_sitemap
from relevo.knowledge.sources.types import Kind
from relevo.knowledge.taking import Outcome, outcome_of
from relevo.knowledge.types import SYSTEM
from relevo.platform.outbound.client import client
from relevo.platform.outbound.fetch import Budget
from relevo.platform.outbound.guard import read_url
from relevo.platform.outbound.refused import FetchFailed, Refused
from relevo.platform.platform import Platform

_LONGEST_SECONDS = 3_600.0
_LOOK = Budget(bytes=64 * 1024, seconds=20.0)
_ADDRESS = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Anything with a scheme; which ones are fetched is for the guard to say."""
    return bool(_ADDRESS.match(text))


async def add_address(
    platform: Platform, workspace_id: UUID, address: str, *, locale: str | None, on_report: Callable[[Report], None]
) -> list[Report]:
    """A site map is recognised by what it holds. Says what became of each page."""
    reports: list[Report] = []

    def on_item(name: str, outcome: Outcome) -> None:
        reports.append(Report(name, outcome))
        on_report(reports[-1])

    try:
        kind, found = await _looked_at(platform, address)
        source_id = await _begun(platform, workspace_id, kind, found, locale)
        await work(platform, workspace_id, source_id, seconds=_LONGEST_SECONDS, on_item=on_item)
        failed = await wait_for(platform, workspace_id, source_id)
    except (FetchFailed, Refused, Unreadable) as error:
        on_item(address, outcome_of(error))
        return reports
    if not reports:
        on_item(address, Outcome(False, failed.last_error if failed and failed.last_error else "empty"))
    return reports


async def _looked_at(platform: Platform, address: str) -> tuple[Kind, str]:
    """What kind of source it is, and its address as it is kept. Raises FetchFailed, Refused, Unreadable."""
    url = read_url(address).copy_with(fragment=None)
    async with client("knowledge", guard=guard_of(platform)) as http:
        page = await Fetcher(http).get(str(url), budget=_LOOK)
    if page.status != 200:
        raise Unreadable("The site answered with an error.", code="http_status", value=str(page.status))
    return "sitemap" if is_sitemap(page.body) else "page", str(url)


async def _begun(platform: Platform, workspace_id: UUID, kind: Kind, address: str, locale: str | None) -> UUID:
    async with platform.db.transaction(workspace_id) as session:
        source = await actions.find(session, kind, address)
        if source is None:
            source = await actions.add(session, workspace_id, kind=kind, address=address, locale=locale, by=SYSTEM)
        else:
            if locale and locale != source.locale:
                source = await actions.change(session, source.id, {"locale": locale})
            runs.begin(source)
        return source.id
