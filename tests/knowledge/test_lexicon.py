"""A question finds articles in the other language, and its own language first."""

import pytest

from relevo.knowledge.index import Entry, Index
from relevo.knowledge.lexicon import translated

ENGLISH = [
    Entry("window.md", "", "", "The window is made of glass and opens to the left.", "en"),
    Entry("keyboard.md", "", "", "The keyboard has a battery that lasts long.", "en"),
]
SPANISH = [
    Entry("ventana.md", "", "", "La ventana es de cristal y se abre hacia la izquierda.", "es"),
    Entry("teclado.md", "", "", "El teclado tiene una batería que dura.", "es"),
]


@pytest.mark.parametrize(
    ("question", "locale", "shelf", "article"),
    [
        ("¿hacia dónde se abre la ventana?", "es", ENGLISH, "window.md"),
        ("teclado", "es", ENGLISH, "keyboard.md"),
        ("which way does the window open?", "en", SPANISH, "ventana.md"),
        ("keyboard", "en", SPANISH, "teclado.md"),
    ],
)
def test_a_question_finds_articles_in_the_other_language(
    question: str, locale: str, shelf: list[Entry], article: str
) -> None:
    assert Index(shelf).find(question, locale=locale, limit=1)[0].entry.article == article


@pytest.mark.parametrize(
    ("question", "locale"), [("¿hacia dónde se abre la ventana?", "es"), ("which way does the window open?", "en")]
)
def test_the_article_in_the_readers_language_comes_before_its_translation(question: str, locale: str) -> None:
    hits = Index([*ENGLISH, *SPANISH]).find(question, locale=locale, limit=2)
    assert [hit.entry.locale for hit in hits] == [locale, "en" if locale == "es" else "es"]


def test_the_lexicon_leads_both_ways() -> None:
    assert "window" in dict(translated("ventan", "es"))
    assert "ventan" in dict(translated("window", "en"))
    assert translated("xyzzy", "es") == ()
