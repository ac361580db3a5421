"""The main content of a page: without menus, banners, footers and what else stands around it on every page of a site."""

import re

from relevo.knowledge.reading.html_tree import Node

_NEVER = frozenset(
    [
        "title",
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "canvas",
        "audio",
        "video",
        "button",
        "select",
        "option",
        "input",
        "textarea",
        "head",
        "dialog",
        "nav",
        "footer",
        "aside",
        "map",
    ]
)
_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "complementary", "menu", "menubar")
)
_AROUND = re.compile(
    r"^(?:.*[-_])?(?:cookies?|consent|gdpr|breadcrumbs?|migas|sidebar|navbar|navigation|share|sharing|social|newsletter|related|"
    r"pagination|pager|skip|skip-?link|skip-?to-?content|popup|modal|advert|ads|toolbar|site-?header|site-?footer|site-?nav)(?:[-_].*)?$"
)
_QUESTIONS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary"))
_LEAST_SHARE = 0.2
_MOST = 0.5


def main_content(root: Node) -> Node:
    """A part of the tree; what does not belong to the content is taken out of it."""
    body = root.find("body") or root
    whole = len(body.text()) or 1
    _prune(body, whole)
    left = len(body.text()) or 1
    for wanted in (_mains, _articles):
        found = wanted(body)
        if found is not None and len(found.text()) >= left * _LEAST_SHARE:
            return found
    return body


def _prune(node: Node, whole: int, *, in_main: bool = False) -> None:
    kept: list[Node | str] = []
    for child in node.children:
        if isinstance(child, Node):
            is_main = in_main or child.tag in ("main", "article") or child.attrs.get("role") == "main"
            is_question = child.tag == "button" and node.tag in _QUESTIONS
            if not is_question and _is_around(child, whole, in_main=is_main):
                continue
            _prune(child, whole, in_main=is_main)
        kept.append(child)
    node.children = kept


def _is_around(node: Node, whole: int, *, in_main: bool) -> bool:
    if node.tag in _NEVER or node.attrs.get("role") in _ROLES:
        return True
    if node.tag == "header":
        return not in_main
    if node.tag in ("main", "article", "body", "table", "td", "tr", "li", "h1", "h2", "h3"):
        return False
    if not any(_AROUND.match(name) for name in node.names):
        return False
    return node.find("main") is None and len(node.text()) < whole * _MOST


def _mains(body: Node) -> Node | None:
    found = [n for n in body.walk() if n.tag == "main" or n.attrs.get("role") == "main"]
    return found[0] if found else None


def _articles(body: Node) -> Node | None:
    found = [n for n in body.walk() if n.tag == "article"]
    return found[0] if len(found) == 1 else None
