"""A small training set, in Spanish and English, and messages that stand in none of its examples."""

from relevo.understanding.own.types import Example

_TEXTS = {
    "card_lost": """
        me robaron la tarjeta
        he perdido la tarjeta de crédito
        no encuentro mi tarjeta, bloquéenla
        my card was stolen
        I lost my debit card
        someone took my card, please block it
    """,
    "opening_hours": """
        ¿a qué hora abren?
        horario de la tienda el sábado
        ¿abren los domingos?
        what time do you open
        opening hours on saturday
        are you open on sundays?
    """,
    "refund": """
        quiero que me devuelvan el dinero
        ¿cuándo me llega el reembolso?
        no me han reembolsado la compra
        I want my money back
        when do I get my refund
        the refund has not arrived
    """,
    "change_address": """
        me mudé, quiero cambiar la dirección
        actualizar mi domicilio
        la dirección de mi cuenta está mal
        I moved, change my address
        update my home address
        my address is wrong in the account
    """,
}
EXAMPLES = [
    Example(line.strip(), intent, f"{intent}-{number}")
    for intent, lines in _TEXTS.items()
    for number, line in enumerate(lines.strip().splitlines())
]
UNSEEN = {
    "me han robado las tarjetas en el metro": "card_lost",
    "hasta qué hora está abierta la tienda": "opening_hours",
    "exijo el reembolso de mi dinero": "refund",
    "tengo otra dirección, ¿la pueden cambiar?": "change_address",
    "thieves stole my cards": "card_lost",
    "when do you close on saturdays": "opening_hours",
    "please give me the money back": "refund",
    "I live at a new address now": "change_address",
}
