"""What agents see of readings and set right; what supervisors teach, and that it is used from then on."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.people import Agent, Locale, Visitor

SAID: dict[Locale, dict[str, str]] = {
    "es": {
        "person": "Quiero hablar con una persona",
        "upset": "Llevo tres semanas esperando el reembolso, estoy harta de que nadie me conteste",
        "sign": "Lectura:",
        "reading": "Lectura del mensaje",
        "mood": "Ánimo",
        "wants": "Quiere",
        "satisfied": "Satisfacción",
        "find": "Buscar una intención",
        "query": "factura",
        "invoice": "Factura o recibo",
        "corrected": "corregido",
        "by_me": "Corregido por ti",
        "by_other": "Corregido por Marta Ruiz",
        "undo": "Deshacer",
        "undone": "Corrección deshecha.",
        "failed": "La corrección no se ha podido guardar.",
        "beside": "Lo que se ha entendido",
    },
    "en": {
        "person": "I want to talk to a person",
        "upset": "I have been waiting three weeks for my refund and I am sick of nobody answering me",
        "sign": "Reading:",
        "reading": "Reading of the message",
        "mood": "Mood",
        "wants": "Wants",
        "satisfied": "Satisfied",
        "find": "Find an intent",
        "query": "invoice",
        "invoice": "Invoice or receipt",
        "corrected": "corrected",
        "by_me": "Corrected by you",
        "by_other": "Corrected by Emma Clarke",
        "undo": "Undo",
        "undone": "Correction undone.",
        "failed": "The correction could not be saved.",
        "beside": "What was understood",
    },
}
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


def in_the_queue(new_visitor: Callable[..., Visitor], locale: Locale, text: str) -> Visitor:
    """A customer who asked for a person and then wrote `text`."""
    customer = new_visitor(locale)
    customer.open()
    customer.write(SAID[locale]["person"])
    expect(customer.of("assistant")).to_have_count(1)
    customer.write(text)
    return customer


def settle(agent: Agent) -> None:
    """Readings come a moment after their messages; until then the last sign belongs to an earlier message."""
    agent.page.wait_for_timeout(2_000)


def sign(agent: Agent, locale: Locale) -> Locator:
    """That the last message of the customer was read."""
    return agent.page.get_by_role("button", name=re.compile(f"^{SAID[locale]['sign']}")).last


def door(panel: Locator, term: str) -> Locator:
    return panel.get_by_role("button").filter(has_text=re.compile(f"^{term}"))


@pytest.mark.parametrize("locale", ["es", "en"])
def test_an_agent_corrects_a_reading_others_see_it_and_it_can_be_undone(
    locale: Locale, new_visitor: Callable[..., Visitor], new_agent: Callable[..., Agent]
) -> None:
    said = SAID[locale]
    in_the_queue(new_visitor, locale, said["upset"])
    agent = new_agent(locale)
    agent.opens(said["upset"][:40])
    settle(agent)
    expect(sign(agent, locale)).to_be_visible()
    expect(agent.page.get_by_role("region", name=said["beside"])).to_contain_text(said["mood"])

    colleague = new_agent(locale, as_="lucia")
    colleague.page.goto(agent.page.url)
    colleague.page.locator("[data-spot=reading]").last.click()

    agent.page.keyboard.press("c")
    panel = agent.page.get_by_role("dialog", name=said["reading"])
    before = door(panel, said["mood"]).inner_text()
    assert said["satisfied"] not in before
    door(panel, said["mood"]).click()
    panel.get_by_role("button", name=said["satisfied"], exact=True).click()
    expect(door(panel, said["mood"])).to_contain_text(said["corrected"])
    expect(panel).to_contain_text(said["by_me"])

    expect(colleague.page.get_by_role("dialog")).to_contain_text(re.compile("Corregido por|Corrected by"))

    agent.page.get_by_role("button", name=said["undo"], exact=True).click()
    expect(agent.page.get_by_text(said["undone"])).to_be_visible()
    agent.page.keyboard.press("c")
    expect(door(panel, said["mood"])).not_to_contain_text(said["satisfied"])
    # The colleague's page follows without being asked.
    expect(colleague.page.get_by_role("dialog")).not_to_contain_text(re.compile("Satisfacción|Satisfied"))


@pytest.mark.parametrize("locale", ["es", "en"])
def test_an_intent_is_corrected_by_keyboard_alone(
    locale: Locale, new_visitor: Callable[..., Visitor], new_agent: Callable[..., Agent]
) -> None:
    said = SAID[locale]
    in_the_queue(new_visitor, locale, f"({locale}) {said['upset']}")
    agent = new_agent(locale)
    agent.opens(f"({locale}) {said['upset'][:30]}")
    settle(agent)
    expect(sign(agent, locale)).to_be_visible()
    press = agent.page.keyboard.press
    press("c")
    panel = agent.page.get_by_role("dialog", name=said["reading"])
    expect(door(panel, said["wants"])).to_be_focused()
    press("Enter")
    expect(panel.get_by_role("textbox", name=said["find"])).to_be_focused()
    agent.page.keyboard.type(said["query"])
    expect(panel.get_by_role("button", name=said["invoice"], exact=True)).to_be_visible()
    press("Enter")
    expect(door(panel, said["wants"])).to_contain_text(said["invoice"])
    expect(door(panel, said["wants"])).to_be_focused()
    press("Enter")
    press("Escape")  # one step back
    expect(door(panel, said["wants"])).to_be_focused()
    press("Escape")
    expect(panel).to_have_count(0)
    expect(sign(agent, locale)).to_be_focused()
    expect(sign(agent, locale)).to_have_accessible_name(re.compile(said["invoice"]))


def test_a_correction_that_the_server_refuses_is_taken_back_and_said(
    new_visitor: Callable[..., Visitor], new_agent: Callable[..., Agent]
) -> None:
    said = SAID["es"]
    in_the_queue(new_visitor, "es", f"De nuevo yo: {said['upset']}")
    agent = new_agent("es")
    agent.opens("De nuevo yo")
    settle(agent)
    expect(sign(agent, "es")).to_be_visible()
    agent.page.route("**/api/v1/messages/*/reading", lambda route: route.fulfill(status=500, json={"code": "internal"}))
    agent.page.keyboard.press("c")
    panel = agent.page.get_by_role("dialog", name=said["reading"])
    door(panel, said["mood"]).click()
    panel.get_by_role("button", name=said["satisfied"], exact=True).click()
    expect(agent.page.get_by_role("alert").filter(has_text=said["failed"])).to_be_visible()
    expect(door(panel, said["mood"])).not_to_contain_text(said["satisfied"])


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
    page.get_by_role("button", name=words["train"]).click()
    expect(page.get_by_role("button", name=words["train"])).to_be_enabled(timeout=90_000)
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
