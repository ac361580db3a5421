"""Knowledge and the assistant in the console: written, set, used; and axe finds nothing wrong there."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import AXE, DESKTOP, PHONE, options, violations
from tests.browser.people import Agent, Locale, Visitor

LOOKS = [("es", "light", DESKTOP), ("en", "dark", DESKTOP), ("es", "dark", PHONE), ("en", "light", PHONE)]
PLACES = (
    "knowledge/articles", "knowledge/articles/new", "knowledge/sources", "knowledge/gaps", "knowledge/help-centre", "knowledge/synonyms",
    "assistant/topics", "assistant/recalls", "assistant/models", "assistant/models/budget", "assistant/models/calls",
    "assistant/models/prompts",
)  # fmt: skip
SAID: dict[Locale, dict[str, str]] = {
    "es": {
        "title": "Afilado de cuchillos",
        "body": "Afilamos cuchillos de cocina en todas las tiendas. El afilado cuesta 4 € por cuchillo y tarda 2 días.",
        "asks": "¿Cuánto cuesta el afilado de cuchillos?",
        "fact": "4 €",
        "add": "Nuevo artículo",
        "title_field": "Título",
        "body_field": "Texto",
        "publish": "Publicar",
        "published": "Publicado. El asistente ya responde con él.",
        "why": "¿Por qué?",
        "explained": "En qué se apoya cada frase",
    },
    "en": {
        "title": "Knife sharpening",
        "body": "We sharpen kitchen knives in all our shops. Sharpening costs €6 a knife and takes 3 days.",
        "asks": "How much does knife sharpening cost?",
        "fact": "€6",
        "add": "New article",
        "title_field": "Title",
        "body_field": "Text",
        "publish": "Publish",
        "published": "Published. The assistant answers from it now.",
        "why": "Why?",
        "explained": "What each sentence stands on",
    },
}


@pytest.mark.parametrize("locale", ["es", "en"])
def test_what_is_published_is_answered_from_and_the_agent_sees_why(
    locale: Locale,
    new_page: Callable[..., Page],
    demo: Any,
    new_visitor: Callable[..., Visitor],
    new_agent: Callable[..., Agent],
) -> None:
    said = SAID[locale]
    page = new_page(locale="es", viewport=DESKTOP)
    Agent(page, demo, "es", as_="diego").speaks(locale)
    page.goto(f"{demo.url}/console/knowledge/articles")
    page.get_by_role("button", name=said["add"]).first.click()
    page.get_by_role("textbox", name=said["title_field"]).fill(said["title"])
    page.get_by_role("textbox", name=said["body_field"]).fill(said["body"])
    page.get_by_role("button", name=said["publish"], exact=True).click()
    expect(page.get_by_text(said["published"])).to_be_visible()
    expect(page).to_have_url(re.compile("/knowledge/articles/[0-9a-f-]{36}$"))

    customer = new_visitor(locale)
    customer.open()
    customer.write(said["asks"])
    customer.sees(re.compile(re.escape(said["fact"])))

    agent = new_agent(locale)
    agent.page.goto(f"{demo.url}/console/all")
    agent.page.locator("[data-row]").first.click()  # the newest
    agent.page.get_by_role("button", name=said["why"], exact=True).last.click()
    expect(agent.page.get_by_text(said["explained"])).to_be_visible()


def test_the_assistant_is_stopped_and_started_again_by_one_button(new_page: Callable[..., Page], demo: Any) -> None:
    page = new_page(locale="es", viewport=DESKTOP)
    Agent(page, demo, "es", as_="lucia").speaks("es")
    page.goto(f"{demo.url}/console/assistant/topics")
    page.get_by_role("button", name="Parar el asistente").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill("Se prueba")
    dialog.get_by_role("button", name="Parar el asistente").click()
    expect(page.get_by_text("El asistente está parado")).to_be_visible()
    expect(page.get_by_text("Se prueba").first).to_be_visible()
    page.get_by_role("button", name="Ponerlo en marcha").click()
    expect(page.get_by_text("El asistente está en marcha")).to_be_visible()


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not there; `make web` brings it")
@pytest.mark.parametrize(("locale", "scheme", "size"), LOOKS)
def test_every_screen_of_the_areas(
    locale: Locale, scheme: str, size: dict[str, int], new_page: Callable[..., Page], demo: Any
) -> None:
    page = new_page(locale=locale, **options(scheme, size))
    Agent(page, demo, "es" if locale == "es" else "en", as_="lucia").speaks(locale)
    found: dict[str, list[str]] = {}
    for place in PLACES:
        page.goto(f"{demo.url}/console/{place}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.wait_for_load_state("networkidle")
        found[place] = violations(page)
    page.goto(f"{demo.url}/console/knowledge/articles")
    page.locator("main li a").first.click()
    expect(page.get_by_role("toolbar")).to_be_visible()
    found["article"] = violations(page)
    assert {name: found[name] for name in found if found[name]} == {}
