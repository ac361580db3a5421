"""One demo and one Chromium for all journeys; a context of its own for everybody who takes part."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.people import Agent, Locale, Visitor
from tests.demo.process import Demo

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Chromium asks others for updates and lists on its own; a test of ours asks nobody.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


def _program() -> str | None:
    """The system's Chromium, or the one that Playwright installed."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found:
        return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = _program()
    if not program:
        pytest.skip("no Chromium on this machine; `make test-browser` tries to install one")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    running = Demo(tmp_path_factory.mktemp("browser") / "data")
    running.start()
    yield running
    running.stop()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page of somebody else: nothing is shared with the other pages. Errors on a page fail the test."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def open_one(**options: Any) -> Page:
        context = browser.new_context(**options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def new_visitor(demo: Demo, new_page: Callable[..., Page]) -> Callable[..., Visitor]:
    def visit(locale: Locale, **options: Any) -> Visitor:
        return Visitor(new_page(locale=locale, **options), demo.url, locale)

    return visit


@pytest.fixture
def new_agent(demo: Demo, new_page: Callable[..., Page]) -> Callable[..., Agent]:
    def sign_in(locale: Locale, *, as_: str | None = None, **options: Any) -> Agent:
        options = {"viewport": {"width": 1440, "height": 900}, "locale": locale, **options}
        return Agent(new_page(**options), demo, locale, as_=as_)

    return sign_in
