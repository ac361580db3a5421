"""Under kills, stops and cut connections nothing acknowledged is lost, doubled, reordered or left out of a stream.

RELEVO_LEDGER_SEED runs one seed of choice, RELEVO_LEDGER_SECONDS breaks things for longer.
"""

import os
from pathlib import Path

import pytest

from tests.conftest import free_port
from tests.ledger.nemesis import RECOVERY_SECONDS
from tests.ledger.run import Plan, run

pytestmark = pytest.mark.slow
SEEDS = [int(os.environ["RELEVO_LEDGER_SEED"])] if "RELEVO_LEDGER_SEED" in os.environ else [1, 2, 3]
SECONDS = float(os.environ.get("RELEVO_LEDGER_SECONDS", "15"))


@pytest.mark.parametrize("seed", SEEDS)
async def test_what_was_acknowledged_is_kept_and_told_in_order(seed: int, tmp_path: Path) -> None:
    findings = await run(Plan(seed, SECONDS), tmp_path / "data", free_port())
    print(findings.summary(seed))
    print("recoveries, in seconds:", findings.history.recoveries)
    assert findings.violations == [], f"seed {seed}, faults {findings.history.faults}"
    assert len(findings.history.acknowledged) > 100, "too little happened for the run to say anything"
    assert all(seconds <= RECOVERY_SECONDS for _, seconds in findings.history.recoveries)
