"""Names put into a macro's text."""

import re

_PLACE = re.compile(r"\{\{\s*(contact\.name|agent\.name)\s*\}\}")


def fill(text: str, contact_name: str, agent_name: str) -> str:
    """`text` with {{contact.name}} and {{agent.name}} put in.

    One pass: what a name contains is text and never a place again. Other places stay as they are written. Where the
    customer's name is not known, "Hola, {{contact.name}}:" reads "Hola:" and "Hello {{contact.name}}," reads "Hello,".
    """
    names = {"contact.name": " ".join(contact_name.split()), "agent.name": " ".join(agent_name.split())}
    if not names["contact.name"]:
        text = re.sub(r",?[ \t]*\{\{\s*contact\.name\s*\}\}", "", text)
    return _PLACE.sub(lambda place: names[place[1]], text)
