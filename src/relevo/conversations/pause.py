"""How long to wait for more before what was written is answered. A pure function.

People write in pieces: "hola", "una pregunta", "el envío a Palma". What looks finished is answered at once; a piece is waited on.
Where more comes after all, the turn under way is given up and begun again, so a wrong guess costs nothing but a moment.
"""

import re
from datetime import timedelta

from relevo.kit.folding import fold

AT_ONCE = timedelta(0)
SHORT = 0.3  # of the full pause, for a sentence that lacks nothing but its full stop
_FEWEST_WORDS = 3
_SENTENCE = 6  # words
_LONG = 18  # words: who has written so much has sent it as one

_ENDED = re.compile(r"[.!?…](?:[\"'»”)\]]|\s)*$")
_TRAILS_OFF = re.compile(r"(?:\.\.\.|…|[,;:\-–(])\s*$")
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_MARKED = re.compile(r"\b(?:qué|cuál(?:es)?|quién(?:es)?|cómo|cuándo|cuánt[oa]s?|dónde|adónde)\b", re.IGNORECASE)
_QUESTION_WORDS = (
    "que cual cuales quien quienes como cuando cuanto cuanta cuantos cuantas donde adonde puedo puedes puede podeis podria podrias hay "
    "teneis tienen tienes haceis what which who when where why how can could do does did is are will would may should"
)
_BEGINS = frozenset(_QUESTION_WORDS.split())
_EARLY = 3  # words, in which a question shows itself
# After these, there is more to come.
_JOINING_WORDS = (
    "y e o u ni que de del la el los las un una unos unas a al en con sin por para pero si como mi mis tu su sus es son muy mas porque "
    "and or but the a an of to in on with without for from my your is are because if so that very more at i"
)
_JOINS = frozenset(_JOINING_WORDS.split())
_ANNOUNCES = re.compile(
    r"^\W*(?:hola|buenas|buenos dias|buenas tardes|buenas noches|hello|hi|hey|good (?:morning|afternoon|evening)|oye|perdon|disculpa|"
    r"disculpe|una (?:pregunta|duda|consulta)|tengo una (?:pregunta|duda|consulta)|(?:i have )?a (?:quick )?question|sorry|excuse me|"
    r"verás|vera|a ver|mira|mire|listen)\W*$"
)


def pause_after(text: str, *, full: timedelta, has_files: bool = False) -> timedelta:
    """How long a turn about `text` waits; `full` is for what is only the beginning of something."""
    words = _WORD.findall(fold(text))
    if has_files and not words:
        return full  # a picture comes before its question
    if _is_piece(text, words):
        return full
    if _ENDED.search(text) or len(words) >= _LONG or _asks(text, words):
        return AT_ONCE
    return full * SHORT if len(words) >= _SENTENCE else full


def _is_piece(text: str, words: list[str]) -> bool:
    if not words or _TRAILS_OFF.search(text) or _ANNOUNCES.match(fold(text)):
        return True
    opened = text.count("¿") > text.count("?") or text.count("(") > text.count(")")
    return opened or (words[-1] in _JOINS and not _ENDED.search(text))


def _asks(text: str, words: list[str]) -> bool:
    """A question without its mark: many never write one."""
    return len(words) > _FEWEST_WORDS and (bool(_MARKED.search(text)) or not _BEGINS.isdisjoint(words[:_EARLY]))
