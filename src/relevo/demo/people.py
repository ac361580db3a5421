"""Who works at Casa Lumbre."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Person:
    """`key` is how the stories name them."""

    key: str
    name: str
    role: Literal["agent", "supervisor", "admin"]
    locale: str
    languages: tuple[str, ...]
    skills: tuple[str, ...] = ()

    @property
    def email(self) -> str:
        return f"{self.key}@casalumbre.example.com"


PEOPLE = (
    Person("lucia", "Lucía Ferrer", "admin", "es", ("es-ES", "en")),
    Person("diego", "Diego Hernández", "supervisor", "es", ("es-MX", "en")),
    Person("marta", "Marta Ruiz", "agent", "es", ("es-ES",), ("envíos", "devoluciones", "reembolsos")),
    Person("inaki", "Iñaki Otxoa", "agent", "es", ("es-ES",), ("técnico", "garantía", "instalación")),
    Person("ximena", "Ximena Ramírez", "agent", "es", ("es-MX",), ("facturación", "pagos", "instalación")),
    Person("emma", "Emma Clarke", "agent", "en", ("en", "es-ES"), ("orders", "damaged", "gift cards")),
)
