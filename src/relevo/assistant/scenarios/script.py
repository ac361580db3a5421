"""Scripted conversations as they stand in a YAML file, with what is expected of each reply."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import yaml

from relevo.kit.errors import SetupError

OUTCOMES = ("answer", "clarify", "procedure", "hand_off")
_LANGUAGE = "es"
_CHANNEL = "chat"


@dataclass(frozen=True, slots=True)
class Expectation:
    """`must_contain_any` is a list of facts, each with its alternatives."""

    outcomes: tuple[str, ...] = ()
    must_cite: tuple[str, ...] = ()
    must_contain_any: tuple[tuple[str, ...], ...] = ()
    must_not_contain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """What the customer says, and what is expected of the reply."""

    customer: str
    expect: Expectation
    channel: str = _CHANNEL
    new_conversation: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """A conversation of one customer. `customer_id` names them where the file does."""

    id: str
    language: str
    lines: tuple[Line, ...]
    about: str = ""
    customer_id: str | None = None


@dataclass(frozen=True, slots=True)
class Scripts:
    company: str
    scripts: tuple[Script, ...]


def read_scripts(text: str, *, name: str = "the file") -> Scripts:
    """The conversations of a YAML file. Raises SetupError, which says where it is wrong."""
    try:
        found: Any = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise SetupError(f"{name} is no valid YAML: {_first_line(error)}") from None
    everything = _mapping(found, name)
    rows = _list(everything.get("scenarios"), f"{name}: scenarios")
    scripts = tuple(_script(row, f"{name}: scenario {at}") for at, row in enumerate(rows, 1))
    twice = {script.id for script in scripts if [other.id for other in scripts].count(script.id) > 1}
    if twice:
        raise SetupError(f"{name}: these scenarios have the same id: {', '.join(sorted(twice))}.")
    company = everything.get("shop") or everything.get("company") or everything.get("workspace") or "Relevo"
    return Scripts(str(company), scripts)


def _script(row: Any, where: str) -> Script:
    given = _mapping(row, where)
    if "id" in given:
        where = f"{where} ({given['id']})"
    language, channel = str(given.get("language") or _LANGUAGE), str(given.get("channel") or _CHANNEL)
    turns = _list(given.get("turns"), f"{where}: turns")
    lines = tuple(_line(turn, f"{where}, turn {at}", channel) for at, turn in enumerate(turns, 1))
    customer = given.get("customer_id")
    return Script(
        _text(given.get("id"), f"{where}: id"),
        language,
        lines,
        str(given.get("about") or ""),
        customer and str(customer),
    )


def _line(row: Any, where: str, channel: str) -> Line:
    given = _mapping(row, where)
    expected = _mapping(given.get("expect") or {}, f"{where}: expect")
    outcomes = _texts(expected.get("outcome"), f"{where}: outcome")
    if unknown := set(outcomes) - set(OUTCOMES):
        raise SetupError(f"{where}: there is no outcome {', '.join(sorted(unknown))}; choose of {', '.join(OUTCOMES)}.")
    facts = _list(expected.get("must_contain_any") or [], f"{where}: must_contain_any")
    expectation = Expectation(
        outcomes,
        _texts(expected.get("must_cite"), f"{where}: must_cite"),
        tuple(_texts(fact, f"{where}: must_contain_any") for fact in facts),
        _texts(expected.get("must_not_contain"), f"{where}: must_not_contain"),
    )
    customer = _text(given.get("customer"), f"{where}: customer")
    return Line(customer, expectation, str(given.get("channel") or channel), bool(given.get("new_conversation")))


def _mapping(found: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(found, dict):
        raise SetupError(f"{where} should have names with values.")
    return cast("Mapping[str, Any]", found)


def _list(found: Any, where: str) -> Sequence[Any]:
    if not isinstance(found, list):
        raise SetupError(f"{where} should be a list.")
    return cast("Sequence[Any]", found)


def _text(found: Any, where: str) -> str:
    if not isinstance(found, str | int) or not str(found).strip():
        raise SetupError(f"{where} should be a text.")
    return str(found)


def _texts(found: Any, where: str) -> tuple[str, ...]:
    """A list of texts; one by itself counts as a list of one."""
    if found is None:
        return ()
    if isinstance(found, str):
        return (found,)
    return tuple(_text(one, where) for one in _list(found, where))


def _first_line(error: yaml.YAMLError) -> str:
    return " ".join(str(error).split())
