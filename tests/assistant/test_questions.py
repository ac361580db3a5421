"""Short everyday questions get the article that answers them and the fact that was asked for; others get no answer."""

from pathlib import Path

import pytest

import relevo.demo

from .asked import Asked, index_of_folder, misses, read_questions

HERE = Path(__file__).parent
SHOP = Path(relevo.demo.__file__).parent / "articles"
FLOOR = 0.9


@pytest.mark.parametrize(
    ("questions", "articles"),
    [("questions.toml", SHOP), ("other_questions.toml", HERE / "other_kb")],
    ids=["the demo's shop", "a gym"],
)
def test_everyday_questions_are_answered_with_the_fact_asked_for(questions: str, articles: Path) -> None:
    known = [asked for asked in read_questions(HERE / questions) if asked.article]
    _hold(known, articles)


@pytest.mark.parametrize(
    ("questions", "articles"),
    [("questions.toml", SHOP), ("other_questions.toml", HERE / "other_kb")],
    ids=["the demo's shop", "a gym"],
)
def test_what_the_articles_do_not_say_is_not_answered(questions: str, articles: Path) -> None:
    unknown = [asked for asked in read_questions(HERE / questions) if not asked.article]
    _hold(unknown, articles)


def _hold(questions: list[Asked], articles: Path) -> None:
    missed = misses(questions, index_of_folder(articles))
    right = 1 - len(missed) / len(questions)
    print(f"{right:.0%} of {len(questions)}", *missed, sep="\n")
    assert right >= FLOOR, "\n".join(missed)
