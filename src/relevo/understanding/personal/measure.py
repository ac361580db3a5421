"""Measures how well personal data is found in texts that a person marked, and how fast."""

import json
import time
from collections.abc import Sequence
from typing import Any, cast

from relevo.kit.errors import Invalid
from relevo.understanding.personal.find import find_personal_data
from relevo.understanding.personal.score import Marked, Score, score
from relevo.understanding.scores import Latency, latency
from relevo.understanding.types import Span


def read_marked(lines: Sequence[str]) -> list[Marked]:
    """Texts with their marks, a JSON object a line. Raises Invalid, naming the line."""
    texts = [_marked(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not texts:
        raise Invalid("The file has no lines.")
    return texts


def measure(texts: Sequence[Marked]) -> tuple[Score, Latency]:
    """Finds in each text and compares. The time is that of the second look: the first one loads tables."""
    found: list[Sequence[Span]] = []
    seconds: list[float] = []
    for one in texts:
        find_personal_data(one.text, known_names=one.known_names)
    for one in texts:
        began = time.perf_counter()
        found.append(find_personal_data(one.text, known_names=one.known_names))
        seconds.append(time.perf_counter() - began)
    return score(texts, found), latency(seconds)


def _marked(number: int, line: str) -> Marked:
    try:
        row = cast("dict[str, Any]", json.loads(line))
        text = row["text"]
        spans = tuple(Span(int(s["start"]), int(s["end"]), str(s["type"])) for s in row.get("spans", ()))
        known = tuple(str(name) for name in row.get("known_names", ()))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Invalid(f'Line {number} is not {{"text", "spans": [{{"start", "end", "type"}}]}} ({error!r}).') from None
    if not isinstance(text, str) or any(not 0 <= span.start < span.end <= len(text) for span in spans):
        raise Invalid(f"Line {number}: a mark lies outside of its text.")
    return Marked(text, spans, known)
