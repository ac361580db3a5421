"""What the demo shows of the assistant is what the assistant may say: words of an article."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from relevo.demo import stories
from relevo.demo.load import ARTICLES
from relevo.demo.shop import PAGE, page_in
from relevo.demo.stories import HandedOff, Resolved, Said, Story

STORIES = stories.read_all()


def plain(text: str) -> str:
    """An article's text without marks and table rules, on one line."""
    return re.sub(r"\s+", " ", re.sub(r"[|]|^\s*(?:[-#]+|\d+\.)\s", " ", text.replace("**", ""), flags=re.MULTILINE))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.number)
def test_the_assistant_says_only_what_its_article_says(story: Story) -> None:
    for talk in story.talks:
        for line in talk.lines:
            if isinstance(line, Said) and line.article:
                article = plain((ARTICLES / line.article).read_text("utf-8"))
                assert plain(line.text) in article, line.text


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.number)
def test_a_story_goes_forward_and_ends_before_now(story: Story) -> None:
    for talk in story.talks:
        minutes = [line.minute for line in talk.lines]
        assert minutes == sorted(minutes)
        assert minutes[-1] <= talk.hours_ago * 60


def test_customers_have_numbers_and_addresses_of_their_own() -> None:
    numbers = Counter(story.number for story in STORIES)
    addresses = Counter(story.email for story in STORIES)
    assert numbers.most_common(1)[0][1] == addresses.most_common(1)[0][1] == 1


def test_no_agent_speaks_before_the_conversation_was_handed_off() -> None:
    for story in STORIES:
        for talk in story.talks:
            handed_off = False
            for line in talk.lines:
                handed_off = handed_off or isinstance(line, HandedOff)
                if isinstance(line, Said) and line.by not in ("contact", "assistant"):
                    assert handed_off, line.text
            assert not any(isinstance(line, Resolved) for line in talk.lines[:-2])


@pytest.mark.parametrize("locale", ["es", "en"])
def test_the_shop_page_carries_the_widget_by_one_script_tag_and_asks_nobody_else(locale: str) -> None:
    page = page_in(locale)
    assert page.count("<script") == 1
    assert '<script src="/widget/v1.js" data-key="WIDGET-KEY" async></script>' in page
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", page)
    assert "url(" not in (PAGE / "shop.css").read_text("utf-8")


def test_both_pages_say_the_same_things() -> None:
    spanish, english = (tomllib.loads((PAGE / f"{locale}.toml").read_text("utf-8")) for locale in ("es", "en"))
    assert spanish.keys() == english.keys()
    assert [p["picture"] for p in spanish["products"]] == [p["picture"] for p in english["products"]]
    assert all(Path(PAGE / f"{p['picture']}.svg").exists() for p in spanish["products"])
