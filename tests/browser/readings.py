"""What is said in tests of readings, and where an agent finds them on the screen."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

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
