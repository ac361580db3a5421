"""The question as it is put to the knowledge base: this turn's words, and of earlier turns what a follow-up leaves unsaid."""

import re
from dataclasses import dataclass, replace

from relevo.assistant.types import Context, Exchange
from relevo.assistant.wants import is_figure, wants_of
from relevo.kit.folding import fold
from relevo.knowledge.glossary import glossary
from relevo.knowledge.index import Index
from relevo.knowledge.stems import WORD, stem
from relevo.knowledge.terms import Slot, slots_of
from relevo.understanding.places import Place, find_places
from relevo.understanding.question import Question, read_question

_FOLLOWS_UP = re.compile(
    r"^(?:ah |vale |ok |ya |ok gracias )?[,.]?\s*(?:y|pues|entonces|ah|o sea|and|so|then|ok|what about|how about|but|pero|tambien|also)\b"
    r"|\b(?:lo mismo|la misma|el mismo|the same|eso|esa|ese|that one|it)\b"
)
_NEW_SUBJECT = re.compile(
    r"\b(?:por cierto|x cierto|otra (?:cosa|cosita|pregunta|duda)|cambiando de tema|by the way|btw|another (?:thing|question))\b"
)
_REGIONS = {"baleares": ("at_balearics", "island"), "canarias": ("at_canaries", "island"), "peninsula": ("mainland",)}
_WHEN = re.compile(r"(?:y |and |pero |but )?(?:cuando|when)\b(?!.*,)")
_HOW_LONG = Slot("when", None, ("how_long",))
_IN_QUOTES = re.compile(r"[\"“«]([^\"”»]{2,40})[\"”»]")  # names of buttons and states
_QUOTED = 1.6
_BACKGROUND = frozenset({"buy", "order", "item", "shop", "money", "weekday", "date"})
_SIDE, _SIDE_MEANT = 0.35, 0.7
_EARLIER, _EARLIER_ALONE = 0.4, 0.7
_FIGURE_BEFORE = 0.3  # the price that was asked for before, where this turn asks something else
_FEW = 3

_MEANT, _PLAIN, _UNKNOWN, _NUMBER, _PLACE = 1.25, 0.9, 1.0, 0.15, 0.35
_ASIDE = 0.3  # an unknown word of a sentence that asks nothing
_THING = 0.15  # a thing that no article speaks of by name
_THING_KNOWN = 0.6
_BY_THE_WAY = 0.3
_ONE_OF_MANY = r"\b(?:un|una|unos|unas|algún|alguna|a|an|some|any) "
_TERSE, _WORDY = 5, 12  # in a short question every word counts; in a long one an unknown word may be chatter
_CARD_SAFETY = (Slot("card", None, ("security_code",)), Slot("phone", None, ("phone_payment", "pay")))

