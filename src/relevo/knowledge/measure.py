"""How well search finds: questions with the texts that answer them, put to an index of all texts."""

import json
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from relevo.kit.errors import Invalid
from relevo.knowledge.documents import Document, locale_of
from relevo.knowledge.entry import Entry
from relevo.knowledge.index import Index, Nearness
from relevo.knowledge.passages import passages_of

DEEPEST = 10
_LONG = 3_000  # a text that is longer is cut into passages, as an article is
_AT_ONCE = 2_000
_PASSAGES = 40  # so many, that even where many are of one text there are ten texts among them
_SURE = 6  # small words that tell a text's language

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Text:
    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class AskedFor:
    """A question with the ids of the texts that answer it."""

    query: str
    relevant: frozenset[str]


@dataclass(frozen=True, slots=True)
class Missed:
    """A question whose text did not come first: at which place it came, if among the first ten, and what came first."""

    query: str
    place: int | None
    first: str | None


@dataclass(frozen=True, slots=True)
class MeasuredSearch:
    n: int
    texts: int
    recall_1: float
    recall_5: float
    mrr_10: float
    p50_ms: float
    p99_ms: float
    build_s: float
    missed: tuple[Missed, ...]


def read_texts(lines: Sequence[str]) -> list[Text]:
    """Texts of a JSONL file. Raises Invalid with the line where one cannot be read."""
    found = [
        Text(_string(row, "id", at), _string(row, "title", at, default=""), _string(row, "text", at))
        for at, row in _rows(lines)
    ]
    twice = [name for name, times in Counter(one.id for one in found).items() if times > 1]
    if twice:
        raise Invalid(f"The corpus has two texts with the id “{twice[0]}”.")
    if not found:
        raise Invalid("The corpus holds no text.")
    return found


def read_queries(lines: Sequence[str], texts: Sequence[Text]) -> list[AskedFor]:
    """Questions of a JSONL file. Raises Invalid where one names a text that is not in the corpus."""
    known = {one.id for one in texts}
    found: list[AskedFor] = []
    for at, row in _rows(lines):
        relevant = row.get("relevant")
        if not isinstance(relevant, list) or not relevant:
            raise Invalid(f'Line {at} of the queries: "relevant" must be a list of ids.')
        ids = frozenset(str(one) for one in relevant)
        if unknown := ids - known:
            raise Invalid(f"Line {at} of the queries: the corpus has no text with the id “{min(unknown)}”.")
        found.append(AskedFor(_string(row, "query", at), ids))
    if not found:
        raise Invalid("The file of queries holds none.")
    return found


def index_of_texts(texts: Sequence[Text], *, progress: Progress | None = None) -> Index:
    """An index as the product makes it: language by language, long texts in passages."""
    common = Counter(locale_of(one.text) for one in texts[:500]).most_common(1)[0][0]
    index = Index()
    for start in range(0, len(texts), _AT_ONCE):
        some = texts[start : start + _AT_ONCE]
        index = index.with_changes((), [entry for one in some for entry in _entries(one, common)])
        if progress:
            progress(start + len(some), len(texts))
    return index


def measure_search(
    index: Index,
    asked: Sequence[AskedFor],
    *,
    locale: str | None = None,
    near: Nearness | None = None,
    progress: Progress | None = None,
) -> MeasuredSearch:
    """Recall among the first one and five texts, the mean reciprocal place among ten, and how long a search takes."""
    spoken = locale or Counter(locale_of(one.query) for one in asked).most_common(1)[0][0]
    places: list[int | None] = []
    times: list[float] = []
    missed: list[Missed] = []
    for number, one in enumerate(asked, 1):
        started = time.perf_counter()
        hits = index.find(one.query, locale=spoken, limit=_PASSAGES, near=near)
        times.append(1000 * (time.perf_counter() - started))
        names = list(dict.fromkeys(hit.entry.article for hit in hits))[:DEEPEST]
        place = next((at for at, name in enumerate(names, 1) if name in one.relevant), None)
        places.append(place)
        if place != 1:
            missed.append(Missed(one.query, place, names[0] if names else None))
        if progress and number % 100 == 0:
            progress(number, len(asked))
    n, times = len(asked), sorted(times)
    found = [place for place in places if place is not None]
    return MeasuredSearch(
        n, len(index), sum(place == 1 for place in found) / n, sum(place <= 5 for place in found) / n,
        sum(1 / place for place in found) / n, times[n // 2], times[min(n - 1, int(0.99 * n))], 0.0, tuple(missed),
    )  # fmt: skip


def _entries(one: Text, common: str) -> list[Entry]:
    locale = _locale(one.text, common)
    if len(one.text) <= _LONG:
        return [Entry(one.id, one.title, "", one.text, locale)]
    parts = passages_of(Document(one.id, one.title, locale, one.text))
    return [Entry(one.id, one.title, part.heading, part.text, locale, None, part.position) for part in parts]


def _locale(text: str, common: str) -> str:
    """The text's own language where it is long enough to tell, else that of most."""
    return locale_of(text) if len(text.split()) >= 5 * _SURE else common


def _rows(lines: Sequence[str]) -> list[tuple[int, dict[str, Any]]]:
    found: list[tuple[int, dict[str, Any]]] = []
    for at, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError:
                raise Invalid(f"Line {at} is not JSON.") from None
            if not isinstance(row, dict):
                raise Invalid(f"Line {at} is not a JSON object.")
            found.append((at, row))
    return found


def _string(row: dict[str, Any], name: str, at: int, *, default: str | None = None) -> str:
    value = row.get(name, default)
    if isinstance(value, int) and name == "id":
        return str(value)
    if not isinstance(value, str):
        raise Invalid(f'Line {at}: "{name}" must be a text.')
    return value
