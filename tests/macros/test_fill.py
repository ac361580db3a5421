"""Names in a macro's text: put in once, as text, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relevo.macros.fill import fill


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Hola, {{contact.name}}: soy {{agent.name}}.", "Hola, Ana: soy Marta."),
        ("{{ contact.name }} / {{  agent.name}}", "Ana / Marta"),
        ("{{contact.name}}{{contact.name}}", "AnaAna"),
        ("{{order.total}} {{contact}} {{contact.email}} {contact.name}", "{{order.total}} {{contact}} {{contact.email}} {contact.name}"),
        ("{{{{contact.name}}}}", "{{Ana}}"),
        ("{{contact.__class__}} {% if x %} ${contact.name} %(name)s {0}", "{{contact.__class__}} {% if x %} ${contact.name} %(name)s {0}"),
        ("", ""),
    ],
)  # fmt: skip
def test_names_are_put_in_and_the_rest_stays(text: str, filled: str) -> None:
    assert fill(text, contact_name="Ana", agent_name="Marta") == filled


@pytest.mark.parametrize(
    "name", ["{{agent.name}}", "{{contact.name}}", "{{ {{contact.name}} }}", r"\g<0> \1", "{% x %}"]
)
def test_a_name_is_text_and_never_a_place_again(name: str) -> None:
    assert fill("Hola {{contact.name}}", contact_name=name, agent_name="Marta") == f"Hola {name}"


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Hola, {{contact.name}}:", "Hola:"),
        ("Hello {{contact.name}}, thanks", "Hello, thanks"),
        ("¿Sigue ahí, {{contact.name}}?", "¿Sigue ahí?"),
    ],
)  # fmt: skip
def test_a_customer_without_a_name_is_greeted_all_the_same(text: str, filled: str) -> None:
    assert fill(text, contact_name="  ", agent_name="Marta") == filled


@given(st.text(alphabet="{}. contaegm", max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_any_text_is_filled_without_growing_beyond_its_places(text: str, contact: str, agent: str) -> None:
    filled = fill(text, contact_name=contact, agent_name=agent)
    assert len(filled) <= len(text) + text.count("{{") * max(len(contact), len(agent))
