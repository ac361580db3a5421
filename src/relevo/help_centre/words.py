"""The pages' texts, dates and names of countries in the reader's language."""

import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any


class Words:
    """`words.search` is a text; `words("updated", date=…)` one with something put in."""

    def __init__(self, locale: str, texts: dict[str, Any]) -> None:
        self.locale = locale
        self._texts = texts

    def __getattr__(self, name: str) -> str:
        try:
            return self._texts[name]
        except KeyError as error:
            raise AttributeError(name) from error

    def __call__(self, name: str, **values: object) -> str:
        return str(self._texts[name]).format(**values)

    def articles(self, number: int) -> str:
        return self("articles_one") if number == 1 else self("articles_many", n=number)

    def date(self, moment: datetime) -> str:
        day = moment.astimezone(UTC)
        return self("date", day=day.day, month=self._texts["months"][day.month - 1], year=day.year)

    def countries(self, codes: Sequence[str]) -> str:
        """ "España, México y Chile"; a code that has no name here stands for itself."""
        names = [str(self._texts["countries"].get(code, code.upper())) for code in codes]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {self('and')} {names[-1]}"


@cache
def words_of(locale: str) -> Words:
    return Words(locale, _all()["en" if locale == "en" else "es"])


@cache
def _all() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("texts.toml").read_text("utf-8"))
