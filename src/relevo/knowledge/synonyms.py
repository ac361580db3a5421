"""Words that mean the same in a workspace, as its members wrote them: groups, each of words or short phrases."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from relevo.knowledge.glossary import LOCALES
from relevo.knowledge.stems import WORD, is_empty, stem
from relevo.knowledge.terms import Slot

_BY_SYNONYM, _BY_PART = 0.8, 0.5

Terms = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Synonyms:
    """`words` leads from a stem to the terms that answer to it as well; `phrases` from the stems of several words."""

    groups: tuple[tuple[str, ...], ...] = ()
    words: Mapping[str, Terms] = field(default_factory=dict[str, Terms])
    phrases: Mapping[tuple[str, ...], Terms] = field(default_factory=dict[tuple[str, ...], Terms])

    def slots(self, text: str, locale: str) -> list[Slot]:
        """A slot for each phrase of a group that the text has."""
        if not self.phrases:
            return []
        spoken = locale if locale in LOCALES else "es"
        words = [word.lower() for word in WORD.findall(text)]
        stems = tuple(stem(word, spoken) for word in words)
        found: list[Slot] = []
        for phrase, terms in self.phrases.items():
            for at in range(len(stems) - len(phrase) + 1):
                if stems[at : at + len(phrase)] == phrase:
                    parts = tuple(term for term, _ in terms)
                    found.append(Slot(" ".join(words[at : at + len(phrase)]), None, (), parts))
                    break
        return found


def read_groups(groups: Sequence[Sequence[str]]) -> Synonyms:
    """The groups as the index uses them. A word may be of any language: its stem is taken in each."""
    words: defaultdict[str, dict[str, float]] = defaultdict(dict)
    phrases: defaultdict[tuple[str, ...], dict[str, float]] = defaultdict(dict)
    for group in groups:
        for name in group:
            others = [other for other in group if other != name]
            terms = {term: weight for other in others for term, weight in _terms(other).items()}
            for locale in LOCALES:
                key = tuple(stem(word.lower(), locale) for word in WORD.findall(name))
                if len(key) == 1:
                    words[key[0]] |= terms
                elif key:
                    phrases[key] |= terms
    return Synonyms(
        tuple(tuple(group) for group in groups),
        {stem: tuple(terms.items()) for stem, terms in words.items()},
        {key: tuple(terms.items()) for key, terms in phrases.items()},
    )


def _terms(name: str) -> dict[str, float]:
    words = [word.lower() for word in WORD.findall(name)]
    full = [word for word in words if not all(is_empty(word, locale) for locale in LOCALES)] or words
    weight = _BY_SYNONYM if len(full) == 1 else _BY_PART
    return {stem(word, locale): weight for word in full for locale in LOCALES}
