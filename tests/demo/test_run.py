"""What the demo makes of the settings and of the terminal's language."""

from pathlib import Path

import pytest

from relevo.demo.run import _own_folder, _quiet, _reachable
from relevo.demo.say import _LABELS, _LINES, locale_of
from relevo.platform.settings import Settings, load


def test_without_a_folder_the_demo_keeps_away_from_a_real_installation() -> None:
    real = load()
    assert _own_folder(real).data == real.data / "demo"


def test_a_folder_that_was_given_is_used(tmp_path: Path) -> None:
    assert _own_folder(Settings.model_validate({"data": tmp_path})).data == tmp_path


def test_logs_tell_of_trouble_only_unless_asked_for_more() -> None:
    assert _quiet(_own_folder(load())).log_level == "warning"
    assert _quiet(load(log_level="debug")).log_level == "debug"


@pytest.mark.parametrize(
    ("host", "shown"),
    [("0.0.0.0", "127.0.0.1"), ("::", "127.0.0.1"), ("::1", "[::1]"), ("shop.example", "shop.example")],
)
def test_the_addresses_it_prints_can_be_opened(host: str, shown: str) -> None:
    assert _reachable(host) == shown


@pytest.mark.parametrize(
    ("environment", "locale"),
    [
        ({"LANG": "es_MX.UTF-8"}, "es"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "es_ES.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_it_speaks_the_language_of_the_terminal(environment: dict[str, str], locale: str) -> None:
    assert locale_of(environment) == locale


def test_it_says_the_same_in_both_languages() -> None:
    assert _LINES["es"].keys() == _LINES["en"].keys()
    assert _LABELS["es"].keys() == _LABELS["en"].keys()
