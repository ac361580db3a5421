"""The question as it is put to the knowledge base: this turn's words, and of earlier turns what a follow-up leaves unsaid."""

import re
from dataclasses import dataclass

from relevo.assistant.types import Context, Exchange
from relevo.kit.folding import fold
from relevo.knowledge.index import Index
from relevo.knowledge.stems import stem
from relevo.knowledge.terms import Slot, slots_of
from relevo.understanding.places import find_places
from relevo.understanding.question import Question, read_question

_FOLLOWS_UP = re.compile(
    r"^(?:ah |vale |ok |ya |ok gracias )?[,.]?\s*(?:y|pues|entonces|ah|o sea|and|so|then|ok|what about|how about|but|pero|tambien|also)\b"
    r"|\b(?:lo mismo|la misma|el mismo|the same|eso|esa|ese|that one|it)\b"
)
_NEW_SUBJECT = re.compile(
    r"\b(?:por cierto|x cierto|otra (?:cosa|cosita|pregunta|duda)|cambiando de tema|by the way|btw|another (?:thing|question))\b"
)
_REGIONS = {"baleares": ("at_balearics", "island"), "canarias": ("at_canaries", "island"), "peninsula": ("mainland",)}
_IN_QUOTES = re.compile(r"[\"“«]([^\"”»]{2,40})[\"”»]")  # names of buttons and states
_QUOTED = 1.6
_BACKGROUND = frozenset({"buy", "order", "item", "shop", "money"})
_SIDE = 0.5
_EARLIER = 0.4
_FEW = 3

_MEANT, _PLAIN, _UNKNOWN, _NUMBER, _PLACE = 1.25, 0.8, 0.3, 0.15, 0.35
_CARD_SAFETY = (Slot("card", None, ("security_code",)), Slot("phone", None, ("phone_payment", "pay")))


@dataclass(frozen=True, slots=True)
class Query:
    """Weighted slots; `asked` is the question that a reply to "which country?" belongs to; `subjects` must be met."""

    slots: tuple[tuple[Slot, float], ...]
    prefer: tuple[str, ...]
    asked: str
    leans: bool = False


def query_of(context: Context, question: Question, index: Index) -> Query:
    """What to look for on this turn."""
    locale = context.voice.locale
    own = _slots(question, locale, index)
    last = context.history[-1] if context.history else None
    if question.has_card:
        own = [(slot, 3.0) for slot in _CARD_SAFETY] + [(slot, weight * 0.4) for slot, weight in own]
    if last and last.outcome == "clarify" and not _stands_alone(question, own):
        earlier = _earlier(last, locale, index, 1.0)
        return Query(
            _merged(earlier, [(slot, weight * _SIDE) for slot, weight in own]), last.articles, last.asked, leans=True
        )
    if last and last.asked and _leans_on_earlier(question, own):
        earlier = _earlier(last, locale, index, _EARLIER)
        return Query(_merged(own, earlier), last.articles, question.text, leans=True)
    return Query(
        tuple(own), last.articles if last and not _NEW_SUBJECT.search(fold(context.text)) else (), question.text
    )


def _slots(question: Question, locale: str, index: Index) -> list[tuple[Slot, float]]:
    found: dict[tuple[str | None, tuple[str, ...]], tuple[Slot, float]] = {}
    for sentence, asks in question.sentences:
        quoted = " ".join(_IN_QUOTES.findall(sentence)).lower()
        places = {word for place in find_places(sentence) for word in place.name.split()}
        for slot in slots_of(sentence, locale):
            weight = (1.0 if asks or not question.asks else _SIDE) * _kind_weight(slot, places, index)
            weight *= _QUOTED if slot.words in quoted else 1.0
            key = (slot.stem, slot.meanings)
            if key not in found or found[key][1] < weight:
                found[key] = (slot, weight)
        for place in find_places(sentence):
            for word in place.country_names:
                found[stem(word, locale), ()] = (Slot(word, stem(word, locale), ()), _MEANT)
            for name in _REGIONS.get(place.region or "", ()):
                found.setdefault((None, (name,)), (Slot(place.name, None, (name,)), _PLACE))
    return list(found.values())


def _kind_weight(slot: Slot, places: set[str], index: Index) -> float:
    if fold(slot.words) in places:
        return _PLACE
    if slot.words.replace(",", "").replace(".", "").isdigit():
        return _NUMBER
    if not index.knows(slot):
        return _MEANT if slot.meanings else _UNKNOWN
    if slot.meanings and _BACKGROUND.issuperset(slot.meanings):
        return _PLAIN / 2
    return _MEANT if slot.meanings else _PLAIN


def _stands_alone(question: Question, own: list[tuple[Slot, float]]) -> bool:
    return question.asks and sum(weight >= _PLAIN for _, weight in own) > _FEW


def _leans_on_earlier(question: Question, own: list[tuple[Slot, float]]) -> bool:
    folded = fold(question.text)
    if _NEW_SUBJECT.search(folded):
        return False
    solid = sum(weight >= _PLAIN * _SIDE for _, weight in own)
    return solid < _FEW or (bool(_FOLLOWS_UP.search(folded)) and solid < 2 * _FEW)


def _earlier(last: Exchange, locale: str, index: Index, weight: float) -> list[tuple[Slot, float]]:
    return [(slot, weight * own) for slot, own in _slots(read_question(last.asked), locale, index)]


def _merged(first: list[tuple[Slot, float]], second: list[tuple[Slot, float]]) -> tuple[tuple[Slot, float], ...]:
    known = {(slot.stem, slot.meanings) for slot, _ in first}
    return tuple(first + [(slot, weight) for slot, weight in second if (slot.stem, slot.meanings) not in known])
