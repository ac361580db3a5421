"""Words reduced to what their forms have in common, with or without accents, in Spanish and English."""

import re
from functools import cache, lru_cache

import snowballstemmer

from relevo.kit.folding import fold

WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
_ACCENT_LEFT_OUT = re.compile(r"([csxgt])ion$")

_EMPTY = {
    "es": frozenset("""
        a al algo alguna algunas alguno algunos algun ante antes aqui asi aun aunque bajo bien cada como con contra cual
        cuales cuando cuanta cuantas cuanto cuantos de del desde donde dos e el ella ellas ellos en entre era eran eres es esa
        esas ese eso esos esta estaba estan estar estas este esto estos estoy fue fueron ha habia haber hace hacer hacia
        hago han has hasta hay he hemos hola la las le les lo los luego mas me mi mia mias mientras mio mis misma mismo muy
        nada ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque pues que quien quiere
        quiero quisiera se sea ser si sido siempre sin sobre solo somos son soy su sus tal tambien tan tanto te teneis
        tengo tenia ti tiene tienen tienes toda todas todavia todo todos tu tus un una unas uno unos va vale van vez voy y
        ya yo vosotros vosotras ustedes usted vuestra vuestro puedo puede pueden puedes podeis podria podrian poder debo debe
        hacen haceis hizo hice dime decidme diga digan saber sabeis saben se q k xq pq tb x d xfa porfa favor buenas buenos
        dias tardes noches gracias saludos hey oye oiga mira bueno ok genial ostras jaja jeje por cierto ahi alli alla aca
        ahora hoy ayer nomas nada esos mediante segun durante necesito necesita gustaria queria quería pregunta preguntar
        duda consulta ayuda ayudar tema cosa cosas cosita asunto ver vamos sigo sigue seguir haya hayan fuera fuese sera seria
        estaria tendria tenga tengan cuyo cuya unos mia ademas entonces creo supongo parece hecho verdad claro senor senora
        sres estimados atentamente atte cordial saludo muchas mucho mucha muchos perdon perdona disculpe disculpen
    """.split()),
    "en": frozenset("""
        a about after again all also am an and any anything are aren't as at be because been before being but by can cannot
        could did do does doesn't doing don't done for from get gets getting go goes going gonna got guys had has have having he
        hello her here hers hey hi hiya him his how i i'd i'll i'm i've if in into is isn't it it's its just know let let's like
        look me might mine more most much must my need no nor not now of off oh ok okay on one only onto or our ours out over
        please pls quite rather really right same she should so some something still such than thank thanks that that's the
        their them then there there's these they thing things think this those though through to too u ur under until up us very
        want wanna was we we'd we're we've well were what what's when where which while who whom whose why will with would yes
        yet you you'd you'll you're your yours cheers regards dear best morning afternoon evening good kind lovely great sorry bit
        wondering wonder question ask help hope possible sure maybe actually already today currently say says said tell told
        make made use using used see seen way lot lots ever never always every each other another both few own even hasn't haven't
        won't can't couldn't wouldn't didn't wasn't weren't ain't shall may er um uh assume supposed
    """.split()),
}  # fmt: skip


def is_empty(word: str, locale: str) -> bool:
    """Words that every text has, and those that only carry a conversation."""
    return word in _EMPTY.get(locale, frozenset()) or (len(word) == 1 and not word.isdigit())


@lru_cache(maxsize=50_000)
def stem(word: str, locale: str) -> str:
    """The stem of a word; -ción without its accent is still found, since many people type it so."""
    if not word.isalpha() or len(word) <= 2:
        return fold(word)
    if locale == "es":
        word = _ACCENT_LEFT_OUT.sub(r"\1ión", word.lower())
    return fold(_stemmer(locale).stemWord(word.lower()))


@cache
def _stemmer(locale: str) -> "snowballstemmer.stemmer.BaseStemmer":  # pyright: ignore[reportAttributeAccessIssue]
    return snowballstemmer.stemmer("english" if locale == "en" else "spanish")
