"""What the demo prints, in the language of the terminal."""

import os
from typing import Any

from rich.console import Console
from rich.text import Text

from relevo.demo import credentials
from relevo.demo.load import Shop
from relevo.demo.people import PEOPLE
from relevo.platform.settings import Settings

_LINES = {
    "es": {
        "starting": "· arrancando; los datos se guardan en {folder}",
        "database": "· PostgreSQL en marcha ({seconds:.1f} s)",
        "people": "· Casa Lumbre: {count} personas",
        "articles": "· {count} artículos en la base de conocimiento",
        "contacts": "· {count} clientes",
        "conversations": "· {count} conversaciones",
        "ready": "✓ lista en {seconds:.1f} s · se para con Ctrl-C y la próxima vez sigue donde estaba",
        "answered": "✓ primera pregunta contestada en {seconds:.1f} s",
        "since_command": "✓ {seconds:.0f} s desde la orden hasta la primera respuesta",
        "unanswered": "! la pregunta de prueba quedó sin respuesta: {reason}",
        "stopped": "· parada; no queda nada en marcha",
    },
    "en": {
        "starting": "· starting; data is kept in {folder}",
        "database": "· PostgreSQL is up ({seconds:.1f} s)",
        "people": "· Casa Lumbre: {count} people",
        "articles": "· {count} articles in the knowledge base",
        "contacts": "· {count} customers",
        "conversations": "· {count} conversations",
        "ready": "✓ ready in {seconds:.1f} s · Ctrl-C stops it, and next time it goes on where it was",
        "answered": "✓ a first question was answered in {seconds:.1f} s",
        "since_command": "✓ {seconds:.0f} s from the command to the first answer",
        "unanswered": "! the trial question got no answer: {reason}",
        "stopped": "· stopped; nothing is left running",
    },
}
_LABELS = {
    "es": {
        "shop": "Tienda", "console": "Consola", "password": "Contraseña de todos", "widget": "Clave del widget", "key": "Clave de API",
        "admin": "administración", "supervisor": "supervisión", "agent": "agente",
        "try": "Escribe en el chat de la tienda, pide una persona y contéstate desde la consola.",
    },
    "en": {
        "shop": "Shop", "console": "Console", "password": "Everybody's password", "widget": "Widget key", "key": "API key",
        "admin": "admin", "supervisor": "supervisor", "agent": "agent",
        "try": "Write in the shop's chat, ask for a person, and answer yourself from the console.",
    },
}  # fmt: skip


class Teller:
    def __init__(self, console: Console, locale: str) -> None:
        self._console = console
        self.locale = locale

    @classmethod
    def for_terminal(cls) -> "Teller":
        return cls(Console(highlight=False), locale_of(os.environ))

    def say(self, line: str, **values: Any) -> None:
        self._console.print(Text(_LINES[self.locale][line].format(**values)), soft_wrap=True)

    def addresses(self, settings: Settings, shop: Shop, *, url: str) -> None:
        labels = _LABELS[self.locale]
        other = "en" if self.locale == "es" else "es"
        rows = [
            (labels["shop"], f"{url}/shop/{self.locale}"),
            ("", f"{url}/shop/{other}"),
            (labels["console"], f"{url}/console/"),
        ]
        shown = (PEOPLE[2], PEOPLE[5], PEOPLE[1], PEOPLE[0])
        rows += [("", f"{person.email}  ({person.name}, {labels[person.role]})") for person in shown]
        rows += [
            (labels["password"], credentials.password(settings)),
            (labels["widget"], shop.widget_key),
            (labels["key"], credentials.api_key(settings, shop.workspace_id)),
        ]
        lines = [f"  {label:<21} {value}" for label, value in rows]
        self._console.print(Text("\n".join(["", *lines, "", f"  {labels['try']}", ""])), soft_wrap=True)


def locale_of(environment: Any) -> str:
    """es or en, by the usual variables of a terminal."""
    said = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    return "es" if said.lower().startswith("es") else "en"
