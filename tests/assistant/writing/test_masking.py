"""Personal data does not leave the house, and comes back in the answer; nothing of it stays in logs or records."""

import logging
import re
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relevo.assistant.types import Exchange
from relevo.assistant.writing.masking import Veil
from tests.assistant.writing.stage import EVIDENCE, PENINSULA, Stage, asking
from tests.providers.behaviours import answers, form
from tests.providers.protocols import Asked
from tests.providers.server import Provider

PHONE, EMAIL, IBAN, DNI = "612 345 678", "ana.garcia@example.com", "ES91 2100 0418 4502 0005 1332", "12345678Z"
PERSONAL = (PHONE, EMAIL, IBAN, DNI)
TELLING = f"Soy Ximena Zubizarreta, mi teléfono es {PHONE}, mi correo {EMAIL}, mi DNI {DNI} y mi cuenta {IBAN}."


def test_what_identifies_somebody_goes_out_as_placeholders(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    history = (Exchange(f"mi número es el {PHONE}", "answer", (), f"Gracias, apuntado el {PHONE}."),)
    stage.write(asking(f"{TELLING} ¿Cuánto cuesta el envío?", history=history))
    sent = provider.asked[0].everything
    for value in (*PERSONAL, "Ximena", "Zubizarreta"):
        assert value not in sent, value
    assert len(set(re.findall(r"\[PHONE_\d+\]", sent))) == 1, "the same value has the same placeholder"
    assert "[EMAIL_1]" in sent


def test_the_values_are_put_back_into_the_answer(stage: Stage, provider: Provider) -> None:
    def repeats(asked: Asked) -> str:
        placeholder = re.findall(r"\[PHONE_\d+\]", asked.said[-1][1])[0]
        return form((f"Tu teléfono es {placeholder}.", []), (PENINSULA, [1]))

    stage.connect(provider)
    provider.does = answers(repeats)
    found = stage.write(asking(f"Mi teléfono es {PHONE}. ¿Cuánto cuesta el envío a la península?"))
    assert found is not None
    assert PENINSULA in found.text
    assert "[PHONE" not in found.text
    assert "[PHONE" not in str(stage.shown)


def named(stage: Stage, name: str) -> UUID:
    """A conversation with a contact of this name."""
    customer = stage.workspace.customer()
    sent = customer.say("hola")
    stage.workspace.program().patch(f"/api/v1/contacts/{customer.contact_id}", json={"name": name}).raise_for_status()
    return UUID(sent["conversation_id"])


def test_the_contacts_own_name_never_goes_out_however_it_is_written(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    conversation_id = named(stage, "Quillermina Ozores")
    stage.write(asking("quillermina quiere saber cuánto cuesta. Ozores, sí."), conversation_id=conversation_id)
    assert "uillermina" not in provider.asked[0].everything
    assert "ozores" not in provider.asked[0].everything.lower()


def test_a_value_of_the_conversation_is_hidden_in_passages_too(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    evidence = (EVIDENCE[0].__class__("a.md", "Contacto", "", f"El taller atiende en el {PHONE}.", "es"),)
    provider.does = answers(
        lambda asked: form((f"El taller atiende en el {re.findall(r'.PHONE_1.', asked.everything)[0]}.", [1]))
    )
    found = stage.write(asking(f"¿De quién es el teléfono {PHONE}?"), evidence)
    assert PHONE not in provider.asked[0].everything
    assert found is not None
    assert found.text == f"El taller atiende en el {PHONE}."


def test_where_it_may_not_be_put_back_it_is_masked_for_good(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    stage.workspace.program().patch("/api/v1/workspace", json={"reversible_masking": False}).raise_for_status()
    stage.write(asking(f"{TELLING} ¿Cuánto cuesta el envío?"))
    sent = provider.asked[0].everything
    assert all(value not in sent for value in PERSONAL)
    assert "[teléfono]" in sent


def test_where_personal_data_cannot_be_looked_for_nothing_is_sent(
    stage: Stage, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("broken on purpose")

    stage.connect(provider)
    monkeypatch.setattr("relevo.assistant.writing.masking.find_personal_data", broken)
    assert stage.write() is None
    assert provider.asked == []


def test_nothing_of_it_stands_in_logs_or_records(
    stage: Stage, provider: Provider, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    stage.connect(provider)
    caplog.set_level(logging.DEBUG)
    provider.then = [answers(f"no form, {TELLING}"), answers(form((f"Llamaremos al {PHONE}.", [1])))]
    stage.write(asking(f"{TELLING} ¿Cuánto cuesta el envío?"))
    records = str([{name: str(value) for name, value in vars(call).items()} for call in stage.calls()])
    told = capfd.readouterr()
    for value in (*PERSONAL, "Ximena", "El envío"):
        assert value not in records
        assert value not in told.err + told.out + caplog.text


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from([*PERSONAL, "Soy Ana García", "[PHONE_1]", "[NAME_2]", "hola", " ", "\n", "¿", "{a}", "12"]),
        max_size=12,
    ).map("; ".join)
)
def test_what_is_hidden_and_lifted_is_as_before(text: str) -> None:
    veil = Veil(("Ana García",))
    hidden = veil.over(text)
    assert veil.lifted(hidden) == text
    assert not veil.leaves_some(veil.lifted(hidden))
    assert all(value not in hidden for value in PERSONAL)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_survives_also_in_a_passage(said: str, passage: str) -> None:
    veil = Veil()
    assert veil.lifted(veil.over(said)) == said
    assert veil.lifted(veil.over_passage(passage)) == passage
    assert veil.lifted(veil.over(said)) == said


def test_a_placeholder_that_the_customer_writes_is_nobodys_data() -> None:
    veil = Veil()
    hidden = veil.over(f"mi teléfono es {PHONE}; ¿qué es [PHONE_1]?")
    assert hidden.count("[PHONE_1]") == 1
    assert veil.lifted(hidden) == f"mi teléfono es {PHONE}; ¿qué es [PHONE_1]?"
    assert veil.leaves_some("llama al [PHONE_9]")
