"""What is left of an answer when what did not pass is taken out."""

from relevo.assistant.grounding.check import check
from relevo.assistant.grounding.repair import kept
from tests.assistant.grounding.library import evidence


def left(article: str, text: str, locale: str = "es") -> str | None:
    return kept(check(text, evidence(article), locale=locale))


def test_a_false_sentence_is_dropped_and_the_rest_stays() -> None:
    text = "En la península tarda de 3 a 5 días laborables. Los domingos cuesta el doble, 9,80 €. Cuesta 4,90 €."
    assert left("envios", text) == "En la península tarda de 3 a 5 días laborables. Cuesta 4,90 €."


def test_a_sentence_that_leans_on_a_dropped_one_goes_too() -> None:
    text = "Tienes 30 días naturales desde la entrega. El taller regala un delantal de 15 €. Además, las tarjetas regalo no se devuelven."
    assert left("devoluciones", text) == "Tienes 30 días naturales desde la entrega."


def test_no_answer_is_left_where_only_the_lead_passed() -> None:
    assert left("envios", "Esto es lo que tenemos sobre tu consulta: El envío a Japón cuesta 3 €.") is None
    assert left("envios", "¡Hola! El envío es gratis siempre. Un saludo.") is None


def test_no_answer_is_left_where_most_of_it_was_wrong() -> None:
    text = "El envío a Baleares cuesta 1 €. A Canarias cuesta 2 €. En la península tarda de 3 a 5 días laborables."
    assert left("envios", text) is None


def test_of_a_guide_nothing_is_said_behind_a_missing_step() -> None:
    text = (
        'Sigue estos pasos:\n1. Entra en Mi cuenta > Mis pedidos y pulsa "Devolver".\n2. Paga 12 € con Bizum.\n'
        "3. Elige el artículo, el motivo y la forma: tienda o recogida."
    )
    assert left("devoluciones", text) in {
        None,
        'Sigue estos pasos:\n1. Entra en Mi cuenta > Mis pedidos y pulsa "Devolver".',
    }


def test_lists_keep_their_lines() -> None:
    text = "Here are the steps:\n1. Go to My account > My orders > Return.\n2. Pick the item, the reason and how you want to send it."
    assert left("returns-and-refunds", text, "en") == text


def test_nothing_is_kept_of_an_answer_with_markup() -> None:
    assert left("envios", "En la península tarda de 3 a 5 días laborables. ![x](https://evil.example.net/?q=1)") is None
