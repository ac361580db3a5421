"""Message text as HTML that can do nothing: no scripts, no styles, no images, links marked.

A customer's text is shown as written. What members and the assistant write may use Markdown; raw HTML in it stays text.
"""

import re
from functools import lru_cache
from html import escape

import nh3
from markdown_it import MarkdownIt

_TAGS = {"a", "b", "blockquote", "br", "code", "em", "h3", "h4", "li", "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"}  # fmt: skip  # noqa: E501
_SCHEMES = {"http", "https", "mailto", "tel"}
_URL = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]]")
_markdown = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table").disable("image")


def render(text: str, *, by_contact: bool) -> str:
    return _plain(text) if by_contact else _marked(text)


@lru_cache(maxsize=2048)
def _marked(text: str) -> str:
    html = _markdown.render(text).strip()
    return nh3.clean(
        html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_SCHEMES, link_rel="noopener noreferrer nofollow"
    )


def _plain(text: str) -> str:
    if "://" not in text:
        return escape(text).replace("\n", "<br>")
    parts: list[str] = []
    position = 0
    for found in _URL.finditer(text):
        url = escape(found.group())
        parts += [
            escape(text[position : found.start()]),
            f'<a href="{url}" rel="noopener noreferrer nofollow">{url}</a>',
        ]
        position = found.end()
    return "".join([*parts, escape(text[position:])]).replace("\n", "<br>")
