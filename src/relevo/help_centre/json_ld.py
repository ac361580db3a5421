"""What a page is about, for search engines (schema.org). Written so that nothing in it can end the script it stands in."""

from collections.abc import Sequence
from typing import Any

import orjson
from markupsafe import Markup

from relevo.help_centre.article import Page
from relevo.help_centre.library import Card
from relevo.help_centre.types import Centre
from relevo.kit.clock import rfc3339

_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def of_article(
    centre: Centre, card: Card, page: Page, *, url: str, trail: Sequence[tuple[str, str]], countries: Sequence[str] = ()
) -> Markup:
    """`trail` are names and addresses from the help centre down to the article."""
    article: dict[str, Any] = {
        "@type": "Article",
        "headline": card.title,
        "description": card.summary,
        "inLanguage": card.locale,
        "dateModified": rfc3339(card.updated_at),
        "mainEntityOfPage": url,
        "publisher": {"@type": "Organization", "name": centre.company},
    }
    if countries:
        article["spatialCoverage"] = list(countries)
    graph = [article, _trail(trail)]
    if page.questions:
        graph.append({"@type": "FAQPage", "mainEntity": [_question(*each) for each in page.questions]})
    return _written(graph)


def of_list(centre: Centre, *, name: str, locale: str, trail: Sequence[tuple[str, str]]) -> Markup:
    page = {
        "@type": "CollectionPage",
        "name": name,
        "inLanguage": locale,
        "publisher": {"@type": "Organization", "name": centre.company},
    }
    return _written([page, _trail(trail)])


def _trail(trail: Sequence[tuple[str, str]]) -> dict[str, Any]:
    items = [
        {"@type": "ListItem", "position": at, "name": name, "item": url}
        for at, (name, url) in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _question(question: str, answer: str) -> dict[str, Any]:
    return {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}


def _written(graph: Sequence[dict[str, Any]]) -> Markup:
    text = orjson.dumps({"@context": "https://schema.org", "@graph": graph}).decode()
    for plain, escaped in _ESCAPED.items():
        text = text.replace(plain, escaped)
    return Markup(text)  # noqa: S704 - no character is left in it that HTML knows
