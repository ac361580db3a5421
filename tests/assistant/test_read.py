"""A burst is one text; what came before is exchanges."""

from relevo.assistant.read import Said, split


def test_messages_since_the_last_answer_are_one_text() -> None:
    text, history = split(
        [
            Said("contact", "hola"),
            Said("assistant", "¡Hola!", "answer"),
            Said("contact", "mi pedido"),
            Said("contact", "no llega"),
        ]
    )
    assert text == "mi pedido\nno llega"
    assert [exchange.asked for exchange in history] == ["hola"]


def test_an_agents_word_ends_a_burst_too() -> None:
    assert split([Said("contact", "a"), Said("agent", "b"), Said("contact", "c")])[0] == "c"


def test_the_reply_to_a_question_back_belongs_to_the_question_before() -> None:
    said = [
        Said("contact", "¿cuánto dura la garantía?"), Said("assistant", "¿Dónde?", "clarify"),
        Said("contact", "en Puebla"), Said("assistant", "1 año", "answer", ("garantia.md",)),
        Said("contact", "¿y en España?"),
    ]  # fmt: skip
    assert split(said)[1][-1].asked == "¿cuánto dura la garantía?\nen Puebla"


def test_thanks_leave_the_subject_as_it_was() -> None:
    said = [
        Said("contact", "¿cuánto cuesta el envío?"), Said("assistant", "4 €", "answer", ("envios.md",)),
        Said("contact", "gracias"), Said("assistant", "¡De nada!", "answer"),
        Said("contact", "¿y a Ceuta?"),
    ]  # fmt: skip
    last = split(said)[1][-1]
    assert (last.asked, last.articles) == ("¿cuánto cuesta el envío?", ("envios.md",))
