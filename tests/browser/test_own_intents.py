"""What supervisors teach, and that it is used from then on."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.people import Agent, Locale, Visitor
from tests.browser.readings import in_the_queue, settle, sign

TAUGHT: dict[Locale, dict[str, Any]] = {
    "es": {
        "first": re.compile("Crear la primera intención|Nueva intención"),
        "title": "Título",
        "examples": "Ejemplos, uno por línea",
        "create": "Crear intención",
        "versions": "Versiones",
        "train": "Entrenar una versión",
        "release": "Publicar",
        "report": "Ver el informe",
        "figures": "De cada 100 mensajes",
        "released": "Publicada",
        "try": "Probar",
        "message": "Mensaje de prueba",
        "read": "Leer",
        "import": "Importar",
        "taken": "Se han tomado 1 intención y 5 ejemplos.",
        "left": "línea 3",
        "done": "Listo",
        "intents": {
            "Afilar un cuchillo": [
                "¿afiláis cuchillos?", "se me ha embotado el cuchillo del chef", "quiero que me afiléis un cuchillo jamonero",
                "cuánto cuesta afilar un cuchillo", "mi cuchillo ya no corta", "tengo tres cuchillos para afilar",
            ],
            "Alquilar una paellera": [
                "¿alquiláis paelleras?", "necesito una paellera grande para el domingo", "quiero alquilar una paellera para veinte",
                "cuánto sale el alquiler de la paellera", "devolver la paellera alquilada", "¿me reserváis una paellera?",
            ],
        },
        "asks": "hola, necesito afilar un cuchillo",
        "found": "Afilar un cuchillo",
    },
    "en": {
        "first": re.compile("Create the first intent|New intent"),
        "title": "Title",
        "examples": "Examples, one per line",
        "create": "Create intent",
        "versions": "Versions",
        "train": "Train a version",
        "release": "Release",
        "report": "Show the report",
        "figures": "Of 100 messages",
        "released": "Released",
        "try": "Try it",
        "message": "Test message",
        "read": "Read it",
        "import": "Import",
        "taken": "1 intent and 5 examples were taken.",
        "left": "line 3",
        "done": "Done",
        "intents": {
            "Sharpen a knife": [
                "do you sharpen knives?", "my chef's knife has gone blunt", "I want a carving knife sharpened",
                "how much is it to sharpen a knife", "my knife does not cut any more", "I have three knives to sharpen",
            ],
            "Wedding list": [
                "do you do wedding lists?", "we are getting married and want a gift list", "I would like to open a wedding list",
                "how do I add things to our wedding list", "close the wedding list", "buy something from a wedding list",
            ],
        },
        "asks": "hello, I need to have a knife sharpened",
        "found": "Sharpen a knife",
    },
}  # fmt: skip
FILE = "text,intent\ncan you engrave a name,engraving\n,engraving\nengrave my initials,engraving\n" + "".join(
    f"{text},engraving\n" for text in ("is engraving free", "how long does engraving take", "engrave a date on it")
)


def supervisor(new_page: Callable[..., Page], demo: Any, locale: Locale) -> Page:
    """Diego, with the console in `locale`."""
    page = new_page(locale="es", viewport={"width": 1440, "height": 900})
    Agent(page, demo, "es", as_="diego").speaks(locale)
    page.goto(f"{demo.url}/console/settings/intents")
    return page


@pytest.mark.parametrize("locale", ["es", "en"])
def test_intents_are_written_trained_released_and_used(
    locale: Locale,
    new_page: Callable[..., Page],
    demo: Any,
    new_visitor: Callable[..., Visitor],
    new_agent: Callable[..., Agent],
) -> None:
    words = TAUGHT[locale]
    page = supervisor(new_page, demo, locale)
    for title, examples in words["intents"].items():
        page.get_by_role("button", name=words["first"]).first.click()
        form = page.get_by_role("dialog")
        form.get_by_label(words["title"]).fill(title)
        form.get_by_label(words["examples"]).fill("\n".join(examples))
        form.get_by_role("button", name=words["create"]).click()
        expect(form).to_have_count(0)
        expect(page.get_by_role("button", name=re.compile(title))).to_be_visible()

    page.get_by_role("tab", name=words["versions"]).click()
    reports = page.get_by_role("button", name=words["report"])
    expect(page.get_by_role("button", name=words["train"])).to_be_enabled()
    before = reports.count()
    page.get_by_role("button", name=words["train"]).click()
    expect(reports).to_have_count(before + 1, timeout=90_000)
    page.get_by_role("button", name=words["release"], exact=True).first.click()
    page.get_by_role("dialog").get_by_role("button", name=words["release"], exact=True).click()
    expect(page.get_by_text(words["released"], exact=True).first).to_be_visible()
    page.get_by_role("button", name=words["report"]).first.click()
    expect(page.get_by_text(re.compile(words["figures"]))).to_be_visible()
    expect(page.get_by_role("row").filter(has_text=words["found"])).to_be_visible()

    page.get_by_role("tab", name=words["try"], exact=True).click()
    page.get_by_label(words["message"]).fill(words["asks"])
    page.get_by_role("button", name=words["read"], exact=True).click()
    expect(page.get_by_role("status").get_by_text(words["found"]).first).to_be_visible()

    in_the_queue(new_visitor, locale, words["asks"])
    agent = new_agent(locale)
    agent.opens(words["asks"])
    settle(agent)
    expect(sign(agent, locale)).to_have_accessible_name(re.compile(words["found"]))


@pytest.mark.parametrize("locale", ["es", "en"])
def test_a_file_is_imported_and_what_was_left_is_said(
    locale: Locale, new_page: Callable[..., Page], demo: Any, tmp_path: Path
) -> None:
    words = TAUGHT[locale]
    page = supervisor(new_page, demo, locale)
    name = f"engraving_{locale}"
    (tmp_path / "intents.csv").write_text(FILE.replace("engraving\n", f"{name}\n"), "utf-8")
    page.get_by_role("button", name=words["import"], exact=True).first.click()
    form = page.get_by_role("dialog")
    form.locator("input[type=file]").set_input_files(tmp_path / "intents.csv")
    expect(form.get_by_role("status")).to_contain_text(words["taken"])
    expect(form.get_by_role("row").filter(has_text=words["left"])).to_be_visible()
    form.get_by_role("button", name=words["done"]).click()
    expect(page.get_by_role("button", name=re.compile(name))).to_be_visible()


def test_agents_read_what_is_taught_and_write_nothing(new_agent: Callable[..., Agent], demo: Any) -> None:
    agent = new_agent("en")
    agent.page.goto(f"{demo.url}/console/settings/intents/versions")
    expect(agent.page.get_by_role("tab", name="Versions")).to_have_attribute("aria-selected", "true")
    expect(agent.page.get_by_role("button", name=re.compile("Train|Release|Delete"))).to_have_count(0)
    agent.page.get_by_role("tab", name="Intents").click()
    expect(agent.page.get_by_role("button", name=re.compile("New intent|Import|Create"))).to_have_count(0)
