"""Products that break a promise on purpose. Each has to be found by the checker, or the checker is worth nothing.

Run as a program it is `relevo`, but for a fault named by the first argument.
"""

import asyncio
import sys
from pathlib import Path

from relevo.cli.main import run
from relevo.conversations.accept import Accepted, Order, accept
from relevo.conversations.intake import Intake

# A message that comes again is stored again.
FORGETFUL = """
drop index messages_once;
do $$ begin execute replace(pg_get_functiondef('relevo_accept'::regproc), 'and m.client_id = p_client', 'and false'); end $$;
"""

# The stream of a workspace is read up to the highest number that is visible, though lower ones may still be about to appear.
HASTY = """
create or replace function relevo_event_horizon() returns bigint language sql stable security definer
as $$ select coalesce(max(seq), 0) + 1 from events $$;
"""


def command(fault: str) -> tuple[str, ...]:
    """The product with this fault, to be started in place of `relevo`."""
    return (sys.executable, str(Path(__file__)), fault)


def acknowledge_early() -> None:
    """The answer leaves before the commit, as it would with a store in the background."""
    later: set[asyncio.Task[None]] = set()

    async def accept_early(self: Intake, order: Order) -> Accepted:
        pool = self._database.pool
        connection = await pool.acquire(timeout=10)
        transaction = connection.transaction()
        try:
            await transaction.start()
            accepted = await accept(connection, order.customer, order.incoming, order.policy)
        except BaseException:
            await pool.release(connection)
            raise

        async def commit() -> None:
            await asyncio.sleep(0.05)
            try:
                await transaction.commit()
            finally:
                await pool.release(connection)

        task = asyncio.create_task(commit())
        later.add(task)
        task.add_done_callback(later.discard)
        return accepted

    Intake.accept = accept_early


def main() -> None:
    fault = sys.argv.pop(1)
    if fault == "early":
        acknowledge_early()
    run()


if __name__ == "__main__":
    main()
