"""Rasa NLU training data in YAML: the examples of intents, with marked entities reduced to their words."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from relevo.understanding.own.imports.collect import Collecting
from relevo.understanding.own.imports.types import BadImport, Imported

_ENTITY = re.compile(r"\[([^\[\]]*)\](?:\([^()]*\)|\{[^{}]*\})(?:\{[^{}]*\})?")
_ITEM = re.compile(r"^\s*[-*]\s?(.*)$")
_OTHER_KINDS = {
    "synonym": "synonyms of entities are not imported",
    "lookup": "lookup tables are not imported",
    "regex": "regular expressions are not imported",
}


class _Plain(yaml.SafeLoader):
    """Safe, and without aliases: a few lines of them can stand for gigabytes."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise BadImport("The YAML file uses aliases (*name), which are not accepted.")
        return super().compose_node(parent, index)


def read_yaml(name: str, text: str) -> Imported:
    """Raises BadImport where the file is no training data."""
    document = _load(name, text)
    if not isinstance(document, dict) or not isinstance(document.get("nlu"), list):
        raise BadImport(f"{name} is not Rasa NLU training data: there is no list “nlu:”.")
    collecting = Collecting("rasa")
    for number, item in enumerate(document["nlu"], 1):
        _section(collecting, item, f"nlu item {number}")
    for key in document:
        if key not in ("nlu", "version"):
            collecting.leave(str(key), "only the section “nlu” is imported")
    return collecting.done(name)


def _load(name: str, text: str) -> Any:
    try:
        return yaml.load(text, Loader=_Plain)  # noqa: S506 - a safe loader, stricter than the library's
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f", line {mark.line + 1}" if mark else ""
        raise BadImport(
            f"{name}{place}: this is not valid YAML ({getattr(error, 'problem', None) or 'cannot be read'})."
        ) from None
    except (RecursionError, ValueError):
        raise BadImport(
            f"{name} cannot be read: it is nested too deeply, or holds a value that does not exist."
        ) from None


def _section(collecting: Collecting, item: Any, where: str) -> None:
    if not isinstance(item, dict):
        collecting.leave(where, "not a section")
        return
    for kind, why in _OTHER_KINDS.items():
        if kind in item:
            collecting.leave(f"{where}, {kind} {item[kind]}", why)
            return
    intent = item.get("intent")
    if not isinstance(intent, str) or "examples" not in item:
        collecting.leave(where, "no intent with examples")
        return
    for number, example in enumerate(_examples(item["examples"]), 1):
        _example(collecting, example, intent, f"{where} ({intent}), example {number}")


def _examples(given: Any) -> Iterator[Any]:
    """The short form is one text with a line an example; the long form a list with "text"."""
    if isinstance(given, str):
        for line in given.splitlines():
            if line.strip():
                item = _ITEM.match(line)
                yield item.group(1) if item else line
    elif isinstance(given, list):
        for one in given:
            yield one.get("text") if isinstance(one, dict) else one
    else:
        yield given


def _example(collecting: Collecting, example: Any, intent: str, where: str) -> None:
    if not isinstance(example, str):
        collecting.leave(where, "not a text")
        return
    item = _ITEM.match(example.strip())
    collecting.take(without_entities(item.group(1) if item else example), intent, where)


def without_entities(text: str) -> str:
    """“a card for [Ana](name)” as “a card for Ana”; also `[ana]{"entity": "name", "value": "Ana"}`."""
    return _ENTITY.sub(r"\1", text)
