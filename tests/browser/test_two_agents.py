"""Two agents at the same conversation see each other, and nobody takes it from the other unawares."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.people import Agent, Visitor


def test_two_agents_see_each_other_and_the_second_is_asked_before_taking_over(
    new_visitor: Callable[..., Visitor], new_agent: Callable[..., Agent]
) -> None:
    customer = new_visitor("en")
    customer.open()
    customer.write("I want to talk to a person")
    expect(customer.of("assistant")).to_have_count(1)
    customer.write("My kettle whistles in B flat")
    emma = new_agent("en")
    emma.opens("whistles in B flat")
    marta = new_agent("es")
    marta.opens("whistles in B flat")
    expect(emma.page.get_by_text("Marta Ruiz is also viewing this conversation").first).to_be_visible()
    expect(marta.page.get_by_text("Emma Clarke también está viendo esta conversación").first).to_be_visible()

    field = marta.page.locator("textarea[data-spot=composer]")
    field.fill("¡Qué oído!")
    emma.answers("B flat is quite right for a kettle.")
    customer.sees("B flat is quite right for a kettle.")
    field.press("Enter")
    question = marta.page.get_by_role("dialog", name=re.compile("La lleva Emma Clarke|ha cambiado"))
    expect(question).to_be_visible()
    assert customer.of("agent").count() == 1
    question.get_by_role("button", name=re.compile("Tomar y enviar|Enviar de todos modos")).click()
    customer.sees("¡Qué oído!")
    expect(emma.page.get_by_text("Marta Ruiz").first).to_be_visible()


def test_a_note_is_seen_by_colleagues_and_never_by_the_customer(
    new_visitor: Callable[..., Visitor], new_agent: Callable[..., Agent]
) -> None:
    customer = new_visitor("es")
    customer.open()
    customer.write("Quiero hablar con una persona")
    expect(customer.of("assistant")).to_have_count(1)
    customer.write("Se me ha caído la cocotte al río")
    agent = new_agent("es")
    agent.opens("la cocotte al río")
    agent.page.get_by_text("Nota", exact=True).click()
    agent.page.locator("textarea[data-spot=composer]").fill("Ojo: tercera cocotte al río este mes")
    agent.page.locator("textarea[data-spot=composer]").press("Enter")
    agent.sees("Ojo: tercera cocotte al río este mes")
    agent.page.get_by_text("Responder", exact=True).click()
    agent.answers("¡Vaya! ¿En qué río?")
    customer.sees("¡Vaya! ¿En qué río?")
    assert "tercera cocotte" not in customer.page.content()
    assert customer.log.get_by_text("tercera cocotte").count() == 0
