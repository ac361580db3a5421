"""For whom a piece of text holds, and where the customer is."""

import pytest

from relevo.assistant.scope import ANYWHERE, Scope, scope_of_article, scope_of_customer, scope_of_line


@pytest.mark.parametrize(
    ("texts", "scope"),
    [
        (["Vivo en Mahón"], Scope("es", "baleares", "mahon")),
        (["en Puebla"], Scope("mx", None, "puebla")),
        (["estoy en Guadalajara"], Scope(None, None, "guadalajara")),
        (["estoy en Guadalajara, España"], Scope("es")),
        (["me cobraron 300 pesos"], Scope("mx")),
        (["cuesta 300 €"], Scope("es")),
        (["vivo en Sevilla", "ahora estoy en Puebla"], Scope("mx", None, "puebla")),
        (["vivo en Sevilla", "¿y cuánto tarda?"], Scope("es", "peninsula", "sevilla")),
        (["la compró en Cádiz y yo vivo en Cancún"], ANYWHERE),
        (["hola"], ANYWHERE),
    ],
)
def test_the_customers_place_is_read_from_what_they_wrote(texts: list[str], scope: Scope) -> None:
    found = scope_of_customer(texts)
    assert (found.country, found.region) == (scope.country, scope.region)


@pytest.mark.parametrize(
    ("title", "lines", "country"),
    [
        ("Garantía en México", "", "mx"),
        ("Garantía", "Aplica a: compras en España.", "es"),
        ("Envíos a España y México", "", None),
    ],
)
def test_an_article_is_for_the_country_of_its_title_or_of_its_line(title: str, lines: str, country: str | None) -> None:
    assert scope_of_article(title, lines).country == country


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("- España: 1 punto por euro.", "es"),
        ("En México cancelamos el CFDI en 3 días.", "mx"),
        ("Baleares — Plazo: 5 días", "es"),
        ("- Solo valen en su país: una tarjeta en euros no se puede gastar en México.", None),
        ("Cuesta 29 € en España o $349 en México.", None),
        ("We do not ship to Portugal, the United States or anywhere else.", None),
    ],
)
def test_a_line_is_for_the_place_that_it_begins_with(line: str, country: str | None) -> None:
    assert scope_of_line(line).country == country


def test_scopes_fit_unless_both_say_something_and_differ() -> None:
    assert Scope("es").fits(ANYWHERE)
    assert Scope("es").fits(Scope("es", "baleares"))
    assert not Scope("es", "peninsula").fits(Scope("es", "baleares"))
    assert not Scope("mx").fits(Scope("es"))
