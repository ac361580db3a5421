"""An article cut into passages by its headings, each a list of lines that can be read and quoted by themselves.

A line is a sentence's paragraph, a step ("1. …"), an item ("- …") or a row of a table. A row is written out with the
names of its columns ("Baleares — Plazo: 5 a 7 días · Precio: 9,90 €"), so that it says something without its table.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from relevo.knowledge.documents import Document

ROW_NAME = " — "
ROW_CELL = " · "
_LONG = 1_500
_NOTHING = {"", "—", "–", "-"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of an article that an answer can stand on."""

    position: int
    heading: str
    text: str


def passages_of(document: Document) -> list[Passage]:
    """The passages of an article in their order."""
    found: list[Passage] = []
    for heading, lines in _sections(document):
        found += [Passage(len(found) + i, heading, text) for i, text in enumerate(_cut(lines))]
    return found


def _sections(document: Document) -> Iterator[tuple[str, list[str]]]:
    heading, lines = "", list[str]()
    tokens = iter(_markdown().parse(document.body))
    for token in tokens:
        if token.type == "heading_open":
            text = _inline(next(tokens))
            if token.tag == "h1" and not lines and not heading:
                continue
            if lines:
                yield heading, lines
            heading, lines = text, []
        else:
            lines += _block(token, tokens)
    if lines:
        yield heading, lines


def _block(token: Token, rest: Iterator[Token]) -> list[str]:
    match token.type:
        case "table_open":
            return _table(rest)
        case "bullet_list_open" | "ordered_list_open":
            return _list(token, rest)
        case "inline":
            return [_inline(token)]
        case "fence" | "code_block":
            return [" ".join(token.content.split())]
        case _:
            return []


def _list(opening: Token, rest: Iterator[Token]) -> list[str]:
    closing = opening.type.replace("open", "close")
    number = int(opening.attrs.get("start", 1)) if opening.type.startswith("ordered") else None
    lines, item = list[str](), list[str]()
    for token in rest:
        if token.type == closing:
            break
        if token.type == "list_item_close":
            mark = "-" if number is None else f"{number}."
            lines.append(f"{mark} {' '.join(item)}")
            number, item = (None if number is None else number + 1), []
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            item += [line.split(" ", 1)[1] for line in _list(token, rest)]
        else:
            item += _block(token, rest)
    return lines


def _table(rest: Iterator[Token]) -> list[str]:
    rows, row = list[list[str]](), list[str]()
    for token in rest:
        if token.type == "table_close":
            break
        if token.type == "inline":
            row.append(_inline(token))
        elif token.type == "tr_close":
            rows.append(row)
            row = []
    return [written for cells in rows[1:] if (written := _row(rows[0], cells))]


def _row(names: list[str], cells: list[str]) -> str:
    pairs = [
        f"{name}: {cell}" if name else cell
        for name, cell in zip(names[1:], cells[1:], strict=False)
        if cell not in _NOTHING
    ]
    return f"{cells[0]}{ROW_NAME}{ROW_CELL.join(pairs)}" if pairs else cells[0]


def _inline(token: Token) -> str:
    parts: list[str] = []
    target = ""
    for child in token.children or []:
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        elif child.type == "link_open":
            target = str(child.attrs.get("href", ""))
        elif child.type == "link_close" and target not in "".join(parts):
            parts.append(f" ({target})")
    return " ".join("".join(parts).split())


def _cut(lines: list[str]) -> Iterator[str]:
    """Whole, or in pieces of a readable length: a long section would hide what it is about."""
    piece: list[str] = []
    for line in lines:
        if piece and sum(map(len, piece)) + len(line) > _LONG:
            yield "\n".join(piece)
            piece = []
        piece.append(line)
    if piece:
        yield "\n".join(piece)


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")
