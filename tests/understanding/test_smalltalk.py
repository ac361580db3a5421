"""Small talk is told from questions, and anger and grief from both."""

import pytest

from relevo.understanding.mood import has_been_let_down, is_attacking, is_grieving
from relevo.understanding.smalltalk import SmallTalk, small_talk


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hola", SmallTalk.GREETING),
        ("Buenas tardes", SmallTalk.GREETING),
        ("good morning", SmallTalk.GREETING),
        ("vale, mañana con luz lo miro. Gracias", SmallTalk.THANKS),
        ("perfecto, era el cajón que estaba a reventar. gracias maja", SmallTalk.THANKS),
        ("thanks, that's all sorted", SmallTalk.THANKS),
        ("hasta luego", SmallTalk.GOODBYE),
        ("bye", SmallTalk.GOODBYE),
        ("¿eres un robot?", SmallTalk.WHO),
        ("are you a real person?", SmallTalk.WHO),
        ("gracias, ¿y cuánto cuesta?", None),
        ("hola, mi pedido no llega", None),
        ("mi pedido no llega, gracias", None),
        ("vale gracias, pero sigue sin funcionar", None),
        ("un lector nuevo para mi madre, gracias", None),
        ("¡hola! ¿qué tal?", SmallTalk.GREETING),
        ("Entendido, muchas gracias, un encanto", SmallTalk.THANKS),
        ("thanks but how do I cancel", None),
        ("", None),
    ],
)
def test_small_talk_is_only_what_asks_nothing(text: str, kind: SmallTalk | None) -> None:
    assert small_talk(text) is kind


@pytest.mark.parametrize("text", ["Ladrones.", "os voy a denunciar", "you useless thieves", "my attorney will write"])
def test_insults_and_threats_are_attacks(text: str) -> None:
    assert is_attacking(text)


@pytest.mark.parametrize("text", ["¿dónde está mi pedido?", "estoy un poco harta de esperar", "where is my order"])
def test_questions_and_weariness_are_no_attack(text: str) -> None:
    assert not is_attacking(text)


@pytest.mark.parametrize("text", ["Mi padre falleció el mes pasado", "my mum passed away"])
def test_grief_is_seen(text: str) -> None:
    assert is_grieving(text)


@pytest.mark.parametrize("text", ["me llegó rota", "it arrived broken", "otra vez lo mismo"])
def test_being_let_down_is_seen(text: str) -> None:
    assert has_been_let_down(text)


def test_a_question_about_what_might_happen_is_no_let_down() -> None:
    assert not has_been_let_down("¿qué pasa si se rompe?")