_Key = tuple[str | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Query:
    """Weighted slots; `asked` is the question that a reply to "which country?" belongs to; `groups` are the slots
    of each sentence that asks; `whole` is all that is asked, with what it leans on, `own` without.
    """

    slots: tuple[tuple[Slot, float], ...]
    prefer: tuple[str, ...]
    asked: str
    leans: bool = False
    groups: tuple[frozenset[int], ...] = ()
    wants: frozenset[str] = frozenset()
    whole: str = ""
    own: str = ""


def query_of(context: Context, question: Question, index: Index) -> Query:
    """What to look for on this turn."""
    query = _query_of(context, question, index)
    asked = query.asked if query.leans and question.text not in query.asked else question.text
    whole = f"{context.history[-1].asked}\n{question.text}" if query.leans and context.history else question.text
    return replace(query, wants=wants_of(asked, slots_of(asked, context.voice.locale)), whole=whole, own=question.text)


def _query_of(context: Context, question: Question, index: Index) -> Query:
    locale = context.voice.locale
    own = _slots(question, locale, index)
    last = context.history[-1] if context.history else None
    if question.has_card:
        own = [(slot, 3.0) for slot in _CARD_SAFETY] + [(slot, weight * 0.4) for slot, weight in own]
    if last and last.outcome == "clarify" and not _stands_alone(question, own):
        earlier = _earlier(last, locale, index, 1.0)
        known = [(slot, weight * _SIDE) for slot, weight in own if index.knows(slot)]
        return Query(_merged(earlier, known), last.articles, last.asked, leans=True)
    solid = sum(index.knows(slot) and weight >= _PLAIN * _SIDE_MEANT for slot, weight in own)
    if last and last.asked and _leans_on_earlier(question, solid):
        earlier = _earlier(last, locale, index, _EARLIER if solid >= _FEW else _EARLIER_ALONE)
        if any(slot.meanings and index.knows(slot) for slot, _ in own):
            earlier = [(slot, weight * (_FIGURE_BEFORE if is_figure(slot) else 1.0)) for slot, weight in earlier]
        return Query(_merged(own, earlier), last.articles, question.text, leans=True)
    prefer = last.articles if last and not _NEW_SUBJECT.search(fold(context.text)) else ()
    return Query(tuple(own), prefer, question.text, groups=_groups(question, own, locale, index))


def _slots(question: Question, locale: str, index: Index) -> list[tuple[Slot, float]]:
    found: dict[_Key, tuple[Slot, float]] = {}
    for sentence, asks in question.sentences:
        quoted = " ".join(_IN_QUOTES.findall(sentence)).lower()
        places = {word for place in find_places(sentence) for word in place.name.split()}
        slots = slots_of(sentence, locale)
        by_the_way = _by_the_way(sentence, slots, index)
        if _WHEN.match(fold(sentence).lstrip("¿ ")):
            slots.append(_HOW_LONG)
        unknown = _unknown_weight(len(slots), asks=asks)
        for slot in slots:
            weight = _kind_weight(slot, places, index, unknown=unknown)
            weight *= _BY_THE_WAY if slot.words in by_the_way else 1.0
            weight *= 1.0 if asks or not question.asks else _SIDE_MEANT if slot.meanings else _SIDE
            weight *= _QUOTED if slot.words in quoted else 1.0
            key = (slot.stem, slot.meanings)
            if key not in found or found[key][1] < weight:
                found[key] = (slot, weight)
        for place in find_places(sentence):
            found |= _other_countries(place, locale, index)
            for name in _REGIONS.get(place.region or "", ()):
                found.setdefault((None, (name,)), (Slot(place.name, None, (name,)), _PLACE))
    return list(found.values())


def _by_the_way(sentence: str, slots: list[Slot], index: Index) -> set[str]:
    """Things and unknown words named as one of many ("return a kettle"): what is asked would hold for any other."""
    topical = any(index.is_topic(slot) for slot in slots)
    loose = [slot for slot in slots if _is_thing(slot) or (topical and not (slot.meanings or index.knows(slot)))]
    named = " ".join(WORD.findall(sentence)).lower()
    return {slot.words for slot in loose if re.search(_ONE_OF_MANY + re.escape(slot.words) + r"\b", named)}


def _is_thing(slot: Slot) -> bool:
    return bool(slot.meanings) and glossary().things.issuperset(slot.meanings)


def _other_countries(place: Place, locale: str, index: Index) -> dict[_Key, tuple[Slot, float]]:
    """A country by its name where articles name it, else as one of "any other country"."""
    named = [Slot(word, stem(word, locale), ()) for word in place.country_names]
    known = [replace(slot, meanings=("abroad",)) for slot in named if index.knows(slot)]
    slots = known or [Slot(place.name, None, ("abroad",))] * bool(named)
    return {(slot.stem, slot.meanings): (slot, _MEANT) for slot in slots}


def _groups(question: Question, own: list[tuple[Slot, float]], locale: str, index: Index) -> tuple[frozenset[int], ...]:
    keys = [(slot.stem, slot.meanings) for slot, _ in own]
    groups = [
        frozenset(keys.index((slot.stem, slot.meanings)) for slot in slots_of(sentence, locale) if index.knows(slot))
        for sentence, asks in question.sentences
        if asks
    ]
    return tuple(group for group in groups if group)


def _unknown_weight(slots: int, *, asks: bool) -> float:
    if not asks:
        return _ASIDE
    share = min(1.0, max(0.0, (slots - _TERSE) / (_WORDY - _TERSE)))
    return _UNKNOWN + share * (_ASIDE - _UNKNOWN)


def _kind_weight(slot: Slot, places: set[str], index: Index, *, unknown: float) -> float:
    if fold(slot.words) in places:
        return _PLACE
    if slot.words.replace(",", "").replace(".", "").isdigit():
        return _NUMBER
    if not index.knows(slot):
        return _THING if _is_thing(slot) else _MEANT if slot.meanings else unknown
    if _is_thing(slot) and not index.is_topic(slot):
        return _THING_KNOWN
    if slot.meanings and _BACKGROUND.issuperset(slot.meanings):
        return _PLAIN / 2
    return _MEANT if slot.meanings else _PLAIN


def _stands_alone(question: Question, own: list[tuple[Slot, float]]) -> bool:
    return question.asks and sum(weight >= _PLAIN for _, weight in own) > _FEW


def _leans_on_earlier(question: Question, solid: int) -> bool:
    folded = fold(question.text)
    if _NEW_SUBJECT.search(folded):
        return False
    return solid < _FEW or (bool(_FOLLOWS_UP.search(folded)) and solid < 2 * _FEW)


def _earlier(last: Exchange, locale: str, index: Index, weight: float) -> list[tuple[Slot, float]]:
    return [(slot, weight * own) for slot, own in _slots(read_question(last.asked), locale, index)]


def _merged(first: list[tuple[Slot, float]], second: list[tuple[Slot, float]]) -> tuple[tuple[Slot, float], ...]:
    known = {(slot.stem, slot.meanings) for slot, _ in first}
    return tuple(first + [(slot, weight) for slot, weight in second if (slot.stem, slot.meanings) not in known])
