"""The kinds of facts, the values that each may have, and for how long they hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

Kind = Literal["language", "country", "product", "level", "tone", "detail"]
KINDS: tuple[Kind, ...] = ("language", "country", "product", "level", "tone", "detail")
HOLDS: dict[Kind, timedelta] = {
    "language": timedelta(days=365),
    "country": timedelta(days=365),
    "product": timedelta(days=180),
    "level": timedelta(days=365),
    "tone": timedelta(days=730),
    "detail": timedelta(days=180),
}
_CLOSED: dict[Kind, frozenset[str]] = {
    "language": frozenset({"es", "en"}),
    "level": frozenset({"beginner", "expert"}),
    "tone": frozenset({"tu", "usted"}),
    "detail": frozenset({"short", "full"}),
}

# ISO 3166, lower case.
_CODES = """
ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz
ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et fi fj fk fm fo
fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je
jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo
mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw
py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm
tn to tr tt tv tw tz ua ug um us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw
"""
_COUNTRIES = frozenset(_CODES.split())


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is known of a contact, by kind; None where nothing is."""

    language: str | None = None
    country: str | None = None
    product: str | None = None
    level: str | None = None
    tone: str | None = None
    detail: str | None = None


NOTHING = Remembered()


def is_allowed(kind: Kind, value: str, products: Sequence[str]) -> bool:
    """Whether a fact of this kind may have this value. `products` are the names that the published articles' titles have."""
    if kind == "country":
        return value in _COUNTRIES
    if kind == "product":
        return value in products
    return value in _CLOSED[kind]
