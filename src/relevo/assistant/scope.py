"""For whom a piece of text holds: a country, a delivery region, a town. And where the customer is."""

import re
from dataclasses import dataclass

from relevo.kit.folding import fold
from relevo.understanding.places import Place, country_of, find_places

_APPLIES = re.compile(
    r"^(?:aplica a|applies to|valid(?:o)? (?:en|in|para|for))\s*:?(.*)$", re.IGNORECASE | re.MULTILINE
)
_LEADING = re.compile(r"^(?:[-•]\s+|\d+\.\s+)?(?:en|in|for|para)\s+", re.IGNORECASE)
_KEY = re.compile(r"^(?:[-•]\s+)?(?P<key>[^:.—]{2,70}?)\s*(?:—|:\s)")
_TOWN_KEY = re.compile(r"^(?:[-•]\s+)?(?P<key>[^:.—,]{2,40}?)\s*(?:,|—|:\s)")


@dataclass(frozen=True, slots=True)
class Scope:
    """None means everywhere."""

    country: str | None = None
    region: str | None = None
    town: str | None = None

    def fits(self, other: "Scope") -> bool:
        """False only where both say something and it differs."""
        pairs = ((self.country, other.country), (self.region, other.region), (self.town, other.town))
        return all(mine is None or theirs is None or mine == theirs for mine, theirs in pairs)


ANYWHERE = Scope()


def scope_of_customer(texts: list[str]) -> Scope:
    """Where the customer is, from what they wrote; the latest word counts, in texts ordered from old to new."""
    for text in reversed(texts):
        places = find_places(text)
        countries = {place.country for place in places if place.country}
        if len(countries) > 1:
            return _last_of(places)
        if len({place.region for place in places if place.region}) > 1:
            return Scope(next(iter(countries), None))  # each holds for a part of what is asked
        if places and (countries or len(places) == 1):
            place = places[-1]
            return Scope(place.country or country_of(text), place.region, place.town)
        if country := country_of(text):
            return Scope(country)
    return ANYWHERE


def _last_of(places: list[Place]) -> Scope:
    """Two countries in one message ("bought in Spain, I live in Mexico"): open, unless the same one is repeated."""
    return ANYWHERE if len({place.country for place in places}) > 1 else Scope(places[-1].country)


def scope_of_article(title: str, first_lines: str) -> Scope:
    """An article is for one country where its title or its "Aplica a:" line says so."""
    applies = _APPLIES.search(first_lines)
    country = country_named(applies.group(1)) if applies else None
    return Scope(country or country_named(title))


def scope_of_line(line: str) -> Scope:
    """A row, an item or a sentence is for the place that it begins with."""
    return _from_key(line) or _from_beginning(line) or _from_regions(line) or ANYWHERE


def _from_key(line: str) -> Scope | None:
    """ "- España: …", "Sevilla, calle Ascuas 3 …": a key that is a place and hardly more."""
    found = _TOWN_KEY.match(line)
    places = find_places(found.group("key")) if found else []
    if not found or not places or len({place.country for place in places}) > 1:
        return None
    more = len(found.group("key").split()) - sum(len(place.name.split()) for place in places)
    if more > 1:
        return None
    if len(_all_named(line)) > 1:
        return Scope(places[0].country)
    return _scope(places[0]) if len(places) == 1 else Scope(places[0].country)


def _all_named(line: str) -> set[str]:
    """The places of a longer key ("Canarias, Ceuta y Melilla — …"), which then holds for all of them."""
    found = _KEY.match(line)
    return {place.region or place.name for place in find_places(found.group("key"))} if found else set()


def _from_beginning(line: str) -> Scope | None:
    """ "En México cancelamos …"."""
    found = _LEADING.match(line)
    if not found:
        return None
    beginning = fold(line[found.end() :]).removeprefix("the ")
    return next((_scope(p) for p in find_places(" ".join(beginning.split()[:4])) if beginning.startswith(p.name)), None)


def _from_regions(line: str) -> Scope | None:
    """ "Península, estándar — …", "Canarias, Ceuta y Melilla — …": a longer key about one region."""
    found = _KEY.match(line)
    regions = {place.region for place in find_places(found.group("key")) if place.region} if found else set[str]()
    return Scope("es", regions.pop()) if len(regions) == 1 else None


def narrower(*scopes: Scope) -> Scope:
    """The scopes laid over each other, the last one having the last word."""
    country = region = town = None
    for scope in scopes:
        country, region, town = scope.country or country, scope.region or region, scope.town or town
    return Scope(country, region, town)


def country_named(text: str) -> str | None:
    """The one country that a heading or title names itself."""
    countries = {place.country for place in find_places(text) if place.country and fold(text).strip()}
    return next(iter(countries)) if len(countries) == 1 else None


def _scope(place: Place) -> Scope:
    return Scope(place.country, place.region, place.town)
