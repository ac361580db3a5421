"""Files that are made to do harm are given up in time, with a plain reason, and harm nothing."""

import asyncio
import contextlib
import os
import time
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

import psutil
import pytest

from relevo.knowledge.parse import process
from relevo.knowledge.parse.process import read_apart
from relevo.knowledge.reading.reasons import is_known, sentence
from relevo.knowledge.reading.types import Kind, Unreadable
from tests.knowledge.office import document, part_of, with_part, workbook
from tests.knowledge.pdfs import file_of, pdf, stream

PLAIN_DOCX = document(lambda made: made.add_paragraph("Hola"))
PLAIN_XLSX = workbook(Uno=[("a", "b"), (1, 2)])
ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>"""


def flate_bomb(levels: int) -> bytes:
    """A page whose content is packed several times over and grows a thousandfold each time."""
    data = zlib.compress(b"0" * 300_000_000, 9)
    for _ in range(levels - 1):
        data = zlib.compress(data, 9)
    filters = b" ".join([b"/FlateDecode"] * levels)
    body = b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (len(data), filters, data)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>"
    return file_of([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, body])


def looping_table() -> bytes:
    """A table of contents that says the one before it is itself."""
    return pdf(["Hola"]).replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9")


def looping_pages() -> bytes:
    """Pages that hold themselves."""
    return file_of(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 99999999 /Parent 2 0 R >>"]
    )


def looping_forms() -> bytes:
    """A drawing that draws itself."""
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length 5 >>\nstream\n"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>"
    )
    tree = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return file_of([b"<< /Type /Catalog /Pages 2 0 R >>", tree, page, stream(b"/X Do"), form + b"/X Do\nendstream"])


def lying_size() -> bytes:
    return pdf(["Hola"]).replace(b"/Size 7", b"/Size 999999999")


def many_outlines() -> bytes:
    return pdf(["Hola"]).replace(b"/Type /Catalog", b"/Type /Catalog /Outlines " + b"<< /First " * 20_000)


def zip_bomb() -> bytes:
    """A part that unpacks to a gigabyte."""
    out = BytesIO(PLAIN_DOCX)
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/big.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(1_024):
            part.write(b" " * 1_048_576)
    return out.getvalue()


def lying_zip_bomb() -> bytes:
    """One that says it unpacks to little."""
    big = b"<w:document>" + b" " * 400_000_000
    made = with_part(PLAIN_DOCX, "word/document.xml", big)
    return made.replace(len(big).to_bytes(4, "little"), (1_000).to_bytes(4, "little"))


def deep_xml() -> bytes:
    whole = part_of(PLAIN_DOCX, "word/document.xml")
    deep = b"<w:tbl><w:tr><w:tc>" * 30_000 + b"</w:tc></w:tr></w:tbl>" * 30_000
    return with_part(PLAIN_DOCX, "word/document.xml", whole.replace(b"<w:body>", b"<w:body>" + deep))


def huge_sheet() -> bytes:
    """One row at the very end, and a size to match."""
    sheet = part_of(PLAIN_XLSX, "xl/worksheets/sheet1.xml")
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    sheet = sheet.replace(b"</sheetData>", far).replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    return with_part(PLAIN_XLSX, "xl/worksheets/sheet1.xml", sheet)


def entities_in(archive: bytes, name: str) -> bytes:
    content = part_of(archive, name)
    return with_part(archive, name, ENTITIES + content.split(b"?>", 1)[-1].replace(b"Hola", b"&c;&x;"))


HOSTILE: list[tuple[Kind, str, bytes]] = [
    ("pdf", "nothing behind the sign", b"%PDF-1.7"),
    ("pdf", "cut off", pdf(["Hola"] * 50)[:400]),
    ("pdf", "flate bomb", flate_bomb(1)),
    ("pdf", "flate bomb in flate bombs", flate_bomb(3)),
    ("pdf", "pages that hold themselves", looping_pages()),
    ("pdf", "outlines without end", many_outlines()),
    ("docx", "zip bomb", zip_bomb()),
    ("docx", "zip bomb that lies", lying_zip_bomb()),
    ("docx", "deeper than anything", deep_xml()),
    ("docx", "entities", entities_in(PLAIN_DOCX, "word/document.xml")),
    ("docx", "not even a zip", b"PK\x03\x04" + b"x" * 500),
    ("docx", "cut off", PLAIN_DOCX[: len(PLAIN_DOCX) // 2]),
    ("xlsx", "entities", entities_in(PLAIN_XLSX, "xl/worksheets/sheet1.xml")),
    ("xlsx", "entities in strings", with_part(PLAIN_XLSX, "xl/sharedStrings.xml", ENTITIES + b"<sst>&c;</sst>")),
    ("xlsx", "no workbook", PLAIN_DOCX),
    ("csv", "zeros", b"\0" * 100_000),
]


@pytest.mark.parametrize(("kind", "content"), [(k, c) for k, _, c in HOSTILE], ids=[f"{k}: {n}" for k, n, _ in HOSTILE])
async def test_a_hostile_file_is_left_with_a_reason(kind: Kind, content: bytes) -> None:
    began = time.monotonic()
    with pytest.raises(Unreadable) as error:
        await read_apart(kind, content)
    assert is_known(error.value.stable_code), error.value.stable_code
    assert sentence(error.value.stable_code, locale="es") != sentence("failed", locale="es")
    assert time.monotonic() - began < 50


@pytest.mark.parametrize(
    ("kind", "content"),
    [("pdf", looping_table()), ("pdf", looping_forms()), ("pdf", lying_size()), ("xlsx", huge_sheet())],
    ids=["table that loops", "drawing that draws itself", "size that lies", "sheet of 17 thousand million cells"],
)
async def test_a_strange_file_is_read_or_left_and_never_holds_anybody_up(kind: Kind, content: bytes) -> None:
    began = time.monotonic()
    with contextlib.suppress(Unreadable):
        await read_apart(kind, content)
    assert time.monotonic() - began < 40


async def test_the_clock_ends_what_takes_too_long_and_leaves_no_process() -> None:
    with pytest.raises(Unreadable) as error:
        await read_apart("html", b"<p" * 1_000_000, seconds=1.0)
    assert error.value.stable_code == "too_slow"
    assert [one for one in psutil.Process().children(recursive=True) if _still_reads(one)] == []


def _still_reads(process: psutil.Process) -> bool:
    try:
        return "relevo.knowledge.parse" in " ".join(process.cmdline())
    except (psutil.ZombieProcess, psutil.NoSuchProcess):
        return False  # it has ended


PROBE = """
import sys
from relevo.knowledge.parse.limits import NotAllowedHere, give_up_everything
left = give_up_everything()
def tried(work):
    try:
        work()
        return "done"
    except (NotAllowedHere, OSError, MemoryError) as error:
        return type(error).__name__
