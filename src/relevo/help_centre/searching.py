"""Searching a help centre: the best passage of each article, with the reader's words marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.help_centre.library import Card
from relevo.help_centre.visit import Visit
from relevo.kit.text import clean_line, shorten
from relevo.knowledge.search import search
from relevo.knowledge.stems import is_empty, stem

LONGEST = 200
_MOST = 8
_FAR_BEHIND = 0.4  # of the best one's score; what answers so much worse only hides what answers
_SNIPPET = 240
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Result:
    card: Card
    heading: str
    snippet: Markup


async def results(visit: Visit, session: AsyncSession, query: str) -> list[Result]:
    """Articles in the reader's language first; of another one where it answers better."""
    hits = await search(
        session, visit.centre.workspace_id, query=query, locale=visit.locale, limit=3 * _MOST, audience="everyone", at=visit.at
    )  # fmt: skip
    shelves = [visit.library.shelf(locale, at=visit.at) for locale in visit.centre.look.locales]
    found: dict[str, Result] = {}
    for hit in hits:
        if hit.score < _FAR_BEHIND * hits[0].score:
            continue
        card = next((shelf.by_name[hit.entry.article] for shelf in shelves if hit.entry.article in shelf.by_name), None)
        if card and card.name not in found:
            heading = hit.entry.heading if hit.entry.heading != card.title else ""
            found[card.name] = Result(card, heading, snippet(hit.entry.text, query, card.locale))
    return list(found.values())[:_MOST]


def read_query(text: str) -> str:
    return clean_line(text[: 2 * LONGEST], limit=LONGEST)


def snippet(text: str, query: str, locale: str) -> Markup:
    """The line that has most of the question's words, with those marked."""
    wanted = frozenset(stem(word, locale) for word in _WORD.findall(query.lower()) if not is_empty(word, locale))
    lines = [shorten(re.sub(r"^(?:-|\d+\.) ", "", line), _SNIPPET) for line in text.splitlines() if line.strip()]
    if not lines:
        return Markup("")
    best = max(range(len(lines)), key=lambda at: (_matches(lines[at], wanted, locale), -at))
    chosen = lines[best]
    if len(chosen) < _SNIPPET // 2 and best + 1 < len(lines):
        chosen = shorten(f"{chosen} {lines[best + 1]}", _SNIPPET)
    return Markup("").join(_marked(chosen, wanted, locale))


def _matches(line: str, wanted: frozenset[str], locale: str) -> int:
    return len({stem(word, locale) for word in _WORD.findall(line.lower())} & wanted)


def _marked(line: str, wanted: frozenset[str], locale: str) -> Iterator[Markup]:
    at = 0
    for word in _WORD.finditer(line):
        if stem(word[0].lower(), locale) in wanted:
            yield escape(line[at : word.start()])
            yield Markup("<mark>{}</mark>").format(word[0])
            at = word.end()
    yield escape(line[at:])
