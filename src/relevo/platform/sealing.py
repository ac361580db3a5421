"""Secrets of workspaces at rest: encrypted and authenticated (AES-256-GCM) with a key that never stands in the database."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from relevo.platform.secrets import derive

_VERSION = b"\x01"
_NONCE_BYTES = 12


def seal(master: bytes, secret: str, *, purpose: str, belongs_to: bytes) -> bytes:
    """`secret` encrypted for `purpose`; it opens only for the row that it `belongs_to`, so it cannot be moved to another."""
    nonce = os.urandom(_NONCE_BYTES)
    return _VERSION + nonce + AESGCM(derive(master, purpose)).encrypt(nonce, secret.encode(), belongs_to)


def unseal(master: bytes, sealed: bytes, *, purpose: str, belongs_to: bytes) -> str | None:
    """The secret, or None where it was sealed with another key or for another row, or was changed."""
    nonce, body = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    if sealed[:1] != _VERSION or len(nonce) != _NONCE_BYTES:
        return None
    try:
        return AESGCM(derive(master, purpose)).decrypt(nonce, body, belongs_to).decode()
    except InvalidTag:
        return None
