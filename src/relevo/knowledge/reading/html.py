"""A web page as an article: its title and its main content."""

import re

from relevo.knowledge.reading.decode import decoded
from relevo.knowledge.reading.html_hidden import take_hidden, told_to_machines
from relevo.knowledge.reading.html_main import main_content
from relevo.knowledge.reading.html_markdown import Writer
from relevo.knowledge.reading.html_tree import Node, tree_of
from relevo.knowledge.reading.types import LONGEST_TEXT, Content, Part, Remark

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{2,30})""", re.IGNORECASE)
_LONGEST_PAGE = 3_000_000
_SITE = re.compile(r"\s+[|·–—«»-]\s+[^|·–—«»]{1,60}$")


def read_html(content: bytes, *, charset: str | None = None, address: str = "") -> Content:
    """Raises Unreadable."""
    text = decoded(content, said=charset or _charset(content))[:_LONGEST_PAGE]
    tree = tree_of(text)
    hidden = take_hidden(tree.root) + told_to_machines(tree.root, tree.comments)
    remarks = [Remark("hidden_text", " … ".join(hidden)[:500])] if hidden else []
    if _asks_for_no_index(tree.root):
        remarks.append(Remark("no_index"))
    title, locale = _title(tree.root), _locale(tree.root)
    main = main_content(tree.root)
    body = Writer(address).markdown(main)[:LONGEST_TEXT]
    return Content((Part(_with_title(body, title), title),), tuple(remarks), locale)


def markdown_of_html(html: str) -> str:
    """The main content of a page that is a text already."""
    return read_html(html.encode()).parts[0].body


def _charset(content: bytes) -> str | None:
    found = _CHARSET.search(content[:4_096])
    return found[1].decode("ascii", "replace") if found else None


def _meta(root: Node, *names: str) -> str:
    for node in root.walk():
        if node.tag == "meta" and (node.attrs.get("name") or node.attrs.get("property") or "").lower() in names:
            return node.attrs.get("content", "")
    return ""


def _asks_for_no_index(root: Node) -> bool:
    said = f"{_meta(root, 'robots')},{_meta(root, 'relevo')}".lower().replace(" ", "").split(",")
    return "noindex" in said or "none" in said


def _title(root: Node) -> str | None:
    written = root.find("title")
    title = " ".join((_meta(root, "og:title") or (written.text() if written else "")).split())
    return _SITE.sub("", title)[:300] or None


def _locale(root: Node) -> str | None:
    html = root.find("html")
    said = (html.attrs.get("lang", "") if html else "").lower()[:2]
    return said if said in ("es", "en") else None


def _with_title(body: str, title: str | None) -> str:
    """The first line is the title: the page's first heading of the first level, wherever it stands, else its title."""
    lines = body.splitlines()
    first = next((line for line in lines if line.startswith("# ")), None)
    if first is None:
        return f"# {title}\n\n{body}" if title and body else body
    at = lines.index(first)
    if at == 0:
        return body
    return "\n".join([first, "", *lines[:at], *lines[at + 1 :]])
