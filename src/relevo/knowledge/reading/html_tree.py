"""HTML as a tree, however it is written: ends that are missing are where a browser would see them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_IN_PARAGRAPH = frozenset(
    (
        "a",
        "abbr",
        "b",
        "br",
        "code",
        "em",
        "i",
        "img",
        "mark",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
    )
)
# A tag ends what is open and cannot hold it, up to what may.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
}
_CODE = frozenset(("script", "style", "template"))
_DEEPEST = 100
_MOST_NODES = 300_000


@dataclass(slots=True, eq=False)
class Node:
    tag: str
    attrs: dict[str, str] = field(default_factory=dict[str, str])
    children: "list[Node | str]" = field(default_factory=list["Node | str"])

    def text(self) -> str:
        return " ".join("".join(self.strings()).split())

    def strings(self) -> Iterator[str]:
        rest: list[Node | str] = [self]
        while rest:
            one = rest.pop()
            if isinstance(one, str):
                yield one
            elif one.tag not in _CODE:
                gap = " " if one.tag in BLOCKS or one.tag == "br" else ""
                yield gap
                rest += [gap, *reversed(one.children)]

    def walk(self) -> "Iterator[Node]":
        """In the order of the page. Without recursion: a page may be as deep as somebody likes."""
        rest = [self]
        while rest:
            one = rest.pop()
            yield one
            rest += [child for child in reversed(one.children) if isinstance(child, Node)]

    def nodes(self) -> "list[Node]":
        return [child for child in self.children if isinstance(child, Node)]

    def find(self, *tags: str) -> "Node | None":
        return next((node for node in self.walk() if node.tag in tags), None)

    @property
    def style(self) -> str:
        return "".join(self.attrs.get("style", "").lower().split())

    @property
    def names(self) -> list[str]:
        """Its classes and its id."""
        return [*self.attrs.get("class", "").lower().split(), *self.attrs.get("id", "").lower().split()]


@dataclass(frozen=True, slots=True)
class Tree:
    root: Node
    comments: tuple[str, ...]


def tree_of(html: str) -> Tree:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Tree(reader.root, tuple(reader.comments))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("#root")
        self.comments: list[str] = []
        self._open = [self.root]
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._count += 1
        if self._count > _MOST_NODES:
            return
        self._end_what_cannot_hold(tag)
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in ("script", "style", "svg", "path", "g", "circle", "use", "rect", "i", "span"):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                return
            if tag not in BLOCKS and self._open[index].tag in BLOCKS:
                return  # the end of something small ends nothing large

    def handle_data(self, data: str) -> None:
        if self._count <= _MOST_NODES:
            self._open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        if len(self.comments) < 200:
            self.comments.append(data[:2_000])

    def _end_what_cannot_hold(self, tag: str) -> None:
        if tag in BLOCKS and tag not in _IN_PARAGRAPH:
            self._end_open(frozenset({"p"}), BLOCKS - {"p"})
        if tag in _ENDS:
            self._end_open(*_ENDS[tag])

    def _end_open(self, ended: frozenset[str], borders: frozenset[str]) -> None:
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag in ended:
                del self._open[index:]
                return
            if self._open[index].tag in borders:
                return
