"""The house stays simple: one idea per file."""

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LIMIT = 300
LISTS = {"tests/understanding/person_phrases.py"}  # no code, only what people write


def test_no_file_of_the_product_is_longer_than_three_hundred_lines() -> None:
    files = [
        f
        for folder in ("src", "tests", "benchmarks", "web/console/src", "web/widget/src")
        for f in (ROOT / folder).rglob("*")
    ]
    code = [
        f
        for f in files
        if f.suffix in (".py", ".ts", ".tsx", ".css") and "versions" not in f.parts and "static" not in f.parts
    ]
    long = {str(f.relative_to(ROOT)): n for f in code if (n := len(f.read_text().splitlines())) > LIMIT}
    assert long.keys() <= LISTS, long
