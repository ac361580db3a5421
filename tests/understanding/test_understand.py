"""`POST /api/v1/understand`: any text has a reading."""

import pytest

from tests.people import Workspace
from tests.understanding.test_own_intents import understood


@pytest.mark.parametrize(
    "given",
    [
        "",
        " ",
        "👍🎉",
        "\u202e\u0000" * 50,
        "a" * 8_000,
        "\ud800 lone".encode("utf-16", "surrogatepass").hex(),
        "¿" * 500,
    ],
)
def test_any_text_is_understood_somehow(workspace: Workspace, given: str) -> None:
    found = understood(workspace, given)
    assert found["emotion"]
    assert all(0 <= span["start"] < span["end"] <= len(given) for span in found["personal_data"])


def test_a_text_that_is_too_long_is_refused(workspace: Workspace) -> None:
    answer = workspace.program().post("/api/v1/understand", json={"text": "a" * 8_001})
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_a_short_text_takes_over_the_language_given(workspace: Workspace) -> None:
    for locale in ("en", "es"):
        found = workspace.program().post("/api/v1/understand", json={"text": "ok", "locale": locale}).json()
        assert found["language"] == locale
