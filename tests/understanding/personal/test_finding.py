"""Personal data is found by its form, its check digits and the words around it; what looks like it is left alone."""

import json
from pathlib import Path

import pytest

from relevo.understanding.personal import find_personal_data
from relevo.understanding.personal.measure import measure, read_marked

HERE = Path(__file__).parent
PATTERNED = ("email", "phone", "iban", "card", "national_id", "tax_id", "ssn", "ip")


def found(text: str, *known: str) -> list[tuple[str, str]]:
    return [(span.type, text[span.start : span.end]) for span in find_personal_data(text, known_names=known)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Mi correo es ana.garcia@example.com, gracias.", "email", "ana.garcia@example.com"),
        ("ana punto garcia arroba example punto com", "email", "ana punto garcia arroba example punto com"),
        ("it's john dot smith at example dot com", "email", "john dot smith at example dot com"),
        ("llámame al 612 345 678", "phone", "612 345 678"),
        ("mi móvil: 612345678", "phone", "612345678"),
        ("call me on 07700 900123", "phone", "07700 900123"),
        ("my phone number is 555-0119", "phone", "555-0119"),
        ("mi whatsapp 55 1234 5678", "phone", "55 1234 5678"),
        ("+34 600 000 000", "phone", "+34 600 000 000"),
        ("mi número es seis uno dos, tres cuatro cinco, seis siete ocho", "phone", "seis uno dos, tres cuatro cinco, seis siete ocho"),
        ("my phone is six one two, five five five, oh one four seven", "phone", "six one two, five five five, oh one four seven"),
        ("IBAN ES91 2100 0418 4502 0005 1332", "iban", "ES91 2100 0418 4502 0005 1332"),
        ("es9121000418450200051332", "iban", "es9121000418450200051332"),
        ("mi IBAN es ES91 2100 0418 4502 0005 1333", "iban", "ES91 2100 0418 4502 0005 1333"),
        ("4539 1488 0343 6467", "card", "4539 1488 0343 6467"),
        ("tarjeta 4539148803436460", "card", "4539148803436460"),
        ("12345678Z", "national_id", "12345678Z"),
        ("dni 12345678a", "national_id", "12345678a"),
        ("X1234567L", "national_id", "X1234567L"),
        ("mi cédula es 1.032.456.789", "national_id", "1.032.456.789"),
        ("NI number QQ 12 34 56 C", "national_id", "QQ 12 34 56 C"),
        ("el CIF es A58818501", "tax_id", "A58818501"),
        ("CUIT 20-12345678-6", "tax_id", "20-12345678-6"),
        ("my SSN is 078-05-1120", "ssn", "078-05-1120"),
        ("desde la IP 83.45.112.9", "ip", "83.45.112.9"),
        ("2001:db8::8a2e:370:7334", "ip", "2001:db8::8a2e:370:7334"),
        ("Vivo en la calle Mayor 15, 3º B, 28013 Madrid", "address", "calle Mayor 15, 3º B, 28013 Madrid"),
        ("Calle 45 # 13-27", "address", "Calle 45 # 13-27"),
        ("ship it to 742 Evergreen Terrace, Apt 4B, Portland, OR 97201", "address", "742 Evergreen Terrace, Apt 4B, Portland, OR 97201"),
        ("me llamo jose luis martinez", "name", "jose luis martinez"),
        ("Un saludo,\nMarta Ruiz", "name", "Marta Ruiz"),
        ("Hi, I'm Sarah Connor.", "name", "Sarah Connor"),
        ("the Sr. Ramírez said so", "name", "Ramírez"),
    ],
)  # fmt: skip
def test_it_is_found_where_it_stands(text: str, kind: str, value: str) -> None:
    assert found(text) == [(kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "mi pedido es el 612345678",
        "la factura 2026/000123 tiene un error",
        "el 12/05/2026 a las 10:30",
        "pagué 1.234.567,89 € en total",
        "la versión 10.0.0.1 falla",
        "EAN 8412345678905",
        "tracking 4003 0012 3456 7891",
        "la tienda de Gran Vía",
        "¿Cuándo es el Black Friday?",
        "Casa Lumbre no contesta",
        "Mi Mercedes no arranca y en mayo pedí una rosa",
        "May I return it in May? I hope so.",
        "Order #112-4455667-8899001",
        "medidas 120 x 200 x 35 cm",
        "el sofá Valentina en gris",
        "soy de Sevilla",
        "el técnico me llamó anoche",
        "I've called twice",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["lo firmó ana garcia", "LO FIRMÓ ANA GARCÍA", "lo firmó García", "hola, ána"])
def test_the_contacts_own_name_is_found_in_any_writing_and_in_parts(text: str) -> None:
    assert [kind for kind, _ in found(text, "Ana García")] == ["name"]


def test_a_contact_whose_name_is_also_a_word_is_found_with_a_capital_only() -> None:
    assert found("vivo en paz", "Paz Blanco") == []
    assert found("pregunta por Paz", "Paz Blanco") == [("name", "Paz")]


def test_a_number_that_is_known_once_is_known_everywhere_in_the_text() -> None:
    assert found("mi móvil 612345678. Repito: (612345678)") == [("phone", "612345678")] * 2


def test_several_things_in_one_message_do_not_run_into_each_other() -> None:
    text = "Soy Ana García, calle Mayor 15, 28013 Madrid, tel. 612345678, ana@example.com, DNI 12345678Z"
    assert [kind for kind, _ in found(text)] == ["name", "address", "phone", "email", "national_id"]


@pytest.mark.parametrize("name", ["tuning", "set_aside", "harder"])
def test_of_texts_marked_by_hand_nearly_everything_is_found(name: str) -> None:
    texts = read_marked((HERE / f"{name}.jsonl").read_text("utf-8").split("\n"))
    score, _ = measure(texts)
    kinds = score.per_type
    assert all(kinds[kind].f1 >= 0.95 for kind in PATTERNED), score.missed
    assert kinds["name"].f1 >= 0.9
    assert kinds["address"].f1 >= 0.9
    assert len(score.false_alarm_texts) <= 0.03 * score.clean_texts, score.false_alarm_texts


def test_the_texts_marked_by_hand_are_many_and_a_good_part_holds_nothing() -> None:
    rows = [json.loads(line) for name in ("tuning", "set_aside") for line in (HERE / f"{name}.jsonl").open()]
    assert len(rows) >= 500
    assert sum(not row["spans"] for row in rows) >= 0.35 * len(rows)
