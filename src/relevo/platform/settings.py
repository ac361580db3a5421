"""Settings of an installation: environment variables `RELEVO_…`, or a TOML file named by `RELEVO_CONFIG`.

The environment wins over the file. What a workspace can change is not here but in its rows, edited in the console.
"""

import os
import secrets
import tomllib
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from relevo.kit.errors import SetupError

_PLACEHOLDERS = ("changeme", "secret", "example", "password", "default")


def _default_data() -> Path:
    # Root's home is closed to the user that PostgreSQL runs as.
    return Path("/var/lib/relevo") if os.name == "posix" and os.geteuid() == 0 else user_data_path("relevo")


class Settings(BaseSettings):
    """All settings of the installation; each is documented in docs/reference/settings.md."""

    model_config = SettingsConfigDict(env_prefix="RELEVO_", frozen=True, extra="ignore")

    data: Path = Field(default_factory=_default_data, description="Folder with the embedded database, keys and logs.")
    database_url: SecretStr | None = Field(
        None,
        description="Address of an own PostgreSQL (15 or newer, with pgvector), as its owner. Without it Relevo runs its own.",
    )
    database_app_url: SecretStr | None = Field(
        None, description="Address for the application's restricted role, where the owner may not create roles."
    )
    database_connections: int = Field(16, ge=2, le=200, description="Connections for requests, per process.")
    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8765, ge=0, le=65535, description="Port to listen on.")
    public_url: str | None = Field(
        None, description="How browsers reach this installation, for instance https://help.example.com."
    )
    secret_key: SecretStr | None = Field(
        None, description="At least 32 characters; signs tokens. Without it a key is made and kept in the data folder."
    )
    rate_limits: bool = Field(True, description="Limits on requests per person and address; `off` for load tests.")
    worker: bool = Field(
        True, description="Do background work in the serving process; `off` where `relevo worker` runs."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="Least important level that is logged."
    )
    log_format: Literal["json", "text"] = Field("json", description="How log lines are written to standard error.")
    trusted_proxies: str = Field(
        "127.0.0.1", description="Addresses whose X-Forwarded-* headers are believed, comma-separated."
    )
    max_upload_bytes: int = Field(
        10 * 1024 * 1024, ge=1024, description="Largest file that a customer or agent may send."
    )
    pause_ms: int = Field(
        700,
        ge=0,
        le=10_000,
        description="How long the assistant waits after a customer's message for another one, in milliseconds.",
    )
    fetch_allow: str | None = Field(
        None,
        description="Internal hosts and networks that pages, models and webhooks may be asked from, comma-separated: "
        "`wiki.internal:8080`, `10.1.0.0/16`, `localhost:*`.",
    )
    knowledge_folders: str | None = Field(
        None, description="Folders of this machine that supervisors may have watched for articles, comma-separated."
    )
    embeddings_url: str | None = Field(
        None,
        description="Server of sentence embeddings for search, as OpenAI's: for instance http://127.0.0.1:11434/v1. Articles and questions "
        "are sent to it.",
    )
    embeddings_model: str = Field("text-embedding-3-small", description="The model that is asked for there.")
    embeddings_key: SecretStr | None = Field(None, description="Key of that server, if it wants one.")
    metrics_token: SecretStr | None = Field(
        None, description="With it, /metrics answers other machines that send it as a bearer token."
    )

    @field_validator("secret_key")
    @classmethod
    def _strong(cls, key: SecretStr | None) -> SecretStr | None:
        text = key.get_secret_value() if key else ""
        if key and (len(text) < 32 or any(text.lower().startswith(word) for word in _PLACEHOLDERS)):
            raise ValueError("use at least 32 random characters, for instance from `openssl rand -hex 32`")
        return key

    @cached_property
    def master_key(self) -> bytes:
        return self.secret_key.get_secret_value().encode() if self.secret_key else self.installation_key

    @cached_property
    def installation_key(self) -> bytes:
        """Made once for this data folder; guards the embedded database and, without `secret_key`, all tokens."""
        return _kept_key(self.data / "secret.key")


def load(**overrides: Any) -> Settings:
    """Settings from file, environment and `overrides` (command-line options; None means "not given").

    Raises SetupError with the offending names.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        from_file = _from_file()
        environment = Settings(**{k: v for k, v in from_file.items() if f"RELEVO_{k.upper()}" not in os.environ})
        return Settings(**{**environment.model_dump(exclude_unset=True), **given})
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise SetupError(f"A setting is not valid: {problems}") from error


def _from_file() -> dict[str, Any]:
    path = os.environ.get("RELEVO_CONFIG")
    if not path:
        return {}
    try:
        content = tomllib.loads(Path(path).read_text())
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SetupError(f"The settings file {path} cannot be read: {error}") from error
    unknown = set(content) - set(Settings.model_fields)
    if unknown:
        raise SetupError(f"The settings file {path} has unknown settings: {', '.join(sorted(unknown))}")
    return content


def _kept_key(path: Path) -> bytes:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_hex(32).encode())
        file.flush()
        os.fsync(file.fileno())
    return path.read_bytes()
