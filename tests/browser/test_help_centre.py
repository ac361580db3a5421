"""The help centre in a browser: found, read, judged, and left for a person; with keys alone, without JavaScript, in any look."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.people import Locale
from tests.browser.test_accessibility import AXE, DESKTOP, LOOKS, PHONE, options, violations
from tests.demo.process import Demo

HOME = {"es": "/help/casa-lumbre/es/", "en": "/help/casa-lumbre/en/"}
ARTICLE = {"es": "a/devoluciones-y-cambios", "en": "a/returns-and-refunds"}
CATEGORY = {"es": "c/pedidos-y-envios", "en": "c/orders-and-delivery"}
SEARCH = {"es": "search?q=cuánto tarda el envío", "en": "search?q=how long does delivery take"}


@pytest.mark.parametrize(("locale", "scheme", "size"), LOOKS)
def test_axe_finds_nothing_on_any_page(
    locale: Locale, scheme: str, size: dict[str, int], demo: Demo, new_page: Callable[..., Page]
) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not there; `make web` brings it")
    page = new_page(locale=locale, **options(scheme, size))
    found: dict[str, list[str]] = {}
    for path in ("", ARTICLE[locale], CATEGORY[locale], SEARCH[locale], f"{ARTICLE[locale]}?thanks=1", "a/nothing"):
        page.goto(f"{demo.url}{HOME[locale]}{path}")
        found[path or "home"] = violations(page)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= size["width"], f"{path} is wider than the screen"
    assert {path: problems for path, problems in found.items() if problems} == {}


def test_a_reader_searches_reads_and_says_so(demo: Demo, new_page: Callable[..., Page]) -> None:
    page = new_page(locale="es", viewport=DESKTOP)
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text) if message.type == "error" else None)
    page.goto(f"{demo.url}/help/casa-lumbre/")
    expect(page).to_have_url(f"{demo.url}{HOME['es']}")
    page.get_by_role("searchbox").fill("devolver un pedido")
    page.keyboard.press("Enter")
    page.get_by_role("main").get_by_role("link", name="Devoluciones y cambios").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Devoluciones y cambios")
    page.get_by_role("navigation", name="En esta página").get_by_role("link", name="Cuánto cuesta").click()
    expect(page).to_have_url(f"{demo.url}{HOME['es']}{ARTICLE['es']}#cuanto-cuesta")
    page.get_by_role("button", name="Sí", exact=True).click()
    expect(page.get_by_text("Gracias por contárnoslo")).to_be_visible()
    page.get_by_role("link", name="Leer en inglés").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Returns and refunds")
    assert messages == [], "the page's own policy refused something"


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_person_is_one_click_away(size: dict[str, int], demo: Demo, new_page: Callable[..., Page]) -> None:
    page = new_page(locale="es", viewport=size)
    page.goto(f"{demo.url}{HOME['es']}{ARTICLE['es']}")
    expect(page.get_by_role("button", name="Abrir el chat")).to_be_visible()
    page.get_by_role("banner").get_by_role("link", name="Hablar con una persona").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page).to_have_url(f"{demo.url}{HOME['es']}{ARTICLE['es']}")


def test_everything_but_the_chat_works_without_javascript(demo: Demo, new_page: Callable[..., Page]) -> None:
    page = new_page(locale="en", java_script_enabled=False)
    page.goto(f"{demo.url}{HOME['en']}")
    page.get_by_role("searchbox").fill("return an item")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("main").get_by_role("link", name="Returns and refunds").click()
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.get_by_text("Thank you for telling us")).to_be_visible()
    page.get_by_role("banner").get_by_role("link", name="Talk to a person").click()
    expect(page.get_by_text("You can also find us here")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="Contact us and find a shop")).to_be_visible()


def test_the_keyboard_is_enough(demo: Demo, new_page: Callable[..., Page]) -> None:
    page = new_page(locale="es", viewport=DESKTOP)
    page.goto(f"{demo.url}{HOME['es']}")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Ir al contenido")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.closest('main') !== null")
    assert focused, "the link leads past the navigation"
