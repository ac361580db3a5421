"""Every command explains itself, with an example, and says errors in one readable line."""

import time
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperGroup

from relevo.cli.main import app
from tests.cli.relevo import relevo


def _commands(command: Any, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], Any]:
    if not isinstance(command, TyperGroup):
        return {path: command}
    return {p: c for name, inner in command.commands.items() for p, c in _commands(inner, (*path, name)).items()}


COMMANDS = _commands(typer.main.get_command(app))


def test_the_commands_of_the_contract_are_there() -> None:
    names = {" ".join(path) for path in COMMANDS}
    assert names >= {
        "serve", "worker", "demo", "workspace create", "member add", "knowledge add", "chat", "doctor", "backup", "restore",
    }  # fmt: skip


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example(path: tuple[str, ...]) -> None:
    help_text = COMMANDS[path].help or ""
    assert f"relevo {' '.join(path)}" in help_text.partition("Example:")[2]


@pytest.mark.parametrize("path", [p for p in COMMANDS if p != ("openapi",) and p[0] != "eval"], ids=" ".join)
def test_every_command_that_needs_data_can_be_told_where_it_is(path: tuple[str, ...]) -> None:
    options = {option for parameter in COMMANDS[path].params for option in parameter.opts}
    assert "--data" in options


def test_help_comes_at_once() -> None:
    relevo("--help")
    began = time.perf_counter()
    result = relevo("--help")
    assert result.returncode == 0
    assert time.perf_counter() - began < 1.5


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ("member", "add", "eva@example.com", "--role", "owner", "--password-stdin"),
            "choose agent, supervisor or admin",
        ),
        (("workspace", "create", "Casa", "--locale", "fr"), "choose es or en"),
        (("backup", "{tmp}"), "is not empty"),
        (("restore", "{tmp}"), "manifest.json is missing"),
        (("knowledge", "add", "{tmp}", "--locale", "fr"), "choose es or en"),
        (("serve", "--data", "/proc/nowhere"), "--data"),
    ],
)
def test_an_error_is_one_line_that_says_what_to_do(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    (tmp_path / "something").touch()
    filled = [argument.replace("{tmp}", str(tmp_path)) for argument in arguments]
    if "--data" not in filled:
        filled += ["--data", str(tmp_path / "data")]
    result = relevo(*filled, stdin="una contraseña larga\n")
    assert result.returncode == 1
    assert result.stdout == ""
    line = result.stderr.strip()
    assert line.startswith("relevo: ")
    assert "\n" not in line
    assert says in line


def test_the_trace_is_shown_only_where_asked_for(tmp_path: Path) -> None:
    assert "Traceback" not in relevo("restore", str(tmp_path)).stderr
    assert "Traceback" in relevo("restore", str(tmp_path), "--debug").stderr


def test_a_default_secret_does_not_start() -> None:
    result = relevo("serve", RELEVO_SECRET_KEY="changeme" * 8)
    assert result.returncode == 1
    assert "openssl rand -hex 32" in result.stderr
