"""What the company's articles say may be said: a filter that withholds good sentences is as wrong as one that lets bad ones through."""

import re
from pathlib import Path

import pytest

import relevo.demo
from relevo.assistant.grounding.types import Evidence
from relevo.assistant.writing.evidence import without_orders
from relevo.assistant.writing.filters import Filters
from relevo.knowledge.documents import read_document
from relevo.knowledge.passages import passages_of

ARTICLES = sorted((Path(relevo.demo.__path__[0]) / "articles").glob("*.md"))


def sentences() -> list[tuple[Evidence, str]]:
    found: list[tuple[Evidence, str]] = []
    for path in ARTICLES:
        document = read_document(path.name, path.read_text("utf-8"))
        for passage in passages_of(document):
            one = Evidence(document.name, document.title, passage.heading, passage.text, document.locale)
            found += [(one, part) for line in passage.text.splitlines() for part in re.split(r"(?<=\D[.!?])\s", line)]
    return found


def test_no_sentence_of_the_demos_articles_is_withheld() -> None:
    found = sentences()
    assert len(found) > 200
    wrong = [
        (one.article, text)
        for one, text in found
        if (filters := Filters((one,), one.locale, "", ())).objections(text) or filters.is_another_language(text)
    ]
    assert wrong == []
    assert [one.article for one, _ in found if without_orders((one,)) != (one,)] == []


@pytest.mark.parametrize(
    "text",
    [
        "La talla S/M es la más pedida.", "El plazo es de 3-5 días (laborables).", "Escribe a ayuda@casalumbre.example y te contestamos.",
        "¿Te ayudo con algo más?", "El precio incluye IVA & transporte.", "Usa el código «LUMBRE10».", "Abre de 9:00 a 20:00 h.",
        "No hace falta registrarse.", "Pesa menos de 3 kg (< 3 kg).",
    ],
)  # fmt: skip
def test_ordinary_sentences_pass_the_filters(text: str) -> None:
    assert Filters((), "es", "", ("canary",)).objections(text) == ()
