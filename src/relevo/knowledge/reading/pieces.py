"""A very long text cut into articles, at its headings where it has any."""

from collections.abc import Iterator

from relevo.knowledge.reading.types import Part

_LONGEST = 100_000  # characters of an article


def pieces_of(part: Part) -> list[Part]:
    """The part itself, or several, each with the title and, from the second on, a number."""
    if len(part.body) <= _LONGEST:
        return [part]
    first = part.body.split("\n", 1)[0]
    title = part.title or (first.removeprefix("# ") if first.startswith("# ") else None)
    found: list[Part] = []
    for number, body in enumerate(_pieces(part.body), 1):
        again = f"# {title}\n\n" if title and number > 1 else ""
        found.append(Part(again + body, title, part.name if number == 1 else f"{part.name} {number}".strip()))
    return found


def _pieces(body: str) -> Iterator[str]:
    piece: list[str] = []
    length = 0
    for block in body.split("\n\n"):
        is_heading = block.startswith(("# ", "## ", "### "))
        if piece and (length + len(block) > _LONGEST or (is_heading and length > _LONGEST // 2)):
            yield "\n\n".join(piece)
            piece, length = [], 0
        for start in range(0, max(len(block), 1), _LONGEST):
            piece.append(block[start : start + _LONGEST])
        length += len(block)
    if piece:
        yield "\n\n".join(piece)
