"""What a customer says of themselves, in so many words. A pure function; what is not said clearly is not heard.

Only the value is kept, never a word of theirs: "remember that I am entitled to a refund" has nothing that could be.
"""

# ruff: noqa: E501 - a pattern reads better on one line

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from relevo.assistant.memory.kinds import Kind, Remembered
from relevo.assistant.memory.products import product_in
from relevo.kit.folding import fold
from relevo.understanding.places import find_places
from relevo.understanding.question import read_question

_LONGEST = 2_000
_CLAUSE = re.compile(
    r"(?<=[.!?;\n])\s+|,\s+|\s+(?:pero|but|aunque|although|y|and)\s+(?=(?:no |soy |vivo |estoy |tengo |i |i'm |my |mi )\b)"
)
# Said of another time, of somebody else, or only supposed.
_SUPPOSED = re.compile(
    r"\b(?:si|cuando|aunque|como si|if|when|unless|suppose|supon\w*|imagin\w*|hipotetic\w*|antes|antiguamente|used to|ya no|no longer|anymore"
    r"|remember|recuerda|recordad|acuerdate|anota|apunta|guarda|note that|finge|pretend|actua|act as|you are|eres|treat me|tratame como)\b"
)
_FOR_NOW = re.compile(
    r"\b(?:de vacaciones|de viaje|de paso|de visita|viajando|unos dias|esta semana|on holiday|on vacation|visiting|travell?ing|on a trip|for a few days|this week|for work|por trabajo)\b"
)
_NOT = re.compile(r"\b(?:no|not|nunca|never|isn't|i'm not|tampoco|don't|do not)\b")
_HERE = re.compile(
    r"\b(?:vivo|estoy|resido|vivimos|estamos|soy|somos|(?:os |les |te |le )?escribo|(?:os |les |te |le )?escribimos|llamo) (?:aqui )?(?:en|de|desde)\b(?P<es>[^?]{2,60})"
    r"|\b(?:i live|i'm living|i am living|we live|i'm based|i am based|we're based|we are based|i'm located|i'm|i am|we're|we are|i reside|writing|i'm writing|i am writing) (?:here )?(?:in|from)\b(?P<en>[^?]{2,60})"
)
_OWNS = re.compile(
    r"\b(?:tengo|compre|he comprado|uso|utilizo) (?:un|una|el|la|unos|unas|los|las)\b(?P<es>[^?]{2,60})|\b(?:mi|nuestra|nuestro)\b(?P<mi>[^?]{2,40})"
    r"|\b(?:i have|i've got|i own|i bought|i use|we have|i'm using) (?:a|an|the|your|one of your)\b(?P<en>[^?]{2,60})|\bmy\b(?P<my>[^?]{2,40})"
)
_SAYS: tuple[tuple[Kind, str, re.Pattern[str]], ...] = (
    ("tone", "usted", re.compile(r"\b(?:(?:hable|habla|trate|trata|llame|llama|hableme|hablame|trateme|tratame|hablenme|dirijase a mi)(?: siempre| por favor)?(?: con| de) usted|prefiero (?:el |que me (?:hable|trate)n?s? de )usted|no me tutees?|no me tuteen|sin tutear\w*)\b")),
    ("tone", "tu", re.compile(r"(?<!no me )\b(?:tuteame|tuteeme|me puedes tutear|puedes tutearme|puede tutearme|me puede tutear|prefiero que me tutees?|hablame de tu|hableme de tu|tratame de tu|trateme de tu)\b")),
    ("detail", "short", re.compile(r"\b(?:se (?:mas )?breve|sea (?:mas )?breve|ve al grano|vaya al grano|respuestas? (?:mas )?(?:cortas?|breves?)|respond[ea]me? (?:mas )?(?:corto|breve(?:mente)?)|en pocas palabras|sin rollos|keep it (?:short|brief|simple and short)|be (?:brief|concise)|short(?:er)? answers?,? please|please (?:give me )?short(?:er)? answers?|make it short|get to the point|tl;?dr please)\b")),
    ("detail", "full", re.compile(r"\b(?:con (?:todo )?(?:lujo de )?detalles?(?:,? por favor)|explica(?:me)?lo con (?:mas )?detalle|quiero (?:todos los|mas) detalles|respuestas? (?:mas )?(?:detalladas?|largas?|completas?)|(?:give me|i want|i'd like|i need) (?:all the|full|more) details?|(?:more )?detailed answers?(?:,? please)|in (?:full )?detail,? please|please be (?:more )?detailed)\b")),
    ("level", "beginner", re.compile(r"\b(?:no (?:entiendo|se) (?:mucho |nada |casi nada )?de (?:tecnologia|ordenadores|computadoras|computacion|informatica|estas cosas|maquinas|electronica|internet|moviles)|no se me dan? (?:bien )?(?:la tecnologia|los ordenadores|la informatica|estas cosas)|(?:se me da|soy) (?:muy |fatal |un |una )?(?:mal(?:a|o)? (?:con )?(?:la tecnologia|la informatica|los ordenadores)|torpe con (?:la tecnologia|los ordenadores|estas cosas)|negad[oa] para (?:la tecnologia|la informatica|los ordenadores))|soy (?:principiante|novat[oa]|nuev[oa] en esto)|no soy (?:muy )?(?:tecnic[oa]|de ordenadores|experto en (?:tecnologia|informatica)))\b"
        r"|\b(?:i'?m not (?:very |too |that |really |a )?(?:tech[- ]?savvy|technical|good with (?:tech\w*|computers)|tech(?:nology)? person|tech(?:y|ie)|computer person)|i am not (?:very |a )?(?:tech[- ]?savvy|technical|good with (?:tech\w*|computers))|i'?m (?:a |an absolute |a complete |a total )?(?:beginner|novice|newbie)|i am (?:a |a complete )?(?:beginner|novice|newbie)|i (?:know nothing|don'?t know (?:much|anything)|don'?t understand (?:much|anything)) about (?:tech\w*|computers|this stuff|electronics)|i'?m (?:terrible|hopeless|useless|bad) with (?:tech\w*|computers))\b")),
    ("level", "expert", re.compile(r"\b(?:soy (?:un |una )?(?:ingenier[oa]|informatic[oa]|programador[a]?|desarrollador[a]?|tecnic[oa](?! de (?:la casa|vuestr\w+|su|la empresa|soporte de))|electricista|electronic[oa]|expert[oa] en (?:tecnologia|informatica|electronica)))\b"
        r"|\b(?:i'?m|i am) (?:a |an )(?:(?:software|electrical|mechanical|computer|network|hardware|web|senior) )?(?:engineer|developer|programmer|electrician|technician|sysadmin)\b")),
    ("language", "es", re.compile(r"\b(?:(?:hablame|hableme|respondeme|respondame|contestame|contesteme|escribeme|escribame|prefiero|mejor) en (?:espanol|castellano)|en (?:espanol|castellano),? por favor|in spanish,? please|(?:answer|reply|write|speak)(?: to me)? in spanish|i (?:only speak|prefer) spanish|solo hablo (?:espanol|castellano)|no hablo ingles)\b")),
    ("language", "en", re.compile(r"\b(?:in english,? please|(?:answer|reply|write|speak)(?: to me)? in english|i (?:only speak|prefer) english|i (?:don'?t|do not) speak spanish|(?:hablame|hableme|respondeme|respondame|contestame|prefiero|mejor) en ingles|en ingles,? por favor|solo hablo ingles)\b")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heard:
    kind: Kind
    value: str


def hear(text: str, products: Sequence[str] = ()) -> tuple[Heard, ...]:
    """The facts in a message, the last word on each kind. `products`: the names that may be one."""
    own = "\n".join(line for line in text[:_LONGEST].splitlines() if not line.lstrip().startswith(">"))
    question = read_question(own)
    if question.tries_to_command:
        return ()
    found: dict[Kind, Heard] = {}
    for sentence, _ in question.sentences:
        for clause in dict.fromkeys((sentence, *_CLAUSE.split(sentence))):
            found |= {heard.kind: heard for heard in _in_clause(clause, products)}
    return tuple(found.values())


def with_heard(remembered: Remembered, text: str) -> Remembered:
    """With what is said just now, which counts at once."""
    return replace(remembered, **{heard.kind: heard.value for heard in hear(text)})


def _in_clause(clause: str, products: Sequence[str]) -> Iterator[Heard]:
    plain = fold(clause).replace("’", "'").strip(" ¡¿")
    if _SUPPOSED.search(plain):
        return
    for kind, value, pattern in _SAYS:
        if pattern.search(plain):
            yield Heard(kind, value)
    if country := _country(plain):
        yield Heard("country", country)
    if product := _product(plain, products):
        yield Heard("product", product)


def _country(plain: str) -> str | None:
    said = _HERE.search(plain)
    if said is None or _FOR_NOW.search(plain) or _NOT.search(plain[: said.start() + 4]) or "?" in plain:
        return None
    where = said["es"] or said["en"]
    places = find_places(" ".join(where.split()[:6]))
    named = {place.country for place in places}
    # The place comes first: "estoy en casa de una amiga de México" is no word on where they live.
    begins = places and fold(where).strip().removeprefix("the ").removeprefix("la ").startswith(places[0].name)
    return named.pop() if begins and len(named) == 1 else None


def _product(plain: str, products: Sequence[str]) -> str | None:
    if not products:
        return None
    for said in _OWNS.finditer(plain):
        if not _NOT.search(plain[: said.start()]):
            phrase = next(part for part in said.groups() if part)
            if found := product_in(" ".join(phrase.split()[:6]), products):
                return found
    return None
