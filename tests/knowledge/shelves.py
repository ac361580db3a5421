"""Passages and questions made up by Hypothesis: few words, so that they meet often."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from relevo.knowledge.entry import MEMBERS, Reader
from relevo.knowledge.index import Entry, Hit, Index

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
WORDS = [
    "envío",
    "envios",
    "plazo",
    "garantía",
    "horno",
    "shipping",
    "oven",
    "refund",
    "tarjeta",
    "regalo",
    "gift",
    "card",
    "30",
]
NAMES = ["a.md", "b.md", "c.md", "d.md", "e.md"]

line = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
text = st.lists(line, min_size=1, max_size=4).map(". ".join)
moment = st.none() | st.integers(-48, 48).map(lambda hours: NOW + timedelta(hours=hours))


@st.composite
def articles(draw: st.DrawFn, name: str) -> list[Entry]:
    """An article of one to three passages, which hold for the same readers."""
    title, locale = draw(line), draw(st.sampled_from(["es", "en"]))
    since, until = draw(moment), draw(moment)
    countries = tuple(draw(st.lists(st.sampled_from(["es", "mx"]), unique=True)))
    audience = draw(st.sampled_from(["everyone", "everyone", "members"]))
    return [
        Entry(
            name, title, draw(st.sampled_from(["", "plazo", "shipping card"])), draw(text), locale, None, position,
            valid_from=since, valid_until=until, countries=countries, audience=audience,
        )
        for position in range(draw(st.integers(1, 3)))
    ]  # fmt: skip


@st.composite
def shelves(draw: st.DrawFn) -> dict[str, list[Entry]]:
    return {name: draw(articles(name)) for name in draw(st.lists(st.sampled_from(NAMES), unique=True))}


def index_of(shelf: dict[str, list[Entry]]) -> Index:
    """An index for one who may see everything."""
    return Index([entry for name in sorted(shelf) for entry in shelf[name]], reader=Reader(MEMBERS))


def told(hits: list[Hit]) -> list[tuple[str, int, float, float]]:
    return [(hit.entry.article, hit.entry.position, round(hit.score, 9), round(hit.coverage, 9)) for hit in hits]
