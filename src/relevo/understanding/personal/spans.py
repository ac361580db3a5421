"""Spans that may overlap, made into spans that do not."""

from bisect import bisect_right
from collections.abc import Iterable

from relevo.understanding.types import Span


class Taken:
    """Stretches of a text that are somebody's already; they do not overlap."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans: list[Span] = []
        for span in spans:
            self.take(span)

    def overlapping(self, start: int, end: int) -> Span | None:
        index = bisect_right(self._spans, start, key=lambda span: span.start) - 1
        for span in self._spans[max(index, 0) : index + 2]:
            if span.start < end and start < span.end:
                return span
        return None

    def take(self, span: Span) -> bool:
        """Adds the span unless it is empty or a part of it is taken."""
        if span.start >= span.end or self.overlapping(span.start, span.end):
            return False
        if not self._spans or self._spans[-1].start < span.start:
            self._spans.append(span)
        else:
            self._spans.insert(bisect_right(self._spans, span.start, key=lambda one: one.start), span)
        return True

    def all(self) -> tuple[Span, ...]:
        return tuple(self._spans)
