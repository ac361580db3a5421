"""Places tell the country and, in Spain, the delivery region."""

import pytest

from relevo.understanding.places import country_of, find_places


@pytest.mark.parametrize(
    ("text", "country", "region"),
    [
        ("Vivo en Mahón", "es", "baleares"),
        ("mandarlo a fuerteventura", "es", "canarias"),
        ("para Ceuta", "es", "ceuta"),
        ("estoy en Burgos", "es", "peninsula"),
        ("I live in Majorca", "es", "baleares"),
        ("soy de la CDMX", "mx", "cdmx"),
        ("en Tlaxcala", "mx", None),
        ("my sister in Lisbon", "pt", None),
    ],
)
def test_a_town_lies_in_a_country_and_a_region(text: str, country: str, region: str | None) -> None:
    place = find_places(text)[0]
    assert (place.country, place.region) == (country, region)


@pytest.mark.parametrize("name", ["Guadalajara", "Mérida", "León"])
def test_a_town_of_two_countries_leaves_the_country_open(name: str) -> None:
    assert find_places(f"vivo en {name}")[0].country is None


@pytest.mark.parametrize(("text", "country"), [("Mérida, Yucatán", "mx"), ("Guadalajara, España", "es")])
def test_what_stands_beside_it_settles_the_country(text: str, country: str) -> None:
    assert {place.country for place in find_places(text)} == {country}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("me costó 30 €", "es"),
        ("pagué 300 pesos", "mx"),
        ("¿me timbran el CFDI?", "mx"),
        ("hola", None),
        ("de Sevilla a Puebla", None),
    ],
)
def test_money_and_papers_tell_the_country_too(text: str, country: str | None) -> None:
    assert country_of(text) == country


def test_a_place_inside_a_word_is_none() -> None:
    assert find_places("incapaz, parlamento") == []
