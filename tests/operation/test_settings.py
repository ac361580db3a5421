"""Settings: from the environment or a file, checked at the start, each described."""

from pathlib import Path

import pytest

from relevo.kit.errors import SetupError
from relevo.platform import settings_page
from relevo.platform.settings import Settings, load


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"RELEVO_{name.upper()}", raising=False)
    monkeypatch.delenv("RELEVO_CONFIG", raising=False)


def test_the_command_line_wins_over_the_environment_and_that_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "relevo.toml"
    file.write_text('port = 1001\nhost = "0.0.0.0"\nlog_level = "debug"\n')
    monkeypatch.setenv("RELEVO_CONFIG", str(file))
    monkeypatch.setenv("RELEVO_HOST", "::1")
    monkeypatch.setenv("RELEVO_PORT", "1002")
    found = load(port=1003, host=None)
    assert (found.port, found.host, found.log_level) == (1003, "::1", "debug")


@pytest.mark.parametrize("word", ["off", "0", "false", "no"])
def test_limits_can_be_switched_off_by_a_word(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setenv("RELEVO_RATE_LIMITS", word)
    assert load().rate_limits is False


@pytest.mark.parametrize("key", ["short", "changeme" * 8, "secret-" * 8, "example0" * 8, "password" * 8])
def test_a_key_that_others_could_guess_is_refused(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    monkeypatch.setenv("RELEVO_SECRET_KEY", key)
    with pytest.raises(SetupError, match="secret_key"):
        load()


def test_a_wrong_value_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELEVO_PORT", "eighty")
    with pytest.raises(SetupError, match="port"):
        load()


def test_a_misspelt_setting_in_the_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "relevo.toml"
    file.write_text("prot = 1\n")
    monkeypatch.setenv("RELEVO_CONFIG", str(file))
    with pytest.raises(SetupError, match="prot"):
        load()


def test_the_key_of_an_installation_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    first = load(data=tmp_path / "data").master_key
    assert load(data=tmp_path / "data").master_key == first
    assert len(first) == 64
    assert (tmp_path / "data" / "secret.key").stat().st_mode & 0o777 == 0o600


def test_the_page_of_settings_says_what_the_settings_are() -> None:
    written = (Path(__file__).parents[2] / "docs/reference/settings.md").read_text("utf-8")
    assert written == settings_page.page(), "run: python -m relevo.platform.settings_page > docs/reference/settings.md"
