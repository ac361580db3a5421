"""Lists of articles: pages, filters, translations, what Markdown becomes."""

from typing import Any

import httpx
import pytest

from tests.people import Workspace


@pytest.fixture
def editor(workspace: Workspace) -> httpx.Client:
    return workspace.program()


def added(editor: httpx.Client, title: str, **more: Any) -> dict[str, Any]:
    wanted = {"title": title, "body": f"Sobre {title}.", "locale": "es", **more}
    return editor.post("/api/v1/articles", json=wanted).raise_for_status().json()


def titles(editor: httpx.Client, **by: Any) -> list[str]:
    answer = editor.get("/api/v1/articles", params=by).raise_for_status().json()
    return [article["title"] for article in answer["articles"]]


def test_pages_follow_one_another_and_hold_everything_once(editor: httpx.Client) -> None:
    wanted = {added(editor, f"Artículo {n}")["title"] for n in range(7)}
    seen: list[str] = []
    cursor: str | None = None
    while True:
        answer = editor.get("/api/v1/articles", params={"limit": 3, **({"cursor": cursor} if cursor else {})}).json()
        seen += [article["title"] for article in answer["articles"]]
        cursor = answer["next"]
        if cursor is None:
            break
    assert (len(seen), set(seen)) == (7, wanted)
    assert seen[0] == "Artículo 6"


@pytest.mark.parametrize("cursor", ["x", "////", "MjAyNg==", "MjAyNi0wMS0wMSB4"])
def test_a_cursor_that_is_none_is_refused(editor: httpx.Client, cursor: str) -> None:
    answer = editor.get("/api/v1/articles", params={"cursor": cursor})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_cursor")


def test_a_list_is_limited_by_what_articles_are(editor: httpx.Client) -> None:
    added(editor, "Devoluciones", category="Pedidos", tags=["plazo"], status="published")
    added(editor, "Facturación", category="Pagos")
    added(editor, "Delivery", locale="en", tags=["plazo"], body="Parcels take 3 days, islands 7.")
    assert titles(editor, status="published") == ["Devoluciones"]
    assert titles(editor, locale="en") == ["Delivery"]
    assert titles(editor, tag="plazo") == ["Delivery", "Devoluciones"]
    assert titles(editor, category="Pagos") == ["Facturación"]
    assert titles(editor, q="facturacion") == ["Facturación"]
    assert titles(editor, q="pedidos devol") == ["Devoluciones"]
    assert titles(editor, q="islands 7") == ["Delivery"]
    assert titles(editor, q="100%_") == []
    facets = editor.get("/api/v1/articles/facets").json()
    assert facets == {
        "categories": ["Pagos", "Pedidos"],
        "tags": ["plazo"],
        "locales": ["en", "es"],
        "counts": {"draft": 2, "review": 0, "published": 1, "withdrawn": 0},
    }


def test_articles_of_one_title_have_addresses_of_their_own(editor: httpx.Client) -> None:
    slugs = [added(editor, "¿Cómo pago?")["slug"] for _ in range(3)]
    assert slugs == ["como-pago", "como-pago-2", "como-pago-3"]
    assert added(editor, "Πληρωμή")["slug"] == "article"


def test_translations_name_each_other(editor: httpx.Client) -> None:
    spanish = added(editor, "Envíos")
    english = added(editor, "Delivery", locale="en", translation_of=spanish["id"])
    assert [t["title"] for t in english["translations"]] == ["Envíos"]
    again = editor.get(f"/api/v1/articles/{spanish['id']}").json()
    assert again["translations"] == [{"id": english["id"], "locale": "en", "title": "Delivery"}]
    editor.patch(f"/api/v1/articles/{english['id']}", json={"translation_of": None}).raise_for_status()
    assert editor.get(f"/api/v1/articles/{spanish['id']}").json()["translations"] == []


def test_there_is_one_translation_in_a_language(editor: httpx.Client) -> None:
    spanish = added(editor, "Envíos")
    wanted = {"title": "Entregas", "body": "", "locale": "es", "translation_of": spanish["id"]}
    answer = editor.post("/api/v1/articles", json=wanted)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "translation_of")


def test_a_translation_of_another_workspaces_article_is_refused(editor: httpx.Client, server: Any) -> None:
    foreign = added(Workspace.make(server, locale="es").program(), "Ajeno")
    wanted = {"title": "Mine", "body": "", "locale": "en", "translation_of": foreign["id"]}
    assert editor.post("/api/v1/articles", json=wanted).status_code == 422


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("# Título\n\n## Coste\n\n**5 €**", "<h2>Coste</h2>\n<p><strong>5 €</strong></p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](https://a.example)", '<p><a href="https://a.example" rel="noopener noreferrer nofollow">x</a></p>'),
        ("[x](otro.md) y [y](//evil.example)", "<p>x y y</p>"),
        ("![foto](http://a.example/a.png)", "<p>foto</p>"),
        ("![foto](https://a.example/a.png)", '<p><img src="https://a.example/a.png" alt="foto" loading="lazy"></p>'),
        ("![x](data:image/svg+xml;base64,AAAA)", "<p>![x](data:image/svg+xml;base64,AAAA)</p>"),
        ("[m](mailto:a@b.example) [t](tel:+34900)", None),
    ],
)
def test_markdown_becomes_html_that_can_do_nothing(editor: httpx.Client, markdown: str, html: str | None) -> None:
    told = editor.post("/api/v1/articles/preview", json={"body": markdown}).raise_for_status().json()["html"]
    if html is None:
        assert 'href="mailto:a@b.example"' in told
        assert 'href="tel:+34900"' in told
    else:
        assert told == html
