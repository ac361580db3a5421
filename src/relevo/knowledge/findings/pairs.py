"""What one article has to do with others: the same said twice, or different things said of the same.

Only a few others are looked at, however many there are: those that share marks of their texts, and those that a search for what the
article claims finds.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.text import shorten
from relevo.knowledge.entry import MEMBERS
from relevo.knowledge.findings.alike import Likeness, compare
from relevo.knowledge.findings.claims import Claim, claims_of, contradict
from relevo.knowledge.findings.types import Found
from relevo.knowledge.search import search
from relevo.knowledge.tables import Article, ArticleMark, PassageRow

PAIRWISE = frozenset({"duplicate", "contradiction"})
_MOST_ALIKE, _MOST_MARKS = 20, 2_000
_MOST_SEARCHES, _HITS, _MOST_ON_THE_SAME = 12, 5, 25
_MOST_FOUND = 10
_QUOTE = 300

Passages = Sequence[tuple[str, str]]  # heading and text


async def pairs(session: AsyncSession, article: Article, passages: Passages, marks: Sequence[int]) -> list[Found]:
    """Findings about the article and others that are published; `quote` is the article's, `other_quote` the other's."""
    claims = claims_of(article.title, passages, article.locale)
    alike = set(await _alike(session, article, marks))
    ids = alike | set(await _on_the_same(session, article, claims))
    others = await session.scalars(
        select(Article).where(Article.id.in_(ids), Article.id != article.id).order_by(Article.id)
    )
    met = [other for other in others.all() if _may_meet(article, other)]
    theirs = await _passages_of(session, [other.id for other in met])
    found: list[Found] = []
    for other in met:
        likeness = compare(_texts(passages), _texts(theirs[other.id])) if other.id in alike else None
        found += [_duplicate(likeness, other.id)] if likeness else []
        found += _contradictions(claims, claims_of(other.title, theirs[other.id], other.locale), other.id)
    return found[:_MOST_FOUND]


async def passages_of_article(session: AsyncSession, article_id: UUID) -> Passages:
    return (await _passages_of(session, [article_id]))[article_id]


async def _passages_of(session: AsyncSession, ids: Sequence[UUID]) -> dict[UUID, list[tuple[str, str]]]:
    found: dict[UUID, list[tuple[str, str]]] = {article_id: [] for article_id in ids}
    rows = await session.execute(
        select(PassageRow.article_id, PassageRow.heading, PassageRow.text)
        .where(PassageRow.article_id.in_(ids))
        .order_by(PassageRow.article_id, PassageRow.position)
    )
    for article_id, heading, text in rows.all():
        found[article_id].append((heading, text))
    return found


def _texts(passages: Passages) -> list[str]:
    return [text for _, text in passages]


def mirrored(found: Found, article_id: UUID) -> Found:
    """The same finding as the other article has it."""
    return Found(
        found.kind, found.code, found.other_quote, found.quote, article_id, value=found.other_value, other_value=found.value
    )  # fmt: skip


async def _alike(session: AsyncSession, article: Article, marks: Sequence[int]) -> list[UUID]:
    """Those that share most marks; of very many that do, some."""
    shared = (
        select(ArticleMark.article_id)
        .where(ArticleMark.mark.in_(marks), ArticleMark.article_id != article.id)
        .limit(_MOST_MARKS)
        .subquery()
    )
    query = select(shared.c.article_id).group_by(shared.c.article_id).order_by(func.count().desc()).limit(_MOST_ALIKE)
    return list(await session.scalars(query)) if marks else []


async def _on_the_same(session: AsyncSession, article: Article, claims: Sequence[Claim]) -> list[UUID]:
    """Those that say something of what this one claims."""
    names: dict[str, None] = {}
    for sentence in list(dict.fromkeys(claim.sentence for claim in claims))[:_MOST_SEARCHES]:
        hits = await search(
            session, article.workspace_id, query=f"{article.title}: {sentence}", locale=article.locale, limit=_HITS, audience=MEMBERS,
            locales=(article.locale,),
        )  # fmt: skip
        names |= dict.fromkeys(hit.entry.article for hit in hits)
    if not names:
        return []
    return list(await session.scalars(select(Article.id).where(Article.name.in_(list(names)[:_MOST_ON_THE_SAME]))))


def _may_meet(article: Article, other: Article) -> bool:
    """Whether somebody could be answered from both: one language, at the same time and place."""
    apart = article.countries and other.countries and not set(article.countries) & set(other.countries)
    ended = (other.valid_until and other.valid_until <= now()) or (
        article.valid_from and other.valid_until and other.valid_until <= article.valid_from
    )
    not_begun = article.valid_until and other.valid_from and article.valid_until <= other.valid_from
    return other.status == "published" and other.locale == article.locale and not (apart or ended or not_begun)


def _contradictions(claims: Sequence[Claim], theirs: Sequence[Claim], other_id: UUID) -> list[Found]:
    """One is enough to have a look at both."""
    met = next(((one, other) for one in claims for other in theirs if contradict(one, other)), None)
    return [_contradiction(*met, other_id)] if met else []


def _duplicate(likeness: Likeness, other_id: UUID) -> Found:
    quote, other_quote = (shorten(text, _QUOTE) for text in likeness.passages)
    return Found("duplicate", "same" if likeness.whole else "partly_same", quote, other_quote, other_id)


def _contradiction(one: Claim, other: Claim, other_id: UUID) -> Found:
    return Found(
        "contradiction", "values_differ", shorten(one.sentence, _QUOTE), shorten(other.sentence, _QUOTE), other_id,
        value=one.written, other_value=other.written,
    )  # fmt: skip
