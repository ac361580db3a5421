"""Examples from files of other products are taken; what cannot be taken is named with its reason; nothing hostile gets through."""

import io
import json
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relevo.understanding.own.imports import BadImport, Imported, read_all, read_import


def pairs(imported: Imported) -> list[tuple[str, str]]:
    return [(example.text, example.intent) for example in imported.examples]


TWO = [("hola, ¿qué tal?", "greet"), ("adiós", "bye")]


@pytest.mark.parametrize(
    "content",
    [
        'text,intent\n"hola, ¿qué tal?",greet\nadiós,bye\n',
        "intent;text\ngreet;hola, ¿qué tal?\nbye;adiós\n",
        "Texto\tIntención\nhola, ¿qué tal?\tgreet\nadiós\tbye\n",
        '"hola, ¿qué tal?",greet\nadiós,bye',
        'id,intent,text,notes\n1,greet,"hola, ¿qué tal?",x\n2,bye,adiós,y\r\n',
    ],
)
def test_tables_are_read_with_any_separator_and_with_or_without_headings(content: str) -> None:
    assert pairs(read_import("a.csv", content.encode())) == TWO


def test_marks_of_encodings_are_understood() -> None:
    content = 'text,intent\n"hola, ¿qué tal?",greet\nadiós,bye\n'
    assert pairs(read_import("a.csv", content.encode("utf-8-sig"))) == TWO
    assert pairs(read_import("a.csv", content.encode("utf-16"))) == TWO


def test_rows_without_text_or_intent_are_left_with_their_line() -> None:
    imported = read_import("a.csv", b"text,intent\nhello,greet\n,greet\nbye,\nalone\nhello,greet\n")
    assert pairs(imported) == [("hello", "greet")]
    assert [(left.where, left.why) for left in imported.left] == [
        ("line 3", "no text"), ("line 4", "no intent"), ("line 5", "fewer than two columns; text and intent are needed"),
        ("line 6", "the same as line 2"),
    ]  # fmt: skip


def test_repeats_count_where_a_file_is_measured_on() -> None:
    assert len(read_all("a.csv", b"text,intent\nhello,greet\nhello,greet\n").examples) == 2


RASA = """
version: "3.1"
nlu:
- intent: pay
  examples: |
    - pay with [visa](card_type)
    - pay [ten dollars]{"entity": "amount", "value": 10}
    - pay
- intent: bye
  examples:
  - text: goodbye now
  - see you
- synonym: credit
  examples: |
    - credit card
- lookup: banks
  examples: |
    - JP Morgan
rules: []
"""


def test_rasa_examples_are_taken_without_the_marks_of_entities() -> None:
    imported = read_import("nlu.yml", RASA.encode())
    assert pairs(imported) == [
        ("pay with visa", "pay"), ("pay ten dollars", "pay"), ("pay", "pay"), ("goodbye now", "bye"), ("see you", "bye"),
    ]  # fmt: skip
    assert [left.where for left in imported.left] == ["nlu item 3, synonym credit", "nlu item 4, lookup banks", "rules"]
    assert all(left.why for left in imported.left)


def zipped(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


PHRASES = json.dumps([
    {"data": [{"text": "cancel "}, {"text": "order 5", "alias": "order", "meta": "@sys.number"}], "isTemplate": False},
    {"data": [{"text": "@order:order weg"}], "isTemplate": True},
    {"nonsense": 1},
])  # fmt: skip


def test_dialogflow_phrases_are_taken_under_the_name_of_their_intent() -> None:
    files = {
        "agent.json": "{}",
        "intents__cancel.json": json.dumps({"name": "order: cancel?"}),
        "intents__cancel_usersays_en.json": PHRASES,
        "intents__cancel_usersays_pt-BR.json": json.dumps([{"data": [{"text": "cancelar"}]}]),
    }
    imported = read_import("export.zip", zipped(**files))
    assert pairs(imported) == [("cancel order 5", "order: cancel?"), ("cancelar", "order: cancel?")]
    assert [left.where for left in imported.left] == [
        "intents/cancel_usersays_en.json, phrase 2", "intents/cancel_usersays_en.json, phrase 3",
    ]  # fmt: skip


def test_one_file_of_a_dialogflow_export_is_enough() -> None:
    assert pairs(read_import("cancel_usersays_en.json", PHRASES.encode())) == [("cancel order 5", "cancel")]


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(9)
)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.csv", b"", "empty"),
        ("a.csv", b"\x89PNG\r\n\x1a\n\x00", "not UTF-8"),
        ("a.csv", b"abc\x00def,x", "not a text file"),
        ("a.csv", "text,intent\nañadir,x\n".encode("latin-1"), "not UTF-8"),
        ("a.csv", b"one column\nonly\n", "no examples"),
        ("a.csv", b"x" * (21 * 2**20), "up to 20 MB"),
        ("a.zip", b"not a zip", "none"),
        ("a.zip", b"PK\x03\x04broken", "cannot be opened"),
        ("a.zip", zipped(readme="x"), "not a Dialogflow"),
        ("a.zip", zipped(intents__a_usersays_en_json="x"), "not a Dialogflow"),
        ("a.json", b"[]", "usersays"),
        ("a.yml", BOMB.encode(), "aliases"),
        ("a.yml", b"nlu: [", "not valid YAML"),
        ("a.yml", b"- a\n- b\n", "not Rasa"),
        ("a.yml", b"nlu: !!python/object/apply:os.system ['true']\n", "not valid YAML"),
        ("a.yml", b"[" * 20_000, "cannot be read"),
    ],
)  # fmt: skip
def test_bad_files_are_refused_in_a_sentence(name: str, content: bytes, says: str) -> None:
    with pytest.raises(BadImport, match=says):
        read_import(name, content)


def test_a_zip_file_that_unpacks_to_too_much_is_refused() -> None:
    bomb = zipped(intents__a_usersays_en="x", **{"intents__b_usersays_en.json": " " * (11 * 2**20)})
    assert len(bomb) < 2**20
    with pytest.raises(BadImport, match="unpacks to more than 10 MB"):
        read_import("a.zip", bomb)


ANY_CONTENT = st.binary(max_size=200) | st.text().map(str.encode)


@given(name=st.sampled_from(["a.csv", "a.yml", "a_usersays_en.json", "a.zip", "a"]), content=ANY_CONTENT)
def test_any_file_is_taken_or_refused(name: str, content: bytes) -> None:
    with suppress(BadImport):
        assert read_import(name, content).examples
