"""What should not stand in an article: keys and passwords, and data of persons. A company's own addresses and numbers may."""

import re
from collections.abc import Callable, Sequence
from typing import Protocol

from relevo.kit.text import shorten
from relevo.knowledge.findings.types import Found

# What identifies a person or reaches their money by itself. Telephones, mailboxes and streets are mostly the company's own.
_TELLING = frozenset(
    {"card", "iban", "national_id", "passport", "bank_account", "social_security", "clabe", "health_id"}
)
_WITH_A_NAME = frozenset({"phone", "email", "address"})
_SHOWN = 4  # characters of what is found: the list of findings must not spread it
_MOST = 5

_SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----"
    r"|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"
    r"|\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,}|glpat-[A-Za-z0-9_-]{18,})"
    r"|\bxox[abposr]-[A-Za-z0-9-]{12,}"
    r"|\b(?:sk|rk|pk)[-_](?:live|test|proj|ant)?[-_]?[A-Za-z0-9_-]{20,}"
    r"|\bAIza[0-9A-Za-z_-]{35}\b"
    r"|\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,2000}"
    r"|\b[a-z][a-z0-9+]{2,12}://[^\s:/@]{1,60}:[^\s:/@]{3,80}@[^\s/]+"
)
# A password is one word with a digit or a sign in it, so that "la contraseña es personal" is none.
_PASSWORD = re.compile(
    r"\b(?:contraseñas?|clave(?: de acceso)?|password|passwd|pwd|api[ _-]?key|secret(?: key)?|token)\b(?:\s+(?:es|is))?\s*[:=]\s*[`\"']?"
    r"(?=[^\s`\"']{0,80}[0-9])(?=[^\s`\"']{0,80}[^\W0-9_])(?P<value>[^\s`\"'<>()]{6,80})",
    re.IGNORECASE,
)  # fmt: skip


class Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def type(self) -> str: ...


FindPersonal = Callable[[str], Sequence[Span]]


def secrets(text: str) -> list[Found]:
    found = [match[0] for match in _SECRETS.finditer(text)] + [match["value"] for match in _PASSWORD.finditer(text)]
    return [Found("secret", "secret", quote=_veiled(value)) for value in dict.fromkeys(found)][:_MOST]


def personal(text: str, find: FindPersonal) -> list[Found]:
    """Data that tell of a person by themselves; others where a person's full name stands in the same line."""
    found: list[Found] = []
    for line in text.splitlines():
        spans = find(line) if line.strip() else ()
        is_named = any(span.type == "name" and " " in line[span.start : span.end].strip() for span in spans)
        found += [
            Found("personal_data", "personal_data", quote=_veiled(line[span.start : span.end]), value=span.type)
            for span in spans
            if span.type in _TELLING or (is_named and span.type in _WITH_A_NAME)
        ]
    return list(dict.fromkeys(found))[:_MOST]


def _veiled(value: str) -> str:
    return shorten(f"{value[:_SHOWN]}{'•' * min(8, max(3, len(value) - _SHOWN))}", 40)
