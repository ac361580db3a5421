"""E-mail addresses as they are compared."""

import re
import unicodedata

from relevo.kit.errors import Invalid

_LONGEST = 254
_SHAPE = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9-]{1,63}\.)*[a-z0-9-]{1,63}")


def normal(email: str) -> str:
    """The address in one form. Raises Invalid where it is none."""
    plain = unicodedata.normalize("NFKC", email).strip().lower()
    if len(plain) > _LONGEST or not _SHAPE.fullmatch(plain):
        raise Invalid("This is not an e-mail address.", errors=[{"field": "email", "message": "is not an address"}])
    return plain


def find_normal(email: str) -> str | None:
    try:
        return normal(email)
    except Invalid:
        return None
