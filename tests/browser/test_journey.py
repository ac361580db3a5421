"""The whole path of a customer, in a browser on both sides."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.people import Agent, Locale, Visitor

SAID: dict[Locale, dict[str, str]] = {
    "es": {
        "question": "¿Cuánto tiempo tengo para devolver un pedido?",
        "answer": "30 días naturales",
        "article": "Devoluciones",
        "more": "Es por un regalo con la caja abierta",
        "reply": "Hola, soy Marta: con la caja abierta también puedes devolverlo.",
        "thanks": "Perfecto, mil gracias",
    },
    "en": {
        "question": "How long do I have to return an order?",
        "answer": "30 calendar days",
        "article": "Returns and refunds",
        "more": "It is a present and the box is open",
        "reply": "Hi, Emma here: you can return it with the box open, too.",
        "thanks": "Perfect, thanks a lot",
    },
}


@pytest.mark.parametrize("locale", ["es", "en"])
def test_a_question_is_answered_with_its_source_passed_to_a_person_resolved_and_rated(
    locale: Locale, new_visitor: Callable[..., Visitor], new_agent: Callable[..., Agent]
) -> None:
    said = SAID[locale]
    customer = new_visitor(locale)
    customer.open()
    customer.write(said["question"])
    customer.sees(said["answer"])
    customer.log.get_by_text(customer.words["sources"]).first.click()
    customer.sees(re.compile(said["article"]))

    customer.asks_for_a_person()
    expect(customer.of("assistant")).to_have_count(2)
    customer.write(said["more"])

    agent = new_agent(locale)
    agent.opens(said["more"])
    agent.sees(said["question"])
    agent.answers(said["reply"])
    customer.sees(said["reply"])
    expect(customer.of("agent")).to_have_count(1)

    customer.write(said["thanks"])
    agent.sees(said["thanks"])
    agent.resolves()
    customer.rates()
    expect(agent.page.get_by_text(agent.words["rating"]).first).to_be_attached()


def test_the_assistant_is_silent_once_a_person_has_taken_over(
    new_visitor: Callable[..., Visitor], new_agent: Callable[..., Agent]
) -> None:
    customer = new_visitor("es")
    customer.open()
    customer.write("Quiero hablar con una persona")
    expect(customer.of("assistant")).to_have_count(1)
    customer.write("Se trata de una batidora azul turquesa")
    agent = new_agent("es")
    agent.opens("batidora azul turquesa")
    agent.answers("Buenas, aquí me tiene.")
    customer.sees("Buenas, aquí me tiene.")
    said_before = customer.of("assistant").count()
    customer.write("¿Cuánto cuesta el envío a Baleares?")
    agent.sees("¿Cuánto cuesta el envío a Baleares?")
    customer.page.wait_for_timeout(3000)  # longer than the assistant ever takes
    assert customer.of("assistant").count() == said_before
