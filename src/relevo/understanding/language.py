"""The language of a message: Spanish and English well, others roughly.

Short texts say little ("ok", "no funciona"), so they inherit what the conversation or the site speaks already.
"""

from dataclasses import dataclass
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from relevo.kit.folding import fold
from relevo.understanding.tokens import tokens, word_set

# Languages the identifier chooses between: those of Spain and its neighbours, and frequent ones elsewhere.
_OFFERED = ["es", "en", "ca", "gl", "eu", "pt", "fr", "it", "de"]

# fmt: off
_WORDS: dict[str, frozenset[str]] = {
    "es": word_set("""
        hola buenas buenos dias tardes noches gracias por favor porfa porfavor adios vale que es el la los las
        un una de del y en no si mi me te se lo le les nos os con para como cuando donde cual cuanto cuanta
        cuantos quien porque pero mas muy ya esta estan estoy este esto ese eso esa aqui ahi alli hay tengo
        tiene tienen tienes teneis quiero quisiera necesito puedo puede pueden podeis hacer hace pedido envio
        factura devolver dinero tarjeta cuenta tienda precio garantia ayuda q xq pq tb tmb xfa pa nada todo bien
        mal hoy ayer manana desde hasta sin sobre su sus mis tu tus al ha han he era fue soy eres somos son ser
        llegar llego llega compre compro funciona va voy ahora entonces tambien saludos oye oiga perdon perdona
        disculpe disculpa claro genial perfecto listo ok dale joder venga
    """),
    "en": word_set("""
        hello hi hey thanks thank you please bye good morning afternoon evening the a an of and in to is are was
        were it its i im ive id my me we our your he she they them this that these those there here what when
        where which who why how do does did dont doesnt didnt not no yes can could would should will wont cant
        have has had been be with for from on at by but or if so just get got want need order delivery invoice
        refund money card account shop price warranty help still now today yesterday tomorrow about any some all
        out up back off then than too very really u ur pls plz yeah yep nope ok okay cheers sorry great fine
        sure
    """),
}  # fmt: skip
_BOTH = frozenset({"no", "ok", "a", "me", "he", "la"})
_SHORT_WORDS = 3


@dataclass(frozen=True, slots=True)
class Language:
    """`code` as in ISO 639-1; `sure` is False where it was inherited rather than read."""

    code: str
    sure: bool


def language_of(text: str, *, inherited: str) -> Language:
    """The language that `text` is written in; `inherited` is what the conversation or the site speaks."""
    words = [word for word in tokens(text) if word.isalpha()]
    spanish = _count(words, "es") + ("¿" in text or "¡" in text or "ñ" in text.lower()) * 2
    english = _count(words, "en")
    if not words or spanish + english == 0:
        return _identified(text, words, inherited)
    if abs(spanish - english) >= 2 or (min(spanish, english) == 0 and len(words) <= 2 * max(spanish, english) + 1):
        code = "es" if spanish > english else "en"
        return _neighbour(text, words, code, known=max(spanish, english))
    if len(words) <= _SHORT_WORDS and inherited in _WORDS:
        return Language(inherited, sure=False)
    return _identified(text, words, inherited)


def _count(words: list[str], code: str) -> int:
    return sum(word in _WORDS[code] and word not in _BOTH for word in words)


def _neighbour(text: str, words: list[str], code: str, *, known: int) -> Language:
    """Catalan, Galician or Portuguese share small words with Spanish: where few words are known, ask the identifier."""
    if len(words) > _SHORT_WORDS and known / len(words) < 0.35:
        seen = _identify(text)
        if seen != code and seen not in _WORDS:
            return Language(seen, sure=True)
    return Language(code, sure=True)


def _identified(text: str, words: list[str], inherited: str) -> Language:
    if len(words) <= _SHORT_WORDS:
        return Language(inherited, sure=False)
    return Language(_identify(text), sure=True)


def _identify(text: str) -> str:
    return str(_identifier().classify(text[:2000])[0])


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(_OFFERED)
    return identifier


def site_language(code: str) -> str:
    """One of the two languages in which Relevo itself speaks: Spanish for the languages of Spain, else English."""
    return "es" if fold(code)[:2] in {"es", "ca", "gl", "eu"} else "en"
