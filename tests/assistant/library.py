"""A small made-up bookshop: articles for the tests of the assistant, in Markdown as a support team writes them."""

from relevo.assistant.types import Context, Exchange, Voice
from relevo.knowledge.documents import read_document
from relevo.knowledge.index import Entry, Index
from relevo.knowledge.passages import passages_of

ARTICLES = {
    "envios.md": """# Envíos
Enviamos a España y a México. No enviamos a Portugal ni a ningún otro país.

## España

| Zona | Plazo | Precio |
|---|---|---|
| Península | 3 a 5 días laborables | 3,90 € |
| Baleares | 6 a 8 días laborables | 7,50 € |
| Canarias | 9 a 12 días laborables | 14,20 € |

## México

Los envíos tardan de 4 a 6 días hábiles y cuestan $85.
""",
    "garantia-espana.md": """# Garantía en España
Aplica a: compras con entrega en España.

Los lectores electrónicos tienen 3 años de garantía. Si la pantalla se rompe por una caída, no la cubre.
""",
    "garantia-mexico.md": """# Garantía en México
Aplica a: compras con entrega en México.

Los lectores electrónicos tienen 1 año de garantía. No cubre la humedad.
""",
    "lector-no-enciende.md": """# El lector Faro no enciende
Sirve para el Faro 6. Tarda 10 minutos.

**Peligro:** si huele a quemado o echa humo, no lo toques y llama a la línea de seguridad: 900 123 499.

## Paso a paso

1. Conecta el cargador y espera 15 minutos.
2. Mantén pulsado el botón 20 segundos.
3. Prueba con otro cable.
4. Si parpadea en rojo, cambia la batería en una tienda.
""",
    "cancelar.md": """# Cancelar un pedido
Un pedido se cancela gratis hasta 48 horas antes de la entrega. Después se cobran 12 € en España o $160 en México.
""",
    "pagos.md": """# Formas de pago
Aceptamos tarjeta y transferencia. Nunca pedimos por chat el número de tu tarjeta ni su código de seguridad.
""",
    "gift-cards.md": """# Gift cards
A gift card is valid for 18 months from the day it was bought and cannot be extended.
""",
    "tiendas.md": """# Librerías y horarios

| Tienda | Dirección | Horario |
|---|---|---|
| Madrid | Calle Luna 3 | 10:00 a 20:00 |
| Bilbao | Calle Ría 8 | 9:30 a 19:00 |
""",
}
SPANISH = Voice("Librería Faro", "Farola", "es")
ENGLISH = Voice("Librería Faro", "Farola", "en")


def shelf() -> Index:
    """The index of all articles."""
    documents = [read_document(name, text) for name, text in ARTICLES.items()]
    return Index(
        [
            Entry(document.name, document.title, passage.heading, passage.text, document.locale, None, passage.position)
            for document in documents
            for passage in passages_of(document)
        ]
    )


def said(text: str, *, voice: Voice = SPANISH, history: tuple[Exchange, ...] = (), failed: int = 0) -> Context:
    """A turn in a conversation where the assistant has introduced itself already."""
    return Context(text, voice, history, introduced=True, failed_attempts=failed)
