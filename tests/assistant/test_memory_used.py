"""What is remembered decides where it has to, and only there."""

from dataclasses import replace

from relevo.assistant.decide import decide
from relevo.assistant.liking import as_short_as_liked, with_product
from relevo.assistant.memory.kinds import Remembered
from relevo.assistant.steps import wants_it_slowly
from relevo.assistant.types import Answer, Context, Voice
from relevo.assistant.units import units_of
from relevo.knowledge.index import Entry, Index

VOICE = Voice("Casa de pruebas", "Lumi", "es")
GUIDE = Entry(
    "wifi",
    "Conectar el robot al wifi",
    "",
    "1. Encienda el robot.\n2. Abra la aplicación.\n3. Elija la red de su casa.",
    "es",
)
SHIPPING = Entry(
    "envios",
    "Envíos a Baleares",
    "",
    "El envío a Baleares cuesta 9,90 €. El envío a Baleares tarda de 5 a 7 días.",
    "es",
)


def context(text: str, **remembered: str) -> Context:
    return Context(text, VOICE, introduced=True, remembered=Remembered(**remembered))


def test_a_beginner_is_given_a_guide_a_step_at_a_time() -> None:
    question = "¿Cómo conecto el robot al wifi?"
    whole = decide(context(question), Index([GUIDE]))
    slowly = decide(context(question, level="beginner"), Index([GUIDE]))
    assert isinstance(whole, Answer)
    assert isinstance(slowly, Answer)
    assert "Elija la red" in whole.text
    assert "Encienda el robot" in slowly.text
    assert "Elija la red" not in slowly.text
    assert wants_it_slowly(context("Hola", level="beginner"))
    assert not wants_it_slowly(context("Hola", level="expert"))


def test_who_likes_it_short_gets_the_sentence_that_answers() -> None:
    units = list(units_of(SHIPPING))
    assert len(units) > 1
    assert as_short_as_liked(units, context("?", detail="short")) == units[:1]
    assert as_short_as_liked(units, context("?", detail="full")) == units
    steps = list(units_of(GUIDE))
    assert as_short_as_liked(steps, context("?", detail="short")) == steps  # half a guide is none


def test_a_product_is_put_into_the_question_once_and_not_over_what_was_said() -> None:
    asked = context("¿Cómo la limpio?", product="Aurora 3")
    told = with_product(asked)
    assert told is not None
    assert told.text == "¿Cómo la limpio? (Aurora 3)"
    assert with_product(told) is None
    assert with_product(replace(asked, text="¿Cómo limpio la Aurora 3?")) is None
    assert with_product(context("¿Cómo la limpio?")) is None
