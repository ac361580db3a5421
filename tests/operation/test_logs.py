"""Log lines: structured, with the request's id, without secrets."""

import json
import subprocess
import sys

import pytest

PROGRAM = """
import logging, structlog
from relevo.platform.settings import Settings
from relevo.platform.telemetry import configure_logs
configure_logs(Settings(log_format="{format}", log_level="{level}"))
log = structlog.get_logger()
structlog.contextvars.bind_contextvars(request_id="r-1")
log.debug("small")
log.info("signed_in", member="m-1", password="hunter2hunter2", session_token="rs_0_secret", Authorization="Bearer x")
logging.getLogger("somebody.else").warning("they say %s", "this")
def fails(api_key="rk_0_secret", text="what a customer wrote"):
    raise ValueError("broken")
try:
    fails()
except ValueError:
    log.exception("unexpected_error")
"""


def lines(shape: str, level: str = "info") -> list[str]:
    program = PROGRAM.replace("{format}", shape).replace("{level}", level)
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert result.stdout == "", "logs go to standard error"
    return result.stderr.splitlines()


def test_every_line_is_an_object_with_level_time_and_request() -> None:
    found = [json.loads(line) for line in lines("json")]
    assert [line["event"] for line in found] == ["signed_in", "they say this", "unexpected_error"]
    assert all({"level", "at", "request_id"} <= set(line) for line in found)
    assert found[0]["member"] == "m-1"
    assert found[2]["exception"][0]["exc_type"] == "ValueError"


@pytest.mark.parametrize("shape", ["json", "text"])
def test_secrets_and_local_variables_stay_out(shape: str) -> None:
    whole = "\n".join(lines(shape))
    for secret in ("hunter2", "rs_0_secret", "Bearer x", "rk_0_secret", "what a customer wrote"):
        assert secret not in whole
    assert "broken" in whole


def test_the_least_important_level_can_be_chosen() -> None:
    assert len(lines("json", "debug")) == 4
    assert [json.loads(line)["level"] for line in lines("json", "error")] == ["error"]
