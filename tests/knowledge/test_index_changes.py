"""An index that was changed a little at a time is the index that would be made anew."""

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relevo.knowledge.index import Entry, Index
from relevo.knowledge.terms import slots_of

from .shelves import NAMES, articles, index_of, line, shelves, told

change = st.sampled_from(NAMES).flatmap(
    lambda name: st.tuples(st.just(name), st.none() | articles(name))  # None: the article is withdrawn
)


@settings(max_examples=60, deadline=None)
@given(shelves(), st.lists(change, max_size=8), line)
def test_changes_lead_to_the_same_index_as_a_fresh_one(
    shelf: dict[str, list[Entry]], changes: list[tuple[str, list[Entry] | None]], question: str
) -> None:
    index = index_of(shelf)
    for name, new in changes:
        index = index.with_changes([name], new or [])
        shelf.pop(name, None)
        if new:
            shelf[name] = new
    fresh = index_of(shelf)
    for locale in ("es", "en"):
        assert told(index.find(question, locale=locale, limit=5)) == told(fresh.find(question, locale=locale, limit=5))
        slots = [(slot, 1.0) for slot in slots_of(question, locale)]
        assert [index.worth(slot) for slot, _ in slots] == [fresh.worth(slot) for slot, _ in slots]
        assert [sorted(index.alternatives(slot)) for slot, _ in slots] == [
            sorted(fresh.alternatives(slot)) for slot, _ in slots
        ]
        found = [each.search(slots, locale=locale, limit=5, prefer=["a.md"]) for each in (index, fresh)]
        assert told(found[0]) == told(found[1])
    assert {name: index.article(name) for name in NAMES} == {name: shelf.get(name, []) for name in NAMES}
    assert len(index) == len(fresh) == sum(map(len, shelf.values()))


@settings(max_examples=40, deadline=None)
@given(shelves(), change, line)
def test_an_index_stays_as_it_is_when_the_next_one_is_made(
    shelf: dict[str, list[Entry]], changed: tuple[str, list[Entry] | None], question: str
) -> None:
    index = index_of(shelf)
    before = told(index.find(question, locale="es", limit=10)), index.entries
    index.with_changes([changed[0]], changed[1] or [])
    assert (told(index.find(question, locale="es", limit=10)), index.entries) == before


def test_a_withdrawn_article_is_gone_and_a_new_one_is_found_in_a_large_index() -> None:
    shelf = [Entry(f"{n}.md", f"Artículo {n}", "", f"Plazo número {n} del envío.", "es") for n in range(3_000)]
    index = Index(shelf)
    for n in range(0, 3_000, 100):
        index = index.with_changes([f"{n}.md"], [Entry(f"n{n}.md", "Nuevo", "", f"Novedad xilo{n}.", "es")])
    assert index.find("artículo 200", locale="es", limit=1)[0].entry.article != "200.md"
    assert index.article("200.md") == []
    assert index.find("xilo200", locale="es", limit=1)[0].entry.article == "n200.md"
    assert len(index) == 3_000


def test_threads_search_while_the_next_index_is_made() -> None:
    index = Index([Entry(f"{n}.md", "Envíos", "", f"El envío {n} tarda {n} días.", "es") for n in range(300)])
    faults: list[Exception] = []

    def search() -> None:
        try:
            for _ in range(50):
                assert len(index.find("¿cuánto tarda el envío?", locale="es", limit=8)) == 8
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    newest = index
    for n in range(50):
        newest = newest.with_changes([f"{n}.md"], [Entry(f"{n}.md", "Otro", "", f"Palabra nueva{n}.", "es")])
    for thread in threads:
        thread.join()
    assert faults == []
    assert newest.find("nueva49", locale="es", limit=1)[0].entry.article == "49.md"


@pytest.mark.parametrize(
    "question", ["", " ", "¿?", "🙂", "\x00", "a" * 50_000, "ñ" * 300, "% _ ' \" ; --", "= ^ =how_much", "٣٤ 中文 שלום"]
)
def test_no_question_makes_it_fail(question: str) -> None:
    index = Index([Entry("a.md", "Envíos", "", "Tres días.", "es"), Entry("b.md", "", "", "", "en")])
    assert len(index.find(question, locale="es", limit=5)) <= 2
    assert len(index.find(question, locale="xx", limit=5)) <= 2


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), min_size=1, max_size=4), st.text(max_size=80))
def test_no_text_makes_it_fail(texts: list[str], question: str) -> None:
    index = Index([Entry(f"{n}.md", one[:10], one[10:20], one, "en" if n % 2 else "es") for n, one in enumerate(texts)])
    for hit in index.find(question, locale="es", limit=10):
        assert hit.score > 0
        assert 0 <= hit.coverage <= 1 + 1e-9
