"""Guides step by step: the next one after a report, the first one alone for who wants it slowly."""

from relevo.assistant.decide import decide
from relevo.assistant.steps import progress
from relevo.assistant.types import Answer, Exchange

from .library import SPANISH, said, shelf

INDEX = shelf()
NAME = "lector-no-enciende.md"
FIRST = "1. Conecta el cargador y espera 15 minutos."
SECOND = "2. Mantén pulsado el botón 20 segundos."
LAST = "4. Si parpadea en rojo, cambia la batería en una tienda."


def after(reply: str, text: str) -> str | None:
    history = (Exchange("mi lector no enciende, vamos despacio", "answer", (NAME,), reply),)
    decision = decide(said(text, voice=SPANISH, history=history), INDEX)
    return decision.text if isinstance(decision, Answer) else None


def test_who_wants_it_slowly_gets_the_first_step_alone() -> None:
    decision = decide(said("mi lector no enciende, dime paso a paso, de uno en uno"), INDEX)
    assert isinstance(decision, Answer)
    assert FIRST in decision.text
    assert SECOND not in decision.text


def test_after_a_report_comes_the_next_step() -> None:
    assert SECOND in (after(FIRST, "hecho") or "")
    assert SECOND in (after(FIRST, "¿y ahora?") or "")
    assert SECOND in (after(FIRST, "he conectado el cargador y he esperado 15 minutos") or "")


def test_the_step_after_one_already_told_is_not_told_again() -> None:
    text = after(f"{FIRST}\n{SECOND}", "sigue igual")
    assert text
    assert text.startswith("3. ")


def test_a_question_of_its_own_is_no_report() -> None:
    history = (Exchange("mi lector no enciende", "answer", (NAME,), FIRST),)
    assert progress(said("¿cuánto cuesta el envío a Palma?", history=history), INDEX, "es") is None


def test_at_the_end_of_a_guide_nothing_is_made_up() -> None:
    history = (Exchange("mi lector no enciende", "answer", (NAME,), LAST),)
    found = progress(said("sigue igual", history=history), INDEX, "es")
    assert found is not None
    assert found.units == ()
