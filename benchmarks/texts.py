"""Passages and questions in any number: sentences of the demo's articles, and made-up words that are as unevenly common as real ones."""

import random
import re
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import relevo.demo
from relevo.knowledge.documents import locale_of
from relevo.knowledge.entry import Entry

ARTICLES = Path(relevo.demo.__file__).parent / "articles"
_WORDS = 20_000
_PER_ARTICLE = 4
_SYLLABLES = {
    "es": "ba ca da fa ga la ma na pa ra sa ta va ción mente dor tri ple bre co lo mo no po ro so to ver cer ti mi ni ri",
    "en": "ba ca de fi ga le ma ne po re si ta ve tion ment er str ple bre co low moon new port ring sent to ver ly ti mi",
}
_OPENERS = {
    "es": [
        "¿Cómo puedo",
        "¿Cuánto cuesta",
        "¿Cuándo llega",
        "hola, una duda sobre",
        "¿Qué pasa con",
        "necesito saber de",
    ],
    "en": ["How do I", "How much is", "When will", "hi, a question about", "What happens with", "I need to know about"],
}


class Texts:
    """The same texts for the same seed."""

    def __init__(self, seed: int = 7) -> None:
        self._draw = random.Random(seed)
        self._sentences: dict[str, list[str]] = {"es": [], "en": []}
        for file in sorted(ARTICLES.glob("*.md")):
            text = file.read_text("utf-8")
            self._sentences[locale_of(text)] += [
                line for line in re.split(r"(?<=[.!?])\s+|\n+", text) if len(line) > 30 and line[0] not in "#|"
            ]
        self._words = {locale: self._invented(locale) for locale in _SYLLABLES}
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(_WORDS)))

    def entries(self, passages: int, first: int = 0) -> Iterator[Entry]:
        """So many passages, four of them an article, three quarters in Spanish."""
        title = ""
        for number in range(first, first + passages):
            article, position = divmod(number, _PER_ARTICLE)
            locale = "en" if article % 4 == 0 else "es"
            title = f"{self._line(locale, 3)} {article}" if position == 0 else title
            text = " ".join(self._sentence(locale) for _ in range(self._draw.randint(3, 8)))
            yield Entry(f"{article}.md", title, self._line(locale, 2), text, locale, None, position)

    def question(self, entry: Entry) -> str:
        """A question in some of the words of a passage."""
        words = [word for word in re.findall(r"\w+", entry.text) if len(word) > 3]
        chosen = self._draw.sample(words, min(len(words), self._draw.randint(2, 9)))
        return f"{self._draw.choice(_OPENERS[entry.locale])} {' '.join(chosen)}?"

    def _sentence(self, locale: str) -> str:
        if self._draw.random() < 0.5:
            return self._draw.choice(self._sentences[locale])
        return self._line(locale, self._draw.randint(6, 18)).capitalize() + "."

    def _line(self, locale: str, words: int) -> str:
        return " ".join(self._draw.choices(self._words[locale], cum_weights=self._weights, k=words))

    def _invented(self, locale: str) -> list[str]:
        found: dict[str, None] = {}
        syllables = _SYLLABLES[locale].split()
        while len(found) < _WORDS:
            found["".join(self._draw.choices(syllables, k=self._draw.randint(2, 4)))] = None
        return list(found)
