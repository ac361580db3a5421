"""PDF files by hand: pages of lines with a size and a place; and whatever else a test wants to put in."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    text: str
    size: float = 11
    x: float = 72
    y: float | None = None  # None: below the one before
    font: str = "F1"


def pdf(*pages: Sequence[Line | str], packed: bool = True) -> bytes:
    """One with these pages."""
    count = len(pages)
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> "
            b"/Contents %d 0 R >>" % (6 + 2 * number)
        )
        objects.append(stream(content(lines), packed=packed))
    return file_of(objects)


def content(lines: Sequence[Line | str]) -> bytes:
    y, written = 780.0, [b"BT"]
    for given in lines:
        line = given if isinstance(given, Line) else Line(given)
        y = line.y if line.y is not None else y - line.size * 1.4
        text = line.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        place = f"/{line.font} {line.size} Tf 1 0 0 1 {line.x} {y} Tm".encode()
        written.append(place + b" (" + text + b") Tj")
    return b"\n".join([*written, b"ET"])


def stream(data: bytes, *, packed: bool = True) -> bytes:
    body = zlib.compress(data) if packed else data
    more = b" /Filter /FlateDecode" if packed else b""
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(body), more, body)


def file_of(objects: Sequence[bytes], *, root: int = 1) -> bytes:
    """The objects, numbered from one, with their table."""
    out, places = b"%PDF-1.7\n", list[int]()
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + table
        + b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, len(out))
    )
