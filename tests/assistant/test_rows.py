"""The right row of a table, by place and by amount."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relevo.assistant.rows import Amount, amounts_in, holds, rows_for
from relevo.assistant.units import Unit, units_of
from relevo.knowledge.index import Entry


def rows(*lines: str) -> list[Unit]:
    return list(units_of(Entry("a.md", "Tarifas", "", "\n".join(lines), "es")))


ZONES = rows(
    "A — Países: Unión Europea y Noruega · Precio: gratis",
    "B — Países: Reino Unido y Suiza · Precio: 3,50 €",
    "C — Países: resto del mundo · Precio: 29 €",
)
AGES = rows("Hasta 5 años — Precio: 0 €", "De 6 a 17 años — Precio: 9 €", "Más de 65 años — Precio: 12 €")


@pytest.mark.parametrize(
    ("said", "row"),
    [("voy a Londres", "B"), ("me voy a Roma", "A"), ("viajo a Tokio", "C"), ("el lunes vuelo a Oslo", "A")],
)
def test_a_place_finds_the_row_of_its_country_its_union_or_the_rest(said: str, row: str) -> None:
    assert [unit.text[0] for unit in rows_for(ZONES, said)] == [row]


@pytest.mark.parametrize(
    ("said", "price"), [("mi hijo tiene 4 años", "0 €"), ("tiene 12 años", "9 €"), ("tengo 70 años", "12 €")]
)
def test_an_amount_finds_the_row_of_its_range(said: str, price: str) -> None:
    assert [price in unit.text for unit in rows_for(AGES, said)] == [True]


def test_where_nothing_said_tells_rows_apart_they_all_hold() -> None:
    assert rows_for(AGES, "¿cuánto cuesta?") == AGES
    assert rows_for(AGES, "tengo 30 años") == AGES  # in no range: nothing is decided
    assert rows_for(AGES, "pesa 4 kg") == AGES


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("un pedido de 35 €", Amount(35, "euro")),
        ("an order of €1,500", Amount(1500, "euro")),
        ("3,5 kilos", Amount(3.5, "kilo")),
        ("dentro de 2 semanas", Amount(2, "week")),
    ],
)
def test_amounts_are_read_with_what_they_count(text: str, amount: Amount) -> None:
    assert amount in amounts_in(text)


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500))
def test_a_range_holds_exactly_between_its_ends(low: int, high: int, value: int) -> None:
    assert holds(f"de {low} a {high} kg", Amount(value, "kilo")) == (low <= value <= high)


@given(st.integers(1, 500), st.integers(0, 500))
def test_up_to_and_more_than_never_both_hold_for_one_amount_but_the_limit(limit: int, value: int) -> None:
    both = holds(f"hasta {limit} kg", Amount(value, "kilo")) and holds(f"mas de {limit} kg", Amount(value, "kilo"))
    assert both == (value == limit)
