"""Scripted conversations: read with plain words on what is wrong, judged as the eye compares, played in order."""

import pytest

from relevo.assistant.scenarios.dry import DryCustomer
from relevo.assistant.scenarios.judge import Reply, faults
from relevo.assistant.scenarios.outcome import Outcome
from relevo.assistant.scenarios.play import play
from relevo.assistant.scenarios.script import Expectation, Script, read_scripts
from relevo.kit.errors import SetupError

from .library import SPANISH, shelf

SCRIPT = """
shop: Librería Faro
scenarios:
- id: envio
  language: es
  channel: email
  turns:
  - customer: "¿Cuánto cuesta el envío a Palma?"
    expect:
      outcome: answer
      must_cite: [envios.md]
      must_contain_any: [["7,50 €", "7.50 €"]]
      must_not_contain: ["3,90"]
  - customer: "¿y a Tenerife?"
    channel: whatsapp
    new_conversation: true
    expect: {outcome: [answer], must_contain_any: [["14,20"]]}
- id: persona
  turns:
  - customer: pásame con una persona
    expect: {outcome: [hand_off]}
"""


def test_a_script_is_read_with_what_its_turns_inherit() -> None:
    scripts = read_scripts(SCRIPT)
    first, second = scripts.scripts
    assert scripts.company == "Librería Faro"
    assert [line.channel for line in first.lines] == ["email", "whatsapp"]
    assert [line.new_conversation for line in first.lines] == [False, True]
    assert first.lines[0].expect == Expectation(("answer",), ("envios.md",), (("7,50 €", "7.50 €"),), ("3,90",))
    assert (second.language, second.lines[0].channel) == ("es", "chat")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- [", "no valid YAML"),
        ("scenarios: 3", "should be a list"),
        ("scenarios: [{turns: []}]", "id should be a text"),
        ("scenarios: [{id: a, turns: [{expect: {}}]}]", "scenario 1 (a), turn 1: customer should be a text"),
        ("scenarios: [{id: a, turns: [{customer: hi, expect: {outcome: [maybe]}}]}]", "no outcome maybe"),
        ("scenarios: [{id: a, turns: []}, {id: a, turns: []}]", "same id: a"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_place(text: str, says: str) -> None:
    with pytest.raises(SetupError) as refused:
        read_scripts(text)
    assert says in refused.value.detail


EXPECTED = Expectation(("answer",), ("a.md",), (("café gratis", "sin coste"),), ("mañana",))


@pytest.mark.parametrize(
    ("reply", "found"),
    [
        (Reply("Hay CAFE\u00a0 gratis", "answer", ("a.md", "b.md")), ()),
        (Reply("Es sin coste", "answer", ("b.md",)), ("cites b.md, expected one of a.md",)),
        (Reply("Es sin coste", "clarify"), ("outcome clarify, expected answer",)),
        (Reply("Quizá", "answer", ("a.md",)), ("lacks: café gratis | sin coste",)),
        (Reply("Sin coste manana", "answer", ("a.md",)), ("says: mañana",)),
        (Reply(None), ("no reply came",)),
    ],
)
def test_a_reply_is_judged_by_outcome_sources_and_words(reply: Reply, found: tuple[str, ...]) -> None:
    assert faults(reply, EXPECTED, language="es") == found


def test_a_reply_in_another_language_is_a_fault() -> None:
    reply = Reply("You can return it within thirty days of delivery.", "answer")
    assert faults(reply, Expectation(), language="es") == ("written in en, expected es",)
    assert faults(reply, Expectation(), language="en") == ()


async def test_customers_are_played_line_by_line_and_what_passes_is_counted() -> None:
    scripts = read_scripts(SCRIPT).scripts
    index = shelf()

    async def arrive(_: Script) -> DryCustomer:
        return DryCustomer(index, SPANISH)

    told: list[tuple[int, int]] = []
    outcome = Outcome.of(await play(scripts, arrive, progress=lambda n, of: told.append((n, of))))
    assert outcome.as_json() == {"scenarios": 2, "passed_scenarios": 2, "turns": 3, "passed_turns": 3, "failures": []}
    assert told[-1] == (2, 2)


async def test_a_failure_is_told_with_the_reply() -> None:
    wrong = read_scripts(SCRIPT.replace("7,50 €", "1 €").replace("7.50 €", "2 €")).scripts
    index = shelf()

    async def arrive(_: Script) -> DryCustomer:
        return DryCustomer(index, SPANISH)

    found = Outcome.of(await play(wrong, arrive)).as_json()
    assert (found["passed_scenarios"], found["passed_turns"]) == (1, 2)
    failure = found["failures"][0]
    assert (failure["id"], failure["turn"], failure["outcome"], failure["sources"]) == (
        "envio",
        1,
        "answer",
        ["envios.md"],
    )
    assert failure["reasons"] == ["lacks: 1 € | 2 €"]
    assert "7,50 €" in failure["reply"]
