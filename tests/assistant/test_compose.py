"""An answer is made of the passages alone: every figure in it stands in its sources."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from relevo.assistant.compose import answer_text, differs_by_country, sources_of
from relevo.assistant.decide import decide
from relevo.assistant.scope import ANYWHERE, Scope
from relevo.assistant.types import Answer
from relevo.assistant.units import units_of
from relevo.knowledge.index import Entry

from .library import ENGLISH, SPANISH, said, shelf

INDEX = shelf()
FIGURE = re.compile(r"\d[\d.,:]*")
QUESTIONS = st.sampled_from(
    """¿Cuánto cuesta el envío a {place}?
¿cuánto tarda en llegar a {place}?
cuánto dura la garantía, vivo en {place}
¿cuánto me cobran por cancelar? estoy en {place}
¿a qué hora abre la tienda de {place}?
mi lector no enciende, vivo en {place}
how long is a gift card valid in {place}?
""".splitlines()
)
PLACES = st.sampled_from(["Palma", "Tenerife", "Burgos", "Puebla", "Monterrey", "Madrid", "Bilbao", "Lisboa"])


def entry(text: str, heading: str = "", title: str = "Título") -> Entry:
    return Entry("a.md", title, heading, text, "es")


@settings(deadline=None)  # a busy machine is no failure
@given(QUESTIONS, PLACES, st.sampled_from([SPANISH, ENGLISH]))
def test_every_figure_of_an_answer_stands_in_its_sources(question: str, place: str, voice: object) -> None:
    decision = decide(said(question.format(place=place), voice=voice), INDEX)  # pyright: ignore[reportArgumentType]
    if isinstance(decision, Answer):
        sources = {source.article for source in decision.sources}
        known = " ".join(e.text for e in INDEX.entries if e.article in sources)
        assert set(FIGURE.findall(decision.text)) <= set(FIGURE.findall(known + decision.sources[0].title))


def test_the_other_countrys_figure_is_left_out_whole() -> None:
    unit = units_of(entry("Se cobra el viaje: 29 € en España o $349 en México."))[0]
    assert "29 € en España." in answer_text([unit], voice=SPANISH, lead="", customer=Scope("es"))
    assert "$349 en México." in answer_text([unit], voice=SPANISH, lead="", customer=Scope("mx"))
    assert unit.text in answer_text([unit], voice=SPANISH, lead="", customer=ANYWHERE)


def test_a_sentence_stays_whole_where_only_one_country_has_a_figure() -> None:
    text = "Enviamos a España y a México desde 20 €."
    assert text in answer_text(units_of(entry(text)), voice=SPANISH, lead="", customer=Scope("es"))
    assert not differs_by_country(text)


def test_a_column_of_another_country_is_left_out() -> None:
    row = units_of(entry("Recogida — España: 5,90 € · México: $119"))[0]
    assert dict(row.cells) == {"es": "España: 5,90 €", "mx": "México: $119"}


def test_sources_quote_what_was_used_by_passage() -> None:
    units = units_of(entry("Tarda 3 días. Cuesta 4 €.", "España", "Envíos"))
    assert [(s.article, s.title, s.quote) for s in sources_of(units)] == [
        ("a.md", "Envíos: España", "Tarda 3 días. Cuesta 4 €.")
    ]


def test_steps_stand_on_lines_of_their_own() -> None:
    text = answer_text(units_of(entry("1. Uno.\n2. Dos.")), voice=SPANISH, lead="Así:", customer=ANYWHERE)
    assert text == "Así:\n\n1. Uno.\n2. Dos."


def test_what_holds_in_one_country_is_said_with_it_while_the_customers_is_not_known() -> None:
    units = units_of(entry("- Efectivo en la tienda.", "México"))
    assert "México:\n- Efectivo" in answer_text(units, voice=SPANISH, lead="", customer=ANYWHERE)
    assert "México" not in answer_text(units, voice=SPANISH, lead="", customer=Scope("mx"))
