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


MASKED = """
import logging, structlog
from relevo.platform.settings import Settings
from relevo.understanding.personal.logs import configure_logs
configure_logs(Settings(log_format="{format}"))
log = structlog.get_logger()
log.info("message_refused", text="llamad a Ana García al 612345678", id="7f3a2210-44b1-4c1e-9d21-aa03bb12cc90", ms=12.5)
log.warning("odd", details={{"from": ["ana@example.com", {{"card": "4539 1488 0343 6467"}}]}}, error=ValueError("DNI 12345678Z"))
loop = []
loop.append(loop)
log.info("loop", name="Beatriz", loop=loop)
logging.getLogger("somebody.else").warning("cannot deliver to %s", "ana@example.com")
try:
    raise ValueError("no IBAN: ES91 2100 0418 4502 0005 1332")
except ValueError:
    log.exception("unexpected_error")
"""
PERSONAL = ("Ana", "Beatriz", "García", "612345678", "ana@example.com", "4539 1488", "12345678Z", "ES91 2100")


def masked_lines(shape: str) -> list[str]:
    program = MASKED.format(format=shape)
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    return result.stderr.splitlines()


@pytest.mark.parametrize("shape", ["json", "text"])
def test_personal_data_is_masked_in_every_value_also_of_libraries_and_in_traces(shape: str) -> None:
    whole = "\n".join(masked_lines(shape))
    assert [value for value in PERSONAL if value in whole] == []
    for kept in ("message_refused", "[phone]", "[e-mail]", "[card]", "no IBAN: [bank account]", "cannot deliver to"):
        assert kept in whole


def test_ids_and_figures_stay_as_they_are() -> None:
    first = json.loads(masked_lines("json")[0])
    assert (first["id"], first["ms"], first["level"]) == ("7f3a2210-44b1-4c1e-9d21-aa03bb12cc90", 12.5, "info")
