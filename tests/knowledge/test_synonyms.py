"""A workspace says which words mean the same to it; its searches know at once, and nobody else's."""

import pytest

from relevo.knowledge.index import Entry, Index
from relevo.knowledge.synonyms import read_groups
from tests.knowledge.test_search import found, put
from tests.people import Workspace

SHELF = [
    Entry("a.md", "", "", "Tu celular se carga en dos horas.", "es"),
    Entry("b.md", "", "", "El tostador se limpia en frío.", "es"),
    Entry("c.md", "", "", "Click and collect is free in every store.", "en"),
]


def first(groups: list[list[str]], question: str) -> str | None:
    hits = Index(SHELF, synonyms=read_groups(groups)).find(question, locale="es", limit=1)
    return hits[0].entry.article if hits else None


@pytest.mark.parametrize(
    ("groups", "question", "article"),
    [
        ([["móvil", "celular", "phone"]], "¿cuánto tarda el móvil?", "a.md"),
        ([["móvil", "celular", "phone"]], "los moviles", "a.md"),
        ([["grill sandwichera", "tostador"]], "¿cómo limpio la grill sandwichera?", "b.md"),
        ([["click and collect", "recojo express"]], "recojo express", "c.md"),
    ],
)
def test_a_word_of_a_group_finds_the_others(groups: list[list[str]], question: str, article: str) -> None:
    assert first(groups, question) == article


def test_groups_change_nothing_for_other_words() -> None:
    groups = [["móvil", "celular"]]
    assert first(groups, "limpiar el tostador en frío") == first([], "limpiar el tostador en frío") == "b.md"


def test_groups_are_set_read_and_known_to_the_next_search(workspace: Workspace) -> None:
    put(workspace, "a.md", "El zurrón se entrega cerrado.")
    assert found(workspace, "talega") == []
    program = workspace.program()
    set_to = (
        program.post("/api/v1/synonyms", json={"groups": [[" Zurrón ", "talega", "talega"]]}).raise_for_status().json()
    )
    assert set_to == {"groups": [["zurrón", "talega"]]}
    assert program.get("/api/v1/synonyms").json() == set_to
    assert found(workspace, "talega") == ["a.md"]
    program.post("/api/v1/synonyms", json={"groups": []}).raise_for_status()
    assert found(workspace, "talega") == []


def test_a_group_of_one_is_refused_with_its_place(workspace: Workspace) -> None:
    response = workspace.program().post("/api/v1/synonyms", json={"groups": [["a1", "b2"], ["solo", "Solo"]]})
    assert response.status_code == 422
    assert response.json()["errors"][0]["field"] == "groups.1"
