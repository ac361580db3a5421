"""The measure: by overlap, by kind, with the names that files of others give to the kinds."""

# ruff: noqa: E501 - rows of examples

import pytest

from relevo.kit.errors import Invalid
from relevo.understanding.personal.measure import read_marked
from relevo.understanding.personal.score import Marked, Score, kind_of, score
from relevo.understanding.types import Span


def scored(marks: list[Span], found: list[Span]) -> Score:
    return score([Marked("x" * 100, tuple(marks))], [found])


def test_half_of_a_mark_covered_counts_as_found_and_less_does_not() -> None:
    assert scored([Span(0, 10, "name")], [Span(5, 10, "name")]).micro.recall == 1
    assert scored([Span(0, 10, "name")], [Span(6, 10, "name")]).micro.recall == 0


def test_a_mark_covered_by_two_spans_is_found_and_both_are_right() -> None:
    one = scored([Span(0, 10, "name")], [Span(0, 4, "name"), Span(5, 10, "name")])
    assert (one.micro.recall, one.micro.precision) == (1, 1)


def test_a_span_that_is_mostly_something_else_is_wrong() -> None:
    assert scored([Span(0, 10, "address")], [Span(0, 50, "address")]).micro.precision == 0


def test_the_right_place_with_the_wrong_kind_is_neither_found_nor_right() -> None:
    one = scored([Span(0, 10, "phone")], [Span(0, 10, "card")])
    assert (one.micro.recall, one.micro.precision, one.micro.f1) == (0, 0, 0)


@pytest.mark.parametrize(
    ("given", "kind"),
    [("EMAIL_ADDRESS", "email"), ("Person", "name"), ("credit-card", "card"), ("NIE", "national_id"), ("ES_NIF", "national_id"), ("RFC", "tax_id"),
     ("Location", "address"), ("teléfono", "phone"), ("US_SSN", "ssn"), ("ip_address", "ip"), ("date of birth", "date_of_birth")],
)  # fmt: skip
def test_other_names_for_the_kinds_are_understood(given: str, kind: str) -> None:
    assert kind_of(given) == kind


def test_an_identity_number_may_be_called_a_tax_number_and_counts_under_the_files_name() -> None:
    one = scored([Span(0, 9, "tax_id")], [Span(0, 9, "national_id")])
    assert one.per_type["tax_id"].f1 == 1
    assert "national_id" not in one.per_type


def test_a_kind_that_is_not_looked_for_counts_as_missed() -> None:
    assert scored([Span(0, 9, "passport_photo")], []).per_type["passport_photo"].recall == 0


def test_texts_without_marks_tell_of_false_alarms() -> None:
    one = score([Marked("a" * 9, ()), Marked("b" * 9, ())], [[Span(0, 3, "name")], []])
    assert (one.clean_texts, one.false_alarm_texts, one.micro.precision) == (2, ("a" * 9,), 0)


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"spans": []}', '{"text": "a", "spans": [{"start": 0, "end": 2, "type": "x"}]}', '{"text": 1}', '{"text": "a", "spans": [1]}']
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(Invalid, match="Line 2"):
        read_marked(['{"text": "a"}', line])


def test_a_file_without_lines_is_refused() -> None:
    with pytest.raises(Invalid):
        read_marked(["", " "])
