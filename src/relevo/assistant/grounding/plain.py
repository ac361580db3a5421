"""Sentences that need no source: greetings, empathy, offers of a person, questions. Recognised with care: one with a fact in it is none."""

import re
from collections.abc import Collection, Sequence

from relevo.assistant.grounding import phrases
from relevo.assistant.grounding.figures import figures_of
from relevo.assistant.grounding.polarity import turns_of
from relevo.assistant.grounding.tokens import NO_NEED, is_content, keys_of
from relevo.kit.folding import fold

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_PROMISES = re.compile(
    r"\b(?:reembols\w+|devol\w+|devuelv\w+|descuent\w+|compens\w+|abon\w+|refund\w*|discount\w*|compensat\w*|credit\w*|gratis|free|garantiz\w+|guarantee\w*)\b"
)
_SHORT = 12  # letters; a word or two of a longer phrase may be anything
_STRONG = frozenset({"free", "guarantee", "always", "never", "unlimited", "extra"})


def is_plain(sentence: str, *, asked: Collection[str], known: Sequence[str]) -> bool:
    """`asked` are the stems of what the customer said; `known` phrases and names that may always be said."""
    folded = fold(sentence)
    if any(folded.strip() in fold(one) for one in known if len(one) >= len(sentence.strip()) > _SHORT):
        return True
    for one in sorted(known, key=len, reverse=True):
        if len(one) > 1:
            folded = folded.replace(fold(one), " ")
    if figures_of(folded):
        return False
    rest = phrases.plain_rest(folded)
    left = [word for word in _WORD.findall(rest) if _says_something(word)]
    if not left:
        return True
    if _PROMISES.search(folded) or turns_of(sentence).strong & _STRONG:
        return False
    if sentence.rstrip(' "”»)').endswith("?"):
        start = rest.lstrip(" ¿¡,.!:-")
        return bool(phrases.QUESTION.match(start)) or all(_was_said(word, asked) for word in left)
    return bool(phrases.EMPATHY.search(folded[:40])) and len(left) <= 6 and all(_was_said(word, asked) for word in left)


def _says_something(word: str) -> bool:
    return word not in NO_NEED and not word.isdigit() and is_content(word, "es") and is_content(word, "en")


def _was_said(word: str, asked: Collection[str]) -> bool:
    return bool((keys_of(word, "es") | keys_of(word, "en")) & set(asked))
