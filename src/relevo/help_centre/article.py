"""An article as a page of its own: headings that can be linked to, a table of contents, wide tables that scroll."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from markdown_it.token import Token

from relevo.knowledge.html import tokens_of, web_address, written
from relevo.knowledge.slugs import slug_of

_LONG = 3  # headings from which a table of contents helps
_LEVELS = {"h2": 2, "h3": 3}
_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    id: str
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Page:
    html: str
    contents: tuple[Heading, ...]  # empty where the article is short
    questions: tuple[tuple[str, str], ...]  # where its headings are questions: each with its answer in plain text


def page_of(body: str, *, link: Callable[[str], str | None]) -> Page:
    """`link` says where a link to another article leads; addresses of the web need no asking."""
    tokens = tokens_of(body, address=lambda href: web_address(href) or link(href))
    headings = _named(tokens)
    html = _TABLE.sub(r'<div class="wide" tabindex="0"><table>\1</table></div>', written(tokens))
    return Page(html, tuple(headings) if len(headings) >= _LONG else (), tuple(_questions(tokens)))


def _named(tokens: list[Token]) -> list[Heading]:
    found: list[Heading] = []
    taken: dict[str, int] = {}
    for opening, inline in pairwise(tokens):
        if opening.type != "heading_open":
            continue
        text = _plain(inline)
        slug = slug_of(text)
        taken[slug] = taken.get(slug, 0) + 1
        name = slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"
        opening.attrs = {"id": name}
        if opening.tag in _LEVELS and text:
            found.append(Heading(name, text, _LEVELS[opening.tag]))
    return found


def _questions(tokens: list[Token]) -> list[tuple[str, str]]:
    found: list[tuple[str, list[str]]] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type != "inline":
            continue
        if before is not None and before.type == "heading_open":
            found.append((_plain(token), []))
        elif found:
            found[-1][1].append(_plain(token))
    asked = [(heading, " ".join(lines)) for heading, lines in found if heading.endswith("?") and lines]
    return asked if len(asked) > 1 else []


def _plain(inline: Token) -> str:
    return " ".join("".join(child.content or " " for child in inline.children or []).split())
