"""Keys and tokens: one master key, a key of its own for every purpose, constant-time comparison."""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from uuid import UUID


def derive(master: bytes, purpose: str) -> bytes:
    return hmac.new(master, b"relevo:" + purpose.encode(), hashlib.sha256).digest()


def fingerprint(secret: str) -> bytes:
    """What is stored of a random token. A plain hash is enough: the token has 256 random bits."""
    return hashlib.sha256(secret.encode()).digest()


@dataclass(frozen=True)
class NamedToken:
    """A random token that names its workspace, so that the row behind it can be read under row-level security."""

    workspace_id: UUID
    secret: str

    @classmethod
    def new(cls, workspace_id: UUID) -> "NamedToken":
        return cls(workspace_id, secrets.token_urlsafe(32))

    @classmethod
    def parse(cls, prefix: str, text: str) -> "NamedToken | None":
        parts = text.split("_", 2)
        if len(parts) != 3 or parts[0] != prefix:
            return None
        try:
            return cls(UUID(hex=parts[1]), parts[2])
        except ValueError:
            return None

    def text(self, prefix: str) -> str:
        return f"{prefix}_{self.workspace_id.hex}_{self.secret}"


@dataclass(frozen=True)
class Signer:
    """Signs short byte strings; what comes back unchanged was made here."""

    key: bytes

    def sign(self, payload: bytes) -> str:
        mark = hmac.new(self.key, payload, hashlib.sha256).digest()[:24]
        return base64.urlsafe_b64encode(payload + mark).rstrip(b"=").decode()

    def open(self, token: str) -> bytes | None:
        """The payload, or None where the token was not signed with this key."""
        try:
            raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        except ValueError:
            return None
        payload, mark = raw[:-24], raw[-24:]
        expected = hmac.new(self.key, payload, hashlib.sha256).digest()[:24]
        return payload if hmac.compare_digest(mark, expected) else None
