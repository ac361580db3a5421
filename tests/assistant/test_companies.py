"""Whole conversations with made-up companies of other trades than the demo's, through the decision and the gate.

Floors lie a little under what was measured. Figures, and what they were tuned on, stand in docs/concepts/answers.md.
"""

from pathlib import Path

import pytest

from relevo.assistant.scenarios.dry import DryCustomer
from relevo.assistant.scenarios.outcome import Outcome
from relevo.assistant.scenarios.play import Played, play
from relevo.assistant.scenarios.script import Script, Scripts, read_scripts
from relevo.assistant.types import Voice
from relevo.understanding.reading import read

from .asked import index_of_folder

COMPANIES = Path(__file__).parents[2] / "evaluation" / "companies"
FLOORS = {"tarabilla": 20, "plumilla": 22, "tomillar": 14}  # turns that pass, of about fifty
MUST_STOP = 0.8  # of the turns where only a person or a question back will do


async def outcome_of(name: str) -> tuple[Scripts, Outcome]:
    folder = COMPANIES / name
    scripts = read_scripts((folder / "scenarios.yaml").read_text("utf-8"))
    index = index_of_folder(folder / "articles")

    async def arrive(script: Script) -> DryCustomer:
        voice = Voice(scripts.company, "Lumi", script.language)
        return DryCustomer(index, voice, lambda text, inherited: read(text, inherited=inherited))

    return scripts, Outcome.of(await play(scripts.scripts, arrive))


@pytest.mark.parametrize("name", sorted(FLOORS))
async def test_conversations_with_an_unknown_company(name: str) -> None:
    scripts, outcome = await outcome_of(name)
    print(f"{name}: {outcome.passed_turns} of {len(outcome.turns)} turns")
    assert outcome.passed_turns >= FLOORS[name], "\n".join(f"{t.id} {t.turn}: {t.reasons}" for t in outcome.failures)
    stopped = [_stops(turn) for turn in outcome.turns if _must_stop(scripts, turn)]
    assert sum(stopped) >= MUST_STOP * len(stopped)


def _must_stop(scripts: Scripts, turn: Played) -> bool:
    script = next(script for script in scripts.scripts if script.id == turn.id)
    return "answer" not in script.lines[turn.turn - 1].expect.outcomes


def _stops(turn: Played) -> bool:
    return turn.reply.outcome in {"hand_off", "clarify"}
