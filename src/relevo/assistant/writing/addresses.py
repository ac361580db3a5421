"""Where a model may be: at its provider, or at an address that the guard lets through."""

from relevo.assistant.writing.schemas import ModelIn
from relevo.kit.errors import Invalid
from relevo.platform.outbound.allow import Allowed
from relevo.platform.outbound.guard import Guard, read_url
from relevo.platform.outbound.refused import Refused
from relevo.platform.settings import Settings


def check_address(settings: Settings, wanted: ModelIn) -> None:
    """As it is written; who really answers there is looked at when it is asked. Raises Invalid."""
    if (wanted.provider == "openai_compatible") != (wanted.base_url is not None):
        raise _wrong("is needed for openai_compatible, and for no other provider")
    if wanted.base_url is None:
        return
    try:
        url = read_url(wanted.base_url)
        Guard(Allowed.parse(settings.fetch_allow or "")).judge(url)
    except Refused as error:
        raise _wrong(f"{error.detail} RELEVO_FETCH_ALLOW makes exceptions.") from error
    if url.query or url.fragment:
        raise _wrong("has to end with its path, as in https://models.example.com/v1")


def _wrong(message: str) -> Invalid:
    return Invalid("Some of the values are not valid.", errors=[{"field": "base_url", "message": message}])
