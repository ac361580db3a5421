"""Exports of Dialogflow ES: a zip file with intents/NAME.json and intents/NAME_usersays_LANGUAGE.json, or one of these."""

import json
import re
import zipfile
from io import BytesIO
from typing import Any

from relevo.understanding.own.imports.collect import Collecting
from relevo.understanding.own.imports.types import BadImport, Imported

_USERSAYS = re.compile(r"^(?P<intent>.+)_usersays_(?P<language>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)\.json$")
_MOST_ENTRIES = 20_000
_LARGEST_ENTRY = 10 * 2**20
_LARGEST_WHOLE = 100 * 2**20


def read_zip(name: str, content: bytes) -> Imported:
    """Raises BadImport where it is no zip file, one that unpacks to too much, or no export."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _read_archive(name, archive)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
    ) as error:
        reason = "it is encrypted" if "password" in str(error) or "encrypted" in str(error) else "it is damaged"
        raise BadImport(f"{name} cannot be opened as a zip file: {reason}.") from error


def _read_archive(name: str, archive: zipfile.ZipFile) -> Imported:
    entries = archive.infolist()
    if len(entries) > _MOST_ENTRIES:
        raise BadImport(f"{name} holds {len(entries):,} files; exports of up to {_MOST_ENTRIES:,} can be imported.")
    wanted = sorted((entry for entry in entries if _is_usersays(entry.filename)), key=lambda entry: entry.filename)
    if not wanted:
        raise BadImport(f"{name} is not a Dialogflow ES export: it holds no intents/…_usersays_….json.")
    names = _names(archive, entries)
    collecting, budget = Collecting("dialogflow"), _LARGEST_WHOLE
    for entry in wanted:
        text = _text(archive, entry)
        budget -= len(text)
        if budget < 0:
            raise BadImport(f"{name} unpacks to more than {_LARGEST_WHOLE // 2**20} MB.")
        _usersays(collecting, entry.filename, text, names)
    for entry in entries:
        if entry.filename.startswith("entities/") and entry.filename.endswith("_entries_en.json"):
            collecting.leave(entry.filename, "entities are not imported")
    return collecting.done(name)


def _is_usersays(path: str) -> bool:
    return "intents/" in f"/{path}" and _USERSAYS.match(path.rsplit("/", 1)[-1]) is not None


def _names(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, str]:
    """The names of intents by the names of their files, which lack what file systems don't allow."""
    names: dict[str, str] = {}
    for entry in entries:
        file = entry.filename.rsplit("/", 1)[-1]
        if "intents/" not in f"/{entry.filename}" or not file.endswith(".json") or _USERSAYS.match(file):
            continue
        try:
            about = json.loads(_text(archive, entry))
        except (ValueError, RecursionError, BadImport):
            continue  # the file's name will do
        if isinstance(about, dict) and isinstance(about.get("name"), str):
            names[file.removesuffix(".json")] = about["name"]
    return names


def _text(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    """An entry's text, of which no more is unpacked than allowed, whatever the archive says of its size."""
    with archive.open(entry) as file:
        content = file.read(_LARGEST_ENTRY + 1)
    if len(content) > _LARGEST_ENTRY:
        raise BadImport(f"{entry.filename} unpacks to more than {_LARGEST_ENTRY // 2**20} MB.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadImport(f"{entry.filename} is not UTF-8 text.") from None


def read_json(name: str, text: str) -> Imported:
    """A single …_usersays_….json, named after its intent."""
    file = name.replace("\\", "/").rsplit("/", 1)[-1]
    if not _USERSAYS.match(file):
        raise BadImport(
            f"{name} is not called NAME_usersays_LANGUAGE.json, so its intent is not known; import the whole zip file."
        )
    collecting = Collecting("dialogflow")
    _usersays(collecting, file, text, {})
    return collecting.done(name)


def _usersays(collecting: Collecting, path: str, text: str, names: dict[str, str]) -> None:
    match = _USERSAYS.match(path.rsplit("/", 1)[-1])
    assert match is not None
    intent = names.get(match["intent"], match["intent"])
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        collecting.leave(path, "not valid JSON")
        return
    if not isinstance(said, list):
        collecting.leave(path, "not a list of phrases")
        return
    for number, phrase in enumerate(said, 1):
        where = f"{path}, phrase {number}"
        words = _words(phrase)
        if words is None:
            collecting.leave(where, "a template or not a phrase")
        else:
            collecting.take(words, intent, where)


def _words(phrase: Any) -> str | None:
    """The text of a phrase, whose parts are marked with their entities; a template names entities instead of words."""
    if not isinstance(phrase, dict) or phrase.get("isTemplate") is True or not isinstance(phrase.get("data"), list):
        return None
    parts = [part.get("text") if isinstance(part, dict) else None for part in phrase["data"]]
    texts = [part for part in parts if isinstance(part, str)]
    return "".join(texts) if len(texts) == len(parts) else None
