"""The help centre shows what is published, to everybody, in both languages, and nothing else."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from tests.help_centre.conftest import Centre
from tests.people import Workspace

RETURNS = """Tienes 30 días.

## Condiciones

Sin usar.

## Coste

| Forma | Precio |
|---|---|
| Tienda | gratis |

## Plazo

Tres días."""


def test_it_is_closed_until_somebody_opens_it(workspace: Workspace) -> None:
    program = workspace.program()
    told = program.get("/api/v1/help-centre").json()
    assert (told["enabled"], told["url"], told["locales"]) == (False, None, ["es", "en"])
    program.put("/api/v1/help-centre", json={"enabled": False, "slug": "cerrado"}).raise_for_status()
    assert program.get("/help/cerrado/es/").status_code == 404


def test_the_home_page_leads_to_topics_and_articles(centre: Centre) -> None:
    centre.add("Devoluciones", category="Pedidos")
    centre.add("Envíos", category="Pedidos")
    centre.add("Facturas", category="Pagos")
    centre.add("Horario")
    centre.settings(title={"es": "Ayuda de Casa"}, intro={"es": "Aquí está todo."})
    page = centre.get("es/")
    assert page.status_code == 200
    assert "<h1>Ayuda de Casa</h1>" in page.text
    assert "Aquí está todo." in page.text
    assert re.findall(r"<h3><a[^>]*>(.*?)</a>", page.text) == ["Pedidos", "Pagos"]
    for title in ("Devoluciones", "Envíos", "Facturas", "Horario"):
        assert title in page.text
    category = centre.get("es/c/pedidos").text
    assert "Envíos" in category
    assert "Facturas" not in category


def test_an_article_has_its_contents_its_date_and_the_way_back(centre: Centre) -> None:
    article = centre.add("Devoluciones", category="Pedidos", body=RETURNS, countries=["es", "mx"])
    page = centre.get(f"es/a/{article['slug']}").text
    assert '<h2 id="condiciones">Condiciones</h2>' in page
    assert '<a href="#condiciones">Condiciones</a>' in page
    assert "En esta página" in page
    assert "Válido en España y México" in page
    assert f"{datetime.now(UTC).day} de " in page
    assert f'href="/help/{centre.slug}/es/c/pedidos"' in page
    assert '<div class="wide" tabindex="0"><table>' in page


@pytest.mark.parametrize(
    "hidden",
    [
        {"status": "draft"},
        {"status": "review"},
        {"status": "withdrawn"},
        {"audience": "members"},
        {"valid_until": (datetime.now(UTC) - timedelta(hours=1)).isoformat()},
        {"valid_from": (datetime.now(UTC) + timedelta(hours=1)).isoformat()},
    ],
    ids=lambda hidden: next(iter(hidden.items()))[-1][:12],
)
def test_what_is_not_for_customers_now_is_nowhere(centre: Centre, hidden: dict[str, str]) -> None:
    centre.add("Secretos", category="Interno", body="El margen es del 40 %.", **hidden)
    centre.add("Envíos", category="Pedidos")
    assert centre.get("es/a/secretos").status_code == 404
    assert centre.get("es/c/interno").status_code == 404
    for path in ("es/", "es/search?q=margen secretos", "sitemap.xml"):
        page = centre.get(path).text
        assert "Secretos" not in page
        assert "a/secretos" not in page


def test_a_change_shows_at_once_and_a_withdrawn_article_is_gone(centre: Centre) -> None:
    article = centre.add("Envíos", body="Tardan 3 días.")
    path = f"/api/v1/articles/{article['id']}"
    first = centre.get("es/a/envios")
    assert "Tardan 3 días." in first.text
    known = {"If-None-Match": first.headers["etag"]}
    assert centre.get("es/a/envios", headers=known).status_code == 304
    centre.program.patch(path, json={"body": "Tardan 5 días."}).raise_for_status()
    second = centre.get("es/a/envios", headers=known)
    assert (second.status_code, "Tardan 5 días." in second.text) == (200, True)
    centre.program.post(f"{path}/withdraw").raise_for_status()
    assert centre.get("es/a/envios", headers={"If-None-Match": second.headers["etag"]}).status_code == 404


def test_an_article_leads_to_itself_in_the_other_language(centre: Centre) -> None:
    spanish = centre.add("Envíos")
    centre.add("Delivery", locale="en", translation_of=spanish["id"])
    page = centre.get("es/a/envios").text
    assert f'<a href="/help/{centre.slug}/en/a/delivery" hreflang="en">' in page
    assert re.search(r'<link rel="alternate" hreflang="en" href="http[^"]*/en/a/delivery">', page)
    assert re.search(r'<link rel="canonical" href="http[^"]*/es/a/envios">', page)
    assert centre.get("en/a/envios").status_code == 404
    assert "Updated on" in centre.get("en/a/delivery").text


def test_articles_link_to_each_other_by_their_names(centre: Centre) -> None:
    returns = centre.add("Devoluciones")
    centre.add("Envíos", body=f"Mira [devoluciones]({returns['name']}) y [nada](otra.md).")
    page = centre.get("es/a/envios").text
    assert f'<a href="/help/{centre.slug}/es/a/devoluciones" rel=' in page
    assert 'href="otra.md' not in page


def test_a_reader_is_led_to_their_language(centre: Centre) -> None:
    centre.add("Envíos")
    english = centre.get("", headers={"Accept-Language": "fr,en-GB;q=0.8,es;q=0.5"})
    assert (english.status_code, english.headers["location"]) == (302, f"/help/{centre.slug}/en/")
    assert centre.get("", headers={"Accept-Language": "fr"}).headers["location"].endswith("/es/")
    assert centre.get("es").headers["location"] == f"/help/{centre.slug}/es/"
    centre.settings(locales=["en"])
    assert centre.get("es/").status_code == 404
    assert centre.get("", headers={"Accept-Language": "es"}).headers["location"].endswith("/en/")


@pytest.mark.parametrize("path", ["es/a/nada", "es/c/nada", "es/otra/cosa", "fr/", "es/a/%F0%9F%92%A9"])
def test_what_is_not_there_is_said_on_a_page(centre: Centre, path: str) -> None:
    answer = centre.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "<h1>" in answer.text
    assert 'name="robots" content="noindex"' in answer.text


def test_an_address_belongs_to_one_company(centre: Centre) -> None:
    other = Workspace.make(centre.workspace.server, locale="es").program()
    answer = other.put("/api/v1/help-centre", json={"enabled": True, "slug": centre.slug})
    assert (answer.status_code, answer.json()["code"]) == (409, "slug_taken")
    same_name = [
        Workspace.make(centre.workspace.server, locale="es")
        .program()
        .put("/api/v1/help-centre", json={"enabled": True})
        for _ in range(2)
    ]
    assert len({answer.raise_for_status().json()["slug"] for answer in same_name}) == 2
