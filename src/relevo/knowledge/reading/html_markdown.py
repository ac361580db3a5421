"""A tree of HTML as Markdown: headings, paragraphs, lists, tables, questions that open on a click."""

from collections.abc import Iterator
from urllib.parse import urljoin

from relevo.knowledge.reading.html_tree import BLOCKS, Node
from relevo.knowledge.reading.write import heading, joined, plain, table

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HERE = frozenset(
    (
        "aquí",
        "aqui",
        "este enlace",
        "enlace",
        "formulario",
        "here",
        "click here",
        "this link",
        "link",
        "form",
        "this form",
        "this page",
    )
)
_BLANK = frozenset(("hr", "br"))


class Writer:
    """Remembers the last level of a heading, so that a question that opens on a click stands under it."""

    def __init__(self, address: str = "") -> None:
        self._address = address
        self._level = 1

    def markdown(self, node: Node) -> str:
        return joined(self._blocks(node))

    def _blocks(self, node: Node) -> Iterator[str]:
        line = ""
        for child in node.children:
            if isinstance(child, str) or not _is_block(child):
                line += child if isinstance(child, str) else self._line(child)
                continue
            yield plain(line)
            line = ""
            yield from self._block(child)
        yield plain(line)

    def _block(self, node: Node) -> Iterator[str]:
        match node.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._level = int(node.tag[1])
                yield heading(self._level, node.text())
            case "summary" | "dt":
                yield heading(max(2, self._level + 1), node.text())
            case "ul" | "ol":
                yield "\n".join(self._items(node, 0))
            case "table":
                yield from self._table(node)
            case "pre":
                yield plain(node.text())
            case _:
                yield from self._blocks(node)

    def _items(self, node: Node, depth: int) -> Iterator[str]:
        number = int(start) if (start := node.attrs.get("start", "1")).isdigit() and len(start) < 7 else 1
        for item in node.nodes():
            if item.tag != "li":
                continue
            mark = f"{number}. " if node.tag == "ol" else "- "
            inner = [n for n in item.nodes() if n.tag in ("ul", "ol")]
            text = plain(self._line(Node("li", {}, [c for c in item.children if c not in inner])))
            if text:
                yield "   " * depth + mark + text
                number += 1
            for sub in inner:
                yield from self._items(sub, min(depth + 1, 4))

    def _table(self, node: Node) -> Iterator[str]:
        rows = [row for row in node.walk() if row.tag == "tr"]
        if any(cell.find("table", "h1", "h2", "ul", "ol") for row in rows for cell in _cells(row)) or not rows:
            yield from self._layout(node)  # a table that holds a page's parts, not figures
            return
        if caption := node.find("caption"):
            yield plain(caption.text())
        yield table([[self._line(cell) for cell in _cells(row)] for row in rows])

    def _layout(self, node: Node) -> Iterator[str]:
        for child in node.nodes():
            yield from self._layout(child) if child.tag in ("tbody", "thead", "tfoot", "tr") else self._blocks(child)

    def _line(self, node: Node) -> str:
        if node.tag in _BLANK:
            return " "
        text = "".join(c if isinstance(c, str) else self._line(c) for c in node.children)
        if node.tag == "a":
            return self._link(text, node.attrs.get("href", ""))
        return f" {text} " if _is_block(node) else text

    def _link(self, text: str, href: str) -> str:
        """Where a link leads is said only where its text says nothing by itself."""
        target = urljoin(self._address, href.strip()) if self._address else href.strip()
        if " ".join(text.lower().split()) not in _HERE or not target.startswith(("http://", "https://")):
            return text
        return f"{text} ({target})" if " " not in target and len(target) < 300 else text


def _is_block(node: Node) -> bool:
    return node.tag in BLOCKS


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row.nodes() if cell.tag in ("td", "th")]
