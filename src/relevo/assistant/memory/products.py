"""Names of products: those that titles of published articles have. A customer can name one of them and no other."""

import re
from collections.abc import Iterable

from relevo.kit.folding import fold
from relevo.understanding.places import find_places

_WORD = re.compile(r"[^\W_][\w'’-]*")
_LONGEST = 4
# What a name may not be made of: it would say what somebody is entitled to, or nothing.
_NEVER_WORDS = """
vip premium gold oro plata silver platinum platino diamond diamante admin administrador administrator root
staff empleado employee gratis free descuento discount reembolso refund garantia warranty plus elite black
priority prioritario iva vat faq covid pdf api
"""
_NEVER = frozenset(_NEVER_WORDS.split())
_MONTHS_WORDS = """
january february march april may june july august september october november december monday tuesday wednesday
thursday friday saturday sunday christmas easter navidad reyes spanish english mexican european i
"""
_MONTHS = frozenset(_MONTHS_WORDS.split())


def product_names(titles: Iterable[str]) -> tuple[str, ...]:
    """The names in these titles, longest first: words with a capital letter inside a title that has others without, and words
    with a figure in them, with the names before them."""
    found = {name for title in titles for name in _names(title)}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def product_in(text: str, names: Iterable[str]) -> str | None:
    """The longest of these names that stands in the text."""
    plain = fold(text)
    return next((name for name in names if re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", plain)), None)


def _names(title: str) -> Iterable[str]:
    words = _WORD.findall(title)
    if not any(word[0].islower() and len(word) > 3 for word in words[1:]):
        return  # every word of it has a capital letter: nothing is told apart by them
    run: list[str] = []
    for at, word in enumerate([*words, ""]):
        if word and len(run) < _LONGEST and _is_name(word, is_first=at == 0, goes_on=bool(run)):
            run.append(word)
            continue
        if run and any(not one.isdigit() for one in run) and not find_places(" ".join(run)):
            yield " ".join(run)
        run = []


def _is_name(word: str, *, is_first: bool, goes_on: bool) -> bool:
    plain = fold(word)
    if plain in _NEVER or plain in _MONTHS:
        return False
    if word.isdigit():
        return goes_on
    if any(one.isdigit() for one in word) and any(one.isalpha() for one in word):
        return len(word) > 2
    return not is_first and word[0].isupper() and len(word) > 2
