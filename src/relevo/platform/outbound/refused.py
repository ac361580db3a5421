"""What goes wrong with requests to the outside: a code for programs, a sentence for people."""

from typing import ClassVar

from relevo.kit.errors import RelevoError


class Refused(RelevoError):
    """Relevo does not ask this address for anything. `stable_code` says why: scheme, credentials, port, host, not_public."""

    code, status = "address_refused", 422


class FetchFailed(RelevoError):
    """The page could not be fetched. `stable_code` says why: no_address, no_connection, slow, redirects, encoding, protocol."""

    code: ClassVar[str] = "fetch_failed"
    status: ClassVar[int] = 502
