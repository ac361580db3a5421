"""The page docs/reference/settings.md, written from the settings themselves:

python -m relevo.platform.settings_page > docs/reference/settings.md
"""

import types
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import SecretStr
from pydantic.fields import FieldInfo

from relevo.platform.settings import Settings

_HEAD = """# Settings

<!-- Written by `python -m relevo.platform.settings_page`; change the descriptions in src/relevo/platform/settings.py. -->

What a company can change about its own workspace is set in the console. What stands here belongs to the whole installation.

A setting is an environment variable, or stands in a TOML file that `RELEVO_CONFIG` names, there in small letters and without
`RELEVO_`. An option of the command line wins over the environment, and that over the file. A value that makes no sense stops
the start and is named.

```toml
# /etc/relevo.toml, used with RELEVO_CONFIG=/etc/relevo.toml
host = "0.0.0.0"
public_url = "https://help.example.com"
log_level = "warning"
```

| variable | what it does | values | default |
|---|---|---|---|
"""
_TAIL = """
Values of `on` and `off` may be written as `true`, `false`, `yes`, `no`, `1`, `0` too; in the file as `true` and `false`. Secrets are
never logged.
"""

# Where the default depends on the machine, said in words.
_DEFAULTS = {"data": "`/var/lib/relevo` for root, otherwise the user's data folder"}
_NAMES: dict[Any, str] = {int: "number", str: "text", bool: "`on`, `off`", Path: "path", SecretStr: "secret"}


def page() -> str:
    return _HEAD + "".join(_row(name, field) for name, field in Settings.model_fields.items()) + _TAIL


def _row(name: str, field: FieldInfo) -> str:
    values = _values(field.annotation) + _bounds(field)
    return f"| `RELEVO_{name.upper()}` | {field.description} | {values} | {_DEFAULTS.get(name) or _default(field)} |\n"


def _values(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return ", ".join(f"`{value}`" for value in get_args(kind))
    if get_origin(kind) in (Union, types.UnionType):
        return _values(next(option for option in get_args(kind) if option is not type(None)))
    return _NAMES[kind]


def _bounds(field: FieldInfo) -> str:
    least = next((rule.ge for rule in field.metadata if isinstance(rule, Ge)), None)
    most = next((rule.le for rule in field.metadata if isinstance(rule, Le)), None)
    if least is None:
        return ""
    return f", {least} to {most}" if most is not None else f", {least} or more"


def _default(field: FieldInfo) -> str:
    match field.default:
        case None:
            return "none"
        case bool(value):
            return "`on`" if value else "`off`"
        case value:
            return f"`{value}`"


if __name__ == "__main__":
    print(page(), end="")
