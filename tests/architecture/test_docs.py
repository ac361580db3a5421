"""The documentation keeps up: every setting and command is in it, links lead somewhere, both READMEs say the same."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from relevo.cli.main import app
from relevo.platform.settings import Settings

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented(name: str) -> None:
    assert f"RELEVO_{name.upper()}`" in (ROOT / "docs/reference/settings.md").read_text("utf-8")


def commands(group: TyperGroup, path: str) -> Iterator[tuple[str, str]]:
    """Each command with its help."""
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command.help or ""


def all_commands() -> list[tuple[str, str]]:
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    return list(commands(group, "relevo"))


@pytest.mark.parametrize(("path", "text"), all_commands(), ids=[path for path, _ in all_commands()])
def test_every_command_is_documented_and_has_an_example(path: str, text: str) -> None:
    assert f"`{path}" in (ROOT / "docs/reference/commands.md").read_text("utf-8")
    assert "Example:" in text


def anchors(page: Path) -> set[str]:
    headings = re.findall(
        r"^#{1,6} (.+)$", CODE.sub(lambda m: m[0] if "\n" not in m[0] else "", page.read_text("utf-8")), re.MULTILINE
    )
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    broken: list[str] = []
    for target in LINK.findall(CODE.sub("", page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = unquote(target).partition("#")
        found = (page.parent / path).resolve() if path else page
        if not found.exists() or (anchor and anchor not in anchors(found)):
            broken.append(target)
    assert broken == []


def outline(page: str) -> list[tuple[str, int, int]]:
    """Level of each heading, with how many items and how many rows of tables stand under it."""
    text = CODE.sub("", (ROOT / page).read_text("utf-8"))
    parts = re.split(r"^(#{1,6}) .+$", text, flags=re.MULTILINE)[1:]
    return [
        (level, len(re.findall(r"^- ", body, re.MULTILINE)), len(re.findall(r"^\|", body, re.MULTILINE)))
        for level, body in zip(parts[::2], parts[1::2], strict=True)
    ]


def test_the_spanish_readme_covers_what_the_english_one_does() -> None:
    assert outline("README.es.md") == outline("README.md")


def test_every_decision_has_a_number_of_its_own_without_gaps() -> None:
    numbers = [int(page.name[:4]) for page in sorted((ROOT / "docs/decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_runtime_dependency_is_explained_and_no_other() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    listed = re.search(r"^dependencies = \[\n(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    assert listed
    names = re.findall(r'^\s+"([a-z0-9-]+)', listed[1], re.MULTILINE)
    explained = (ROOT / "docs/decisions/0008-dependencies.md").read_text("utf-8")
    rows = re.findall(r"^\| (`.*?) \|", explained, re.MULTILINE)
    assert sorted(re.findall(r"`([a-z0-9-]+)`", " ".join(rows))) == sorted(names)
