"""Which of the formats a file is, told by its content first and its name second."""

from relevo.understanding.own.imports import dialogflow, rasa, rows
from relevo.understanding.own.imports.collect import without_repeats
from relevo.understanding.own.imports.types import LARGEST_FILE, BadImport, Imported

_BINARY = ("\x00", "\x01", "\x02")


def read_import(name: str, content: bytes) -> Imported:
    """The examples in a file called `name`, each once. Raises BadImport with a sentence that says what is wrong."""
    return without_repeats(read_all(name, content))


def read_all(name: str, content: bytes) -> Imported:
    """The examples in a file as often as they stand there. Raises BadImport."""
    if len(content) > LARGEST_FILE:
        raise BadImport(
            f"{name} has {len(content) / 2**20:.0f} MB; files up to {LARGEST_FILE // 2**20} MB can be imported."
        )
    if content.startswith(b"PK"):
        return dialogflow.read_zip(name, content)
    if name.lower().endswith(".zip"):
        raise BadImport(f"{name} is called a zip file, but it is none.")
    text = as_text(name, content)
    start = text.lstrip()[:1]
    if name.lower().endswith((".yml", ".yaml")):
        return rasa.read_yaml(name, text)
    if name.lower().endswith(".json") or start in ("{", "["):
        return dialogflow.read_json(name, text)
    return rows.read_rows(name, text)


def as_text(name: str, content: bytes) -> str:
    """The text of a file: UTF-8, or UTF-16 where its first bytes say so."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BadImport(f"{name} is not UTF-8 text (line {line}); save it as UTF-8 and try again.") from None
    if any(sign in text for sign in _BINARY):
        raise BadImport(f"{name} is not a text file; CSV, Rasa NLU YAML and Dialogflow exports can be imported.")
    if not text.strip():
        raise BadImport(f"{name} is empty.")
    return text
