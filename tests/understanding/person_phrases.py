"""Phrases kept apart from the ones the patterns were made with: people asking for a person, and people who are not."""

from pathlib import Path

_HERE = Path(__file__).parent
WANTS_A_PERSON = (_HERE / "wants_a_person.txt").read_text("utf-8").splitlines()
DOES_NOT = (_HERE / "does_not_want_a_person.txt").read_text("utf-8").splitlines()
