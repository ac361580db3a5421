"""A customer in the shop and an agent in the console, by what they see and press."""

import re
from typing import Literal

from playwright.sync_api import Locator, Page, expect

from tests.demo.process import Demo

Locale = Literal["es", "en"]

WIDGET = {
    "es": {"open": "Abrir el chat", "close": "Cerrar el chat", "field": "Tu mensaje", "person": "Hablar con una persona",
           "sources": "Fuentes",           "rate": "Enviar valoración", "great": "Muy buena", "thanks": "Gracias por tu valoración.",
           "asked": "¿Qué te ha parecido la atención?"},
    "en": {"open": "Open the chat", "close": "Close the chat", "field": "Your message", "person": "Talk to a person",
           "sources": "Sources",           "rate": "Send rating", "great": "Very good", "thanks": "Thank you for your rating.",
           "asked": "How did we do?"},
}  # fmt: skip
CONSOLE = {
    "es": {"email": "Correo electrónico", "password": "Contraseña", "enter": "Entrar", "unassigned": "Sin asignar", "reply": "Responder",
           "resolve": "Resolver", "who": "marta", "log": "Mensajes", "rating": "Valoración: 5 de 5"},
    "en": {"email": "E-mail", "password": "Password", "enter": "Sign in", "unassigned": "Unassigned", "reply": "Reply",
           "resolve": "Resolve", "who": "emma", "log": "Messages", "rating": "Rating: 5 of 5"},
}  # fmt: skip


class Visitor:
    """A customer with the shop's page open."""

    def __init__(self, page: Page, url: str, locale: Locale) -> None:
        self.page, self.words = page, WIDGET[locale]
        page.goto(f"{url}/shop/{locale}")

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    @property
    def launcher(self) -> Locator:
        return self.page.locator("#relevo-widget").get_by_role("button", name=re.compile(self.words["open"])).first

    def open(self) -> None:
        self.launcher.click()
        expect(self.page.get_by_role("textbox", name=self.words["field"])).to_be_visible()

    def write(self, text: str) -> None:
        field = self.page.get_by_role("textbox", name=self.words["field"])
        field.fill(text)
        field.press("Enter")

    def sees(self, text: str | re.Pattern[str], *, seconds: float = 15) -> None:
        expect(self.log.get_by_text(text).first).to_be_visible(timeout=seconds * 1000)

    def of(self, kind: str) -> Locator:
        """Messages of the contact, the assistant or an agent; the greeting is none."""
        return self.log.locator(f".group.{kind}:not(.welcome .group) .message")

    def asks_for_a_person(self) -> None:
        self.page.get_by_role("button", name=self.words["person"], exact=True).click()

    def rates(self) -> None:
        self.sees(self.words["asked"])
        self.page.get_by_role("radio", name=self.words["great"], exact=True).check()
        self.page.get_by_role("button", name=self.words["rate"]).click()
        self.sees(self.words["thanks"])


class Agent:
    """An agent signed in to the console; their language is the console's."""

    def __init__(self, page: Page, demo: Demo, locale: Locale, *, as_: str | None = None) -> None:
        self.page, self.words = page, CONSOLE[locale]
        page.goto(f"{demo.url}/console/")
        page.get_by_label(self.words["email"]).fill(f"{as_ or self.words['who']}@casalumbre.example.com")
        page.locator("input[name=password]").fill(demo.password)
        page.get_by_role("button", name=self.words["enter"]).click()
        expect(page.get_by_role("navigation").first).to_be_visible()

    def speaks(self, locale: Locale) -> None:
        """Has the console in this language from now on."""
        self.page.evaluate(
            """async locale => {
                const { csrf_token } = await (await fetch("/api/v1/me")).json();
                const headers = { "Content-Type": "application/json", "X-CSRF-Token": csrf_token };
                await fetch("/api/v1/me", { method: "PATCH", headers, body: JSON.stringify({ locale }) });
            }""",
            locale,
        )
        self.page.reload()
        expect(self.page.locator("html")).to_have_attribute("lang", locale)

    def opens(self, text: str) -> None:
        """Opens the conversation in the queue whose row shows `text`."""
        self.page.get_by_role("link", name=re.compile(f"^{self.words['unassigned']}")).click()
        self.page.locator("[data-row]").filter(has_text=text).click()
        expect(self.page.get_by_role("region", name=self.words["log"])).to_be_visible()

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_role("region", name=self.words["log"]).get_by_text(text).first).to_be_visible()

    def answers(self, text: str) -> None:
        field = self.page.locator("textarea[data-spot=composer]")
        field.fill(text)
        field.press("Enter")
        self.sees(text)

    def resolves(self) -> None:
        self.page.get_by_role("button", name=self.words["resolve"], exact=True).click()
