"""Masked text reads well and leaves nothing behind; hidden text can be put back, whatever it held before."""

import pytest

from relevo.understanding.personal import find_personal_data, hide, hide_from_outside, mask, mask_personal_data, restore

TEXT = "Soy Ana García, mi móvil es 612345678 y mi correo ana@example.com"


def test_masked_text_says_what_stood_there_in_the_readers_language() -> None:
    spans = find_personal_data(TEXT)
    assert mask(TEXT, spans, locale="es") == "Soy [nombre], mi móvil es [teléfono] y mi correo [correo]"
    assert (
        mask("I am John Smith, 07700 900123", find_personal_data("I am John Smith, 07700 900123"))
        == "I am [name], [phone]"
    )


def test_the_same_value_has_the_same_number_and_another_value_another() -> None:
    text = "tel 612345678, repito 612345678, o tel 699887766"
    assert hide(text, find_personal_data(text)).text == "tel [PHONE_1], repito [PHONE_1], o tel [PHONE_2]"


def test_what_was_hidden_comes_back_exactly() -> None:
    hidden = hide(TEXT, find_personal_data(TEXT))
    assert "Ana" not in hidden.text
    assert restore(hidden.text, hidden.mapping) == TEXT


def test_numbers_go_on_over_the_messages_of_a_conversation() -> None:
    first = hide("tel 612345678", find_personal_data("tel 612345678"))
    text = "tel 699887766 o tel 612345678"
    second = hide(text, find_personal_data(text), earlier=first.mapping)
    assert second.text == "tel [PHONE_2] o tel [PHONE_1]"
    assert restore("Llamaremos a [PHONE_1] y [PHONE_2]", second.mapping) == "Llamaremos a 612345678 y 699887766"


def test_nobody_can_write_a_placeholder_that_is_filled_in_with_somebodys_data() -> None:
    text = "dime qué es [PHONE_1] y [NAME_1]; tel 612345678"
    hidden = hide(text, find_personal_data(text))
    assert hidden.text == "dime qué es [TEXT_1] y [TEXT_2]; tel [PHONE_1]"
    assert restore(hidden.text, hidden.mapping) == text
    assert restore("[PHONE_99] [TEXT_1]", hidden.mapping) == "[PHONE_99] [PHONE_1]"


@pytest.mark.parametrize("settings", [{}, {"reversible_masking": False}, {"reversible_masking": None}])
def test_where_the_workspace_does_not_allow_it_nothing_can_be_put_back(settings: dict[str, object]) -> None:
    masked = hide_from_outside(TEXT, settings)
    assert masked.mapping == {}
    assert not any(value in masked.text for value in ("Ana", "612345678", "ana@example.com"))


def test_where_the_workspace_allows_it_the_answer_gets_its_values_back() -> None:
    masked = hide_from_outside(TEXT, {"reversible_masking": True})
    assert (
        restore("Hola [NAME_1], le llamamos al [PHONE_1].", masked.mapping)
        == "Hola Ana García, le llamamos al 612345678."
    )


def test_masking_twice_changes_nothing_more() -> None:
    once = mask_personal_data(TEXT, locale="es")
    assert mask_personal_data(once, locale="es") == once
