"""What decides whether a passage is seen at all, in arrays: all candidates are judged at once, before anything is ranked."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from relevo.knowledge.entry import EVERYONE, MEMBERS, Entry, Reader

Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Columns:
    """Row by row. `locales` and `countries` are numbers of what stands in the tuples; `order` tells equals apart, always the same way."""

    locales: NDArray[np.int32]
    countries: NDArray[np.int32]
    for_members: Mask
    since: NDArray[np.float64]
    until: NDArray[np.float64]
    order: NDArray[np.int64]
    locale_names: tuple[str, ...]
    country_names: tuple[tuple[str, ...], ...]

    def visible(self, rows: Rows, reader: Reader) -> Mask:
        """Which of the rows the reader may see."""
        seen = np.ones(len(rows), np.bool_)
        if reader.audience != MEMBERS:
            seen &= ~self.for_members[rows]
        if reader.at is not None:
            at = reader.at.timestamp()
            seen &= (self.since[rows] <= at) & (at < self.until[rows])
        if reader.country is not None:
            held = [not names or reader.country in names for names in self.country_names]
            seen &= np.asarray(held, np.bool_)[self.countries[rows]]
        if reader.locales:
            read = [name in reader.locales for name in self.locale_names]
            seen &= np.asarray(read, np.bool_)[self.locales[rows]]
        return seen

    def written_in(self, rows: Rows, locale: str) -> Mask:
        """Which of the rows are in that language."""
        return np.asarray([name == locale for name in self.locale_names], np.bool_)[self.locales[rows]]


def columns_of(entries: Sequence[Entry]) -> Columns:
    locales: dict[str, int] = {}
    countries: dict[tuple[str, ...], int] = {}
    return Columns(
        np.fromiter((locales.setdefault(one.locale, len(locales)) for one in entries), np.int32, len(entries)),
        np.fromiter((countries.setdefault(one.countries, len(countries)) for one in entries), np.int32, len(entries)),
        np.fromiter((one.audience != EVERYONE for one in entries), np.bool_, len(entries)),
        np.fromiter((one.valid_from.timestamp() if one.valid_from else -np.inf for one in entries), np.float64, len(entries)),
        np.fromiter((one.valid_until.timestamp() if one.valid_until else np.inf for one in entries), np.float64, len(entries)),
        np.fromiter(((zlib.crc32(one.article.encode()) << 20) + one.position for one in entries), np.int64, len(entries)),
        tuple(locales),
        tuple(countries),
    )  # fmt: skip
