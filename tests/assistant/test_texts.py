"""Everything the assistant says of itself exists in both languages and both forms of address."""

import pytest

from relevo.assistant.texts import TEXTS, emergency_number, wording
from relevo.assistant.types import Form, Voice

VALUES = {"title": "T", "options": "A o B", "emergency": "112"}


def test_both_languages_have_the_same_texts() -> None:
    assert TEXTS["es"].keys() == TEXTS["en"].keys()


@pytest.mark.parametrize("form", ["tu", "usted"])
@pytest.mark.parametrize("locale", ["es", "en"])
@pytest.mark.parametrize("key", TEXTS["es"])
def test_every_text_is_filled_in(key: str, locale: str, form: Form) -> None:
    text = wording(key, Voice("Faro", "Farola", locale, form), **VALUES)
    assert text
    assert "{" not in text


@pytest.mark.parametrize("key", sorted(TEXTS["es"]))
def test_whoever_is_addressed_as_usted_is_not_addressed_as_tu(key: str) -> None:
    words = (
        wording(key, Voice("Faro", "Farola", "es", "usted"), **VALUES)
        .lower()
        .replace(",", " ")
        .replace(".", " ")
        .split()
    )
    assert not {"te", "tu", "tus", "contigo", "puedes", "prefieres", "dímelo", "compartas", "repitas"} & set(words)


@pytest.mark.parametrize(("country", "number"), [("es", "112"), ("mx", "911")])
def test_the_emergency_number_is_the_countrys(country: str, number: str) -> None:
    assert emergency_number(country, Voice("Faro", "Farola", "es")) == number
