"""Who may start the embedded database: the ledger found a worker that took it while the server was being started again."""

from pathlib import Path

import pytest

from relevo.kit.errors import SetupError
from relevo.platform.embedded import supervise
from relevo.platform.embedded.cluster import Cluster


def test_a_worker_waits_for_the_servers_database_and_never_starts_one(tmp_path: Path) -> None:
    cluster = Cluster(tmp_path / "data", "password")
    with pytest.raises(SetupError, match="relevo serve"):
        supervise.find(cluster, wait_seconds=0.3)
    assert not cluster.data.exists()
    ownership = cluster.try_own()
    assert ownership, "the server that comes next has to get it"
    ownership.close()
