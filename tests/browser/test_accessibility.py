"""axe finds nothing wrong, by the rules of WCAG 2.2 AA, on any page in any of its looks."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import AXE, DESKTOP, PHONE, options, violations
from tests.browser.people import Agent, Locale, Visitor
from tests.browser.taught import teach

LOOKS = [
    pytest.param(locale, scheme, size, id=f"{locale}-{scheme}-{'phone' if size is PHONE else 'desktop'}")
    for locale in ("es", "en")
    for scheme in ("light", "dark")
    for size in (DESKTOP, PHONE)
]


@pytest.fixture(autouse=True)
def axe_is_there() -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not there; `make web` brings it")


@pytest.mark.parametrize(("locale", "scheme", "size"), LOOKS)
def test_the_shop_and_the_widget(
    locale: Locale, scheme: str, size: dict[str, int], new_visitor: Callable[..., Visitor]
) -> None:
    customer = new_visitor(locale, **options(scheme, size))
    expect(customer.launcher).to_be_visible()
    found = {"shop": violations(customer.page)}
    customer.open()
    found["open"] = violations(customer.page)
    customer.write(
        "¿Cuánto tardan los envíos a Baleares?" if locale == "es" else "How long does delivery take in Mexico?"
    )
    expect(customer.of("assistant")).to_have_count(1)
    customer.log.get_by_text(customer.words["sources"]).first.click()
    found["answer"] = violations(customer.page)
    customer.asks_for_a_person()
    expect(customer.of("assistant")).to_have_count(2)
    found["person"] = violations(customer.page)
    assert {name: found[name] for name in found if found[name]} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_rating(scheme: str, new_visitor: Callable[..., Visitor], new_agent: Callable[..., Agent]) -> None:
    customer = new_visitor("es", **options(scheme, DESKTOP))
    customer.open()
    customer.write("Quiero hablar con una persona")
    expect(customer.of("assistant")).to_have_count(1)
    customer.write(f"Mi sartén canta en modo {scheme}")
    agent = new_agent("es")
    agent.opens(f"canta en modo {scheme}")
    agent.answers("¡Qué alegría de sartén!")
    agent.resolves()
    customer.sees(customer.words["asked"])
    found = violations(customer.page)
    customer.page.get_by_role("radio", name=customer.words["great"], exact=True).check()
    assert [*found, *violations(customer.page)] == []


@pytest.mark.parametrize(("locale", "scheme", "size"), LOOKS)
def test_the_console(
    locale: Locale, scheme: str, size: dict[str, int], new_page: Callable[..., Page], demo: Any
) -> None:
    page = new_page(locale=locale, **options(scheme, size))
    page.goto(f"{demo.url}/console/")
    expect(page.locator("input[name=password]")).to_be_visible()
    found = {"sign-in": violations(page)}
    Agent(page, demo, locale)
    page.goto(f"{demo.url}/console/all")
    row = page.locator("[data-row]").filter(has_text=re.compile("Teresa Aguirre"))
    expect(row).to_be_visible()
    found["inbox"] = violations(page)
    row.click()
    expect(page.get_by_role("region").first).to_be_visible()
    found["conversation"] = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog")).to_be_visible()
    found["palette"] = violations(page)
    page.keyboard.press("Escape")
    assert {name: found[name] for name in found if found[name]} == {}


@pytest.mark.parametrize(("locale", "scheme", "size"), LOOKS)
def test_the_settings(
    locale: Locale, scheme: str, size: dict[str, int], new_page: Callable[..., Page], demo: Any
) -> None:
    page = new_page(locale=locale, **options(scheme, size))
    Agent(page, demo, locale, as_="lucia")
    found: dict[str, list[str]] = {}
    for section in ("workspace", "members", "macros", "inbox", "keys"):
        page.goto(f"{demo.url}/console/settings/{section}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.wait_for_load_state("networkidle")
        found[section] = violations(page)
    assert {name: found[name] for name in found if found[name]} == {}


@pytest.mark.parametrize(("locale", "scheme", "size"), LOOKS)
def test_the_reading_of_a_message(
    locale: Locale, scheme: str, size: dict[str, int], new_page: Callable[..., Page], demo: Any
) -> None:
    page = new_page(locale=locale, **options(scheme, size))
    Agent(page, demo, locale)
    page.goto(f"{demo.url}/console/all")
    page.locator("[data-row]").filter(has_text=re.compile("Hannah Lindqvist")).click()
    sign = page.locator("[data-spot=reading]").last
    expect(sign).to_be_visible()
    sign.click()
    reading = page.get_by_role("dialog")
    expect(reading.get_by_role("button").nth(1)).to_be_visible()
    found = {"reading": violations(page)}
    reading.get_by_role("button").nth(1).click()
    expect(reading.get_by_role("textbox")).to_be_visible()
    found["intents"] = violations(page)
    page.keyboard.press("Escape")
    reading.get_by_role("button").filter(has_text=re.compile("Ánimo|Mood")).click()
    found["moods"] = violations(page)
    assert {name: found[name] for name in found if found[name]} == {}


@pytest.mark.parametrize(("locale", "scheme", "size"), LOOKS)
def test_topics_and_intents(
    locale: Locale, scheme: str, size: dict[str, int], new_page: Callable[..., Page], demo: Any
) -> None:
    teach(demo)
    page = new_page(locale=locale, **options(scheme, size))
    Agent(page, demo, locale, as_="diego").speaks(locale)
    page.goto(f"{demo.url}/console/settings/intents")
    row = page.get_by_role("button", name=re.compile("Grabado"))
    expect(row).to_be_visible()
    found = {"list": violations(page)}
    row.click()
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
    found["intent"] = violations(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name=re.compile("Nueva intención|New intent")).click()
    found["new"] = violations(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name=re.compile("^(Importar|Import)$")).click()
    found["import"] = violations(page)
    page.keyboard.press("Escape")
    page.get_by_role("tab", name=re.compile("Versiones|Versions")).click()
    page.get_by_role("button", name=re.compile("Ver el informe|Show the report")).first.click()
    expect(page.get_by_role("table")).to_be_visible()
    found["report"] = violations(page)
    page.get_by_role("tab", name=re.compile("Probar|Try it")).click()
    page.get_by_role("textbox").first.fill("¿Grabáis nombres? Soy Ana López, 612 345 678")
    page.get_by_role("button", name=re.compile("^(Leer|Read it)$")).click()
    expect(page.locator("mark").first).to_be_visible()
    found["tried"] = violations(page)
    assert {name: found[name] for name in found if found[name]} == {}
