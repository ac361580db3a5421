"""An index of one workspace's passages, held in memory and searched without touching the database.

Ranking is BM25 over three fields (title, heading, text), and a part of its own for the title: what an article is called
is what it is about, whereas its text names many things by the way. What a question's slot is worth depends on how rare it
is in this workspace; `coverage` says how much of the question's worth a passage answers to, so that "nothing on that" can
be told from "here it is". A question in plain words gets a closer look at the sentences of the best passages (`ranking/evidence.py`).
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property

from relevo.kit.folding import fold
from relevo.knowledge.entry import Entry, Hit, Reader
from relevo.knowledge.glossary import glossary
from relevo.knowledge.lexicon import translated
from relevo.knowledge.ranking.asked import asked_of, rarity
from relevo.knowledge.ranking.candidates import Candidate, Sought, candidates
from relevo.knowledge.ranking.evidence import scores
from relevo.knowledge.ranking.segment import Floats
from relevo.knowledge.ranking.shelf import Shelf
from relevo.knowledge.ranking.slips import Slips
from relevo.knowledge.ranking.vocabulary import Vocabulary
from relevo.knowledge.synonyms import Synonyms
from relevo.knowledge.terms import MEANING, Slot, slots_of, terms_of

__all__ = ["Entry", "Hit", "Index", "Nearness", "Reader"]

# How near each passage is to the question in its language, -1 to 1; None where that is not known.
Nearness = Callable[[str, str, Sequence[Entry]], Floats | None]

_TOPIC = 0.55  # of the worth of the rarest word: what articles are called says much, however often it is written
_BY_MEANING, _BY_SLIP, _BY_PART = 0.8, 0.7, 0.5
_UNKNOWN = 0.6  # of the worth of the rarest word: an unknown word may be chatter or may be the point
_MOST_SLOTS = 48
_MOST_SLIPS = 4
_RARE = 3
LOOKED_AT = 50  # candidates that get the closer look


class Index:
    """What a reader may find. Nothing of it changes: `with_changes` makes the next one; threads may share it."""

    def __init__(
        self,
        entries: Sequence[Entry] = (),
        *,
        shelf: Shelf | None = None,
        reader: Reader | None = None,
        synonyms: Synonyms | None = None,
    ) -> None:
        self._shelf = shelf or Shelf(Vocabulary()).with_changes((), entries)
        self._reader = reader or Reader()
        self._synonyms = synonyms or Synonyms()

    def __len__(self) -> int:
        """How many passages there are, whoever may see them."""
        return self._shelf.figures.passages

    @property
    def shelf(self) -> Shelf:
        """What is held, for every reader the same."""
        return self._shelf

    @property
    def entries(self) -> list[Entry]:
        """The passages that the reader may see."""
        parts = zip(self._shelf.segments, self._shelf.there, strict=True)
        there = [
            entry
            for segment, rows in parts
            for entry, is_there in zip(segment.entries, rows.tolist(), strict=True)
            if is_there
        ]
        return [entry for entry in there if self._reader.sees(entry)]

    def with_changes(self, gone: Iterable[str], added: Sequence[Entry], *, synonyms: Synonyms | None = None) -> "Index":
        """The index without the articles of these names, and with these passages."""
        shelf = self._shelf.with_changes(gone, added)
        return Index(shelf=shelf, reader=self._reader, synonyms=self._synonyms if synonyms is None else synonyms)

    def seen_by(self, reader: Reader) -> "Index":
        """The same passages for another reader."""
        return Index(shelf=self._shelf, reader=reader, synonyms=self._synonyms)

    def article(self, name: str) -> list[Entry]:
        """The passages of an article, in order."""
        return [entry for entry in self._shelf.article(name) if self._reader.sees(entry)]

    def worth(self, slot: Slot) -> float:
        """How much a slot says here: rare is much."""
        best = max((rarity(len(self), self._among(term)) for term in self._known(slot)), default=0.0)
        if self.is_topic(slot):
            best = max(best, _TOPIC * self._highest)
        return best or _UNKNOWN * self._highest

    def is_topic(self, slot: Slot) -> bool:
        """Whether an article is called so."""
        return any(self._shelf.is_topic(term) for term in self._known(slot))

    def is_rare(self, slot: Slot) -> bool:
        """Whether at most a few passages answer to the slot."""
        return 0 < max((self._among(term) for term in self._known(slot)), default=0) <= _RARE

    def knows(self, slot: Slot) -> bool:
        return bool(self._known(slot))

    def alternatives(self, slot: Slot) -> list[tuple[str, float]]:
        """Terms of this index that answer to the slot, with how well."""
        found = [(slot.stem, 1.0)] if slot.stem and self._among(slot.stem) else []
        found += [(MEANING + name, _BY_MEANING) for name in slot.meanings if self._among(MEANING + name)]
        found += [pair for pair in self._synonyms.words.get(slot.stem or "", ()) if self._among(pair[0])]
        if not found and slot.stem and not slot.meanings:
            found = [(term, _BY_SLIP) for term in self._slip_of(slot.words)]
        if not found:
            found = [(part, _BY_PART) for part in slot.parts if self._among(part)]
        return found

    def search(
        self, slots: Sequence[tuple[Slot, float]], *, locale: str, limit: int, prefer: Iterable[str] = ()
    ) -> list[Hit]:
        """The best passages for slots with weights; articles in `prefer` count a little more."""
        sought = self._sought(slots)
        total = sum(one.worth for one in sought)
        found = self._candidates(sought, locale=locale, limit=limit, prefer=prefer)
        return [Hit(one.entry, one.score, one.covered / total) for one in found]

    def find(
        self, question: str, *, locale: str, limit: int, prefer: Iterable[str] = (), near: Nearness | None = None
    ) -> list[Hit]:
        """The best passages for a question in plain words; `near` tells how near in meaning passages are to it, where that is known."""
        slots = [*slots_of(question, locale), *self._synonyms.slots(question, locale)][:_MOST_SLOTS]
        numbered = {slot: self._numbered(slot) + self._translated(slot, locale) for slot in slots}
        sought = [Sought(numbered[slot], self.worth(slot)) for slot in slots]
        total = sum(one.worth for one in sought)
        found = self._candidates(sought, locale=locale, limit=max(limit, LOOKED_AT), prefer=prefer)
        if not found:
            return []
        nearness = near(question, locale, [one.entry for one in found]) if near else None
        weighed = [(slot, one.worth) for slot, one in zip(slots, sought, strict=True)]
        asked = asked_of(question, locale, self._shelf, weighed, numbered.__getitem__)
        rated = sorted(
            zip(scores(self._shelf, asked, found, nearness).tolist(), found, strict=True),
            key=lambda pair: (-pair[0], pair[1].entry.article, pair[1].entry.position),
        )
        return [Hit(one.entry, score, one.covered / total) for score, one in rated[:limit]]

    def _candidates(
        self, sought: Sequence[Sought], *, locale: str, limit: int, prefer: Iterable[str]
    ) -> list[Candidate]:
        return candidates(
            self._shelf, sought, locale=locale, reader=self._reader, prefer=frozenset(prefer), limit=limit
        )

    def _sought(self, slots: Sequence[tuple[Slot, float]]) -> list[Sought]:
        return [Sought(self._numbered(slot), weight * self.worth(slot)) for slot, weight in slots[:_MOST_SLOTS]]

    def _numbered(self, slot: Slot) -> tuple[tuple[int, float], ...]:
        numbered = ((self._shelf.vocabulary.find(term), weight) for term, weight in self.alternatives(slot))
        return tuple((number, weight) for number, weight in numbered if number is not None)

    def _translated(self, slot: Slot, locale: str) -> tuple[tuple[int, float], ...]:
        """Terms of the other language that answer to the slot, where no meaning crosses over already."""
        terms = translated(slot.stem, locale) if slot.stem else ()
        numbered = ((self._shelf.vocabulary.find(term), weight) for term, weight in terms if self._among(term))
        return tuple((number, weight) for number, weight in numbered if number is not None)

    def _known(self, slot: Slot) -> list[str]:
        return [term for term, _ in self.alternatives(slot)]

    def _among(self, term: str) -> int:
        """In how many passages a term stands."""
        return self._shelf.among(term)

    @cached_property
    def _highest(self) -> float:
        return rarity(len(self), 0) if len(self) else 1.0

    def _slip_of(self, words: str) -> list[str]:
        """The terms of words that differ from this one by one letter, or by two that changed places."""
        plain = fold(words)
        near = [*self._shelf.vocabulary.slips.near(plain), *_spelled().near(plain)]
        seen = dict.fromkeys(term for word, locale in near for term in terms_of(word, locale) if self._among(term))
        return list(seen)[:_MOST_SLIPS]


@cache
def _spelled() -> Slips:
    """The words of the glossary."""
    slips = Slips()
    for word, locale in sorted(glossary().spelled):
        slips.add(fold(word), word.lower(), locale)
    return slips
