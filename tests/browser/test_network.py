"""What a customer writes is never lost: over a lost connection, a reload, a closed tab."""

import re
from collections.abc import Callable
from typing import Any

import httpx
from playwright.sync_api import expect

from tests.browser.people import Visitor
from tests.demo.process import Demo


def stored(demo: Demo, text: str) -> list[dict[str, Any]]:
    """The conversations in which the server has exactly this message, once for each time."""
    key = re.search(r"rk_\S+", demo.said)
    assert key
    with httpx.Client(base_url=f"{demo.url}/api/v1", headers={"Authorization": f"Bearer {key[0]}"}) as program:
        found = program.get("/conversations", params={"q": text}).raise_for_status().json()["conversations"]
        return [
            message
            for conversation in found
            for message in program.get(f"/conversations/{conversation['id']}/messages").json()["messages"]
            if message["text"] == text
        ]


def test_a_message_written_without_connection_is_kept_and_sent_once(
    demo: Demo, new_visitor: Callable[..., Visitor]
) -> None:
    customer = new_visitor("es")
    customer.open()
    customer.write("Hola, buenas tardes")
    expect(customer.of("assistant")).to_have_count(1)
    customer.page.context.set_offline(True)
    customer.write("Se rompió el asa albaricoque")
    expect(customer.page.get_by_text("Sin conexión.")).to_be_visible()
    customer.page.wait_for_timeout(1500)
    assert stored(demo, "Se rompió el asa albaricoque") == []
    customer.page.context.set_offline(False)
    expect(customer.log.get_by_text(re.compile("· (?:Enviado|Leído)")).last).to_be_visible(timeout=20_000)
    expect(customer.of("assistant")).to_have_count(2, timeout=20_000)
    assert len(stored(demo, "Se rompió el asa albaricoque")) == 1
    assert customer.log.get_by_text("Se rompió el asa albaricoque", exact=True).count() == 1


def test_a_message_kept_without_connection_survives_closing_the_page(
    demo: Demo, new_visitor: Callable[..., Visitor]
) -> None:
    customer = new_visitor("en")
    customer.open()
    customer.write("Hello there")
    expect(customer.of("assistant")).to_have_count(1)
    context = customer.page.context
    context.set_offline(True)
    customer.write("The lid is vermilion and cracked")
    customer.page.wait_for_timeout(500)
    customer.page.close()
    assert stored(demo, "The lid is vermilion and cracked") == []
    context.set_offline(False)
    again = Visitor(context.new_page(), demo.url, "en")
    again.page.wait_for_timeout(3000)
    assert len(stored(demo, "The lid is vermilion and cracked")) == 1


def test_a_reload_keeps_the_conversation(new_visitor: Callable[..., Visitor]) -> None:
    customer = new_visitor("es")
    customer.open()
    customer.write("¿Hacéis envíos a Canarias?")
    expect(customer.of("assistant")).to_have_count(1)
    answer = customer.of("assistant").first.inner_text()
    customer.page.reload()
    expect(customer.of("contact").first).to_contain_text("¿Hacéis envíos a Canarias?")
    expect(customer.of("assistant").first).to_contain_text(answer[:60])
    expect(customer.of("contact")).to_have_count(1)


def test_the_conversation_goes_on_in_the_other_language_of_the_shop(new_visitor: Callable[..., Visitor]) -> None:
    customer = new_visitor("es")
    customer.open()
    customer.write("¿Puedo pagar con transferencia?")
    expect(customer.of("assistant")).to_have_count(1)
    customer.page.get_by_role("button", name=customer.words["close"]).first.click()  # it may lie over the link
    customer.page.get_by_role("link", name="English").click()
    customer.page.locator("#relevo-widget").get_by_role("button", name="Open the chat").first.click()
    expect(customer.of("contact").first).to_contain_text("¿Puedo pagar con transferencia?")
    expect(customer.page.get_by_role("textbox", name="Your message")).to_be_visible()
