"""An article is cut by its headings into lines that say something by themselves."""

from hypothesis import given, settings
from hypothesis import strategies as st

from relevo.knowledge.documents import Document, read_document
from relevo.knowledge.passages import passages_of


def article(body: str) -> Document:
    return read_document("a.md", body, locale="es")


def test_every_heading_begins_a_passage_and_the_title_is_none() -> None:
    found = passages_of(article("# Envíos\n\nAntes.\n\n## España\n\nUno.\n\n## México\n\nDos."))
    assert [(p.position, p.heading, p.text) for p in found] == [
        (0, "", "Antes."),
        (1, "España", "Uno."),
        (2, "México", "Dos."),
    ]


def test_a_row_of_a_table_is_said_with_the_names_of_its_columns() -> None:
    table = "| Zona | Plazo | Precio |\n|---|---|---|\n| Baleares | 5 días | 9,90 € |\n| Ceuta | 7 días | — |"
    assert passages_of(article(f"# Envíos\n\n{table}"))[0].text.splitlines() == [
        "Baleares — Plazo: 5 días · Precio: 9,90 €",
        "Ceuta — Plazo: 7 días",
    ]


def test_steps_keep_their_numbers_and_items_their_marks() -> None:
    text = passages_of(article("# A\n\n1. **Apaga** el aparato.\n2. Espera.\n\n- Uno\n- Dos"))[0].text
    assert text.splitlines() == ["1. Apaga el aparato.", "2. Espera.", "- Uno", "- Dos"]


def test_a_line_that_says_where_an_article_applies_is_kept() -> None:
    assert "Aplica a: España." in passages_of(article("# Garantía\n\nAplica a: España.\n\nTres años."))[0].text


def test_a_link_keeps_its_address() -> None:
    assert (
        passages_of(article("# A\n\nEntra [aquí](https://example.com/x)."))[0].text
        == "Entra aquí (https://example.com/x)."
    )


def test_a_long_section_is_cut_between_lines() -> None:
    body = "# A\n\n" + "\n\n".join(f"Párrafo {n}: " + "palabra " * 60 for n in range(8))
    found = passages_of(article(body))
    assert len(found) > 1
    assert all(len(p.text) < 2_200 for p in found)
    assert sum(p.text.count("Párrafo") for p in found) == 8


@settings(deadline=None)  # a busy machine is no failure
@given(st.lists(st.text(alphabet="abcñé 123€%.,", min_size=1, max_size=60).filter(str.strip), min_size=1, max_size=8))
def test_no_word_of_an_article_is_lost(paragraphs: list[str]) -> None:
    body = "# Título\n\n" + "\n\n".join(f"x{text.strip()}" for text in paragraphs)
    said = " ".join(p.text for p in passages_of(Document("a.md", "Título", "es", body)))
    assert said.split() == " ".join(f"x{text.strip()}" for text in paragraphs).split()


@settings(deadline=None)  # a busy machine is no failure
@given(st.text(max_size=400))
def test_no_text_makes_it_fail(text: str) -> None:
    passages_of(Document("a.md", "A", "es", text))
