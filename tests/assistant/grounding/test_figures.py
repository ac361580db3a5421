"""Figures are the same however they are written."""

import pytest

from relevo.assistant.grounding.figures import figures_of

SAME = [
    ("29 €", "29 euros"),
    ("29 €", "EUR 29,00"),
    ("€5.90", "5,90 €"),
    ("$349", "MXN 349"),
    ("MXN 7,999", "7.999 pesos"),
    ("14 days", "two weeks"),
    ("5-7 días", "5 a 7 días"),
    ("48 horas", "2 days"),
    ("12 meses", "one year"),
    ("10 %", "diez por ciento"),
    ("treinta y cinco días", "thirty-five days"),
    ("20:30", "8:30 pm"),
    ("a las 8 de la tarde", "8 pm"),
    ("24 de diciembre", "December 24th"),
    ("lunes", "Monday"),
    ("30 kg", "30 kilos"),
    ("3 mil pesos", "MXN 3,000"),
    ("900 000 412", "900000412"),
    ("https://www.casa.example.com/saldo", "casa.example.com/saldo."),
]
OTHER = [
    ("29 €", "$29"),
    ("29 €", "29,90 €"),
    ("14 days", "14 weeks"),
    ("10 %", "10 €"),
    ("10:00", "22:00"),
    ("24 de diciembre", "24 de enero"),
    ("MXN 100", "USD 100"),
    ("WF-1000", "WF-1001"),
    ("hola@casa.example.com", "hola@cosa.example.com"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_figure_in_another_writing(one: str, other: str) -> None:
    first, second = figures_of(one), figures_of(other)
    assert first
    assert len(first) == len(second)
    assert all(a.same(b) for a, b in zip(first, second, strict=True)), (first, second)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_figure_is_another(one: str, other: str) -> None:
    assert not any(a.same(b) for a in figures_of(one) for b in figures_of(other))


def test_working_days_are_not_calendar_days() -> None:
    (first,), (second,) = figures_of("5 días laborables"), figures_of("5 calendar days")
    assert (first.quality, second.quality) == ("working", "calendar")


def test_at_least_and_at_most_are_told_apart() -> None:
    assert [figures_of(text)[0].bound for text in ("más de 30 kg", "up to 30 kg", "30 kg")] == ["min", "max", ""]


def test_words_that_look_like_figures_are_none() -> None:
    assert not figures_of("It may help, and one of us can march on: no es una broma.")
