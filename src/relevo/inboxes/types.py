"""What an inbox of the chat widget can set. Kept as flat JSON in `settings`; unset is the widget's default."""

from typing import Literal, TypedDict


class ChatSettings(TypedDict, total=False):
    assistant_name: str
    color: str  # "#rrggbb"
    position: Literal["left", "right"]
    scheme: Literal["auto", "light", "dark"]
    greeting: dict[str, str]  # by language
    starters: dict[str, list[str]]  # questions to begin with, by language
    privacy_url: str | None
    allowed_origins: list[str]  # sites that may carry the widget; empty: any
    identity_secret: str  # signs the identities that the site vouches for
