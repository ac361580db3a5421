"""An article's Markdown as HTML that can do nothing: no scripts, no styles, links to the web, mail and telephones only.

Raw HTML in an article stays text. Two walls: what is written here is made of known tokens only, and it is cleaned again.
"""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from urllib.parse import urlsplit

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

_TAGS = {
    "a", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre", "s", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}, **{f"h{n}": {"id"} for n in range(2, 7)}}
_SCHEMES = {"http", "https", "mailto", "tel"}

Address = Callable[[str], str | None]  # where a link of an article leads; None: nowhere


def web_address(href: str) -> str | None:
    """The address itself where it names a web page, a mailbox or a telephone."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme in ("http", "https"):
        return href if parts.netloc else None
    return href if parts.scheme in ("mailto", "tel") else None


@lru_cache(maxsize=128)
def article_html(body: str) -> str:
    """The article without its title."""
    return written(tokens_of(body))


def tokens_of(body: str, *, address: Address = web_address) -> list[Token]:
    """The article's parts without its title. Other headings of the first level become the second: a page has one title."""
    tokens = _markdown().parse(body)
    if tokens and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        tokens = tokens[3:]
    for token in tokens:
        if token.tag == "h1":
            token.tag = "h2"
        if token.children:
            token.children = list(_checked(token.children, address))
    return tokens


def written(tokens: Sequence[Token]) -> str:
    html = _markdown().renderer.render(tokens, _markdown().options, {})
    return nh3.clean(
        str(html).strip(), tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noopener noreferrer nofollow",
        set_tag_attribute_values={"img": {"loading": "lazy"}},
    )  # fmt: skip


def _checked(children: Sequence[Token], address: Address) -> list[Token]:
    kept: list[Token] = []
    is_open: list[bool] = []
    for child in children:
        if child.type == "link_open":
            leads_to = address(str(child.attrs.get("href", "")))
            is_open.append(leads_to is not None)
            if leads_to is None:
                continue
            child.attrs = {"href": leads_to}
        elif child.type == "link_close" and not is_open.pop():
            continue
        elif child.type == "image" and not str(child.attrs.get("src", "")).startswith("https://"):
            child = Token("text", "", 0, content=child.content)  # noqa: PLW2901 - its description stands for it
        kept.append(child)
    return kept


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