import os, socket, subprocess
print(left)
print(tried(lambda: socket.create_connection(("127.0.0.1", {port}), 2)))
print(tried(lambda: open("{path}", "w").write("x")))
print(tried(lambda: subprocess.run(["true"])))
print(tried(lambda: bytearray(600_000_000)))
print(tried(lambda: os.system("true")))
print(sorted(os.environ.get(name, "") for name in ("RELEVO_SECRET_KEY",)))
"""


@pytest.fixture
def secret() -> Iterator[None]:
    os.environ["RELEVO_SECRET_KEY"] = "not for readers of files"
    yield
    del os.environ["RELEVO_SECRET_KEY"]


async def test_what_reads_files_can_reach_nothing(
    secret: None, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("written")
    server = await asyncio.start_server(lambda _, w: w.close(), "127.0.0.1", 0)
    code = PROBE.format(port=server.sockets[0].getsockname()[1], path=folder / "x")
    started: list[tuple[object, ...]] = []
    real = asyncio.create_subprocess_exec

    async def start(*words: str, **more: object) -> asyncio.subprocess.Process:
        started.append(words)
        return await real(*words[:5], "-c", code, **more)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", start)
    child = await process._start()
    out, _ = await child.communicate(b"")
    server.close()
    left, *tries = out.decode().split("\n")
    assert started[0][5:] == ("-m", "relevo.knowledge.parse")
    assert left in ("True", "False")
    assert tries[:5] == ["NotAllowedHere", "NotAllowedHere", "NotAllowedHere", "MemoryError", "NotAllowedHere"]
    assert tries[5] == "['']", "the reader has no keys about it"
    assert list(folder.iterdir()) == []
