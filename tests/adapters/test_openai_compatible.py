"""Servers that speak like OpenAI, more or less, and where they may stand."""

from collections.abc import Generator

import pytest

from relevo.adapters.openai_compatible.model import OPENAI, OpenAiCompatible, open_ai
from relevo.platform.outbound.client import client
from relevo.ports.language_model import Broken, Connection, NotAllowed, Reply, Request, Said, Schema
from tests.providers.behaviours import answers, form
from tests.providers.protocols import Asked
from tests.providers.server import Behaviour, Provider, Wire, running

SCHEMA = Schema(
    "reply",
    {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": False},
)
REQUEST = Request("Be brief.", (Said("customer", "hola"),), 100, schema=SCHEMA)
TEXT = form(("Hola.", []))


@pytest.fixture
def provider() -> Generator[Provider]:
    with running(answers(TEXT)) as provider:
        yield provider


def knows_not(*words: str) -> Behaviour:
    """Refuses requests with these fields or values."""

    async def behaviour(asked: Asked, wire: Wire) -> None:
        settings = str({name: value for name, value in asked.body.items() if name != "messages"})
        if word := next((word for word in words if word in settings), None):
            await wire.answer({"error": {"message": f"'{word}' is not supported here"}}, status=400)
        else:
            await answers(TEXT)(asked, wire)

    return behaviour


SERVERS = [
    ("json_schema",),
    ("json_schema", "json_object"),
    ("temperature",),
    ("stream_options",),
    ("stream_options", "temperature", "json_schema", "json_object"),
]


@pytest.mark.parametrize("unknown", SERVERS, ids=" ".join)
async def test_what_a_server_rejects_is_left_out_from_then_on(provider: Provider, unknown: tuple[str, ...]) -> None:
    provider.does = knows_not(*unknown)
    async with client("language_model", allow="127.0.0.1:*") as http:
        model = OpenAiCompatible(Connection(http, "small", None, f"{provider.url}/v1"))
        replies = [part async for part in model.stream(REQUEST) if isinstance(part, Reply)]
        tries = len(provider.asked)
        assert replies[0].text == TEXT
        assert tries == len(unknown) + 1
        assert (await model.complete(REQUEST)).text == TEXT
        assert len(provider.asked) == tries + 1
    if "json_object" in unknown:
        assert '"additionalProperties":false' in provider.asked[-1].system
    assert "authorization" not in provider.asked[-1].headers


async def test_a_server_that_wants_the_newer_name_of_the_limit_gets_it(provider: Provider) -> None:
    async def newer(asked: Asked, wire: Wire) -> None:
        if "max_tokens" in asked.body:
            told = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."
            await wire.answer({"error": {"message": told}}, status=400)
        else:
            await answers(TEXT)(asked, wire)

    provider.does = newer
    async with client("language_model", allow="127.0.0.1:*") as http:
        assert (
            await OpenAiCompatible(Connection(http, "small", "k", f"{provider.url}/v1")).complete(REQUEST)
        ).text == TEXT
    assert provider.asked[-1].body["max_completion_tokens"] == 100


async def test_a_server_that_accepts_nothing_is_given_up(provider: Provider) -> None:
    provider.does = knows_not("small")
    async with client("language_model", allow="127.0.0.1:*") as http:
        with pytest.raises(Broken):
            await OpenAiCompatible(Connection(http, "small", "k", f"{provider.url}/v1")).complete(REQUEST)
    assert len(provider.asked) <= 5


@pytest.mark.parametrize(
    "base_url",
    [
        "http://169.254.169.254/v1", "http://127.0.0.1/v1", "http://[::ffff:127.0.0.1]/v1", "http://0x7f000001/v1", "http://localhost/v1",
        "http://10.0.0.8/v1", "ftp://example.com/v1", "http://u:p@127.0.0.1/v1", "http://2130706433/v1",
    ],
)  # fmt: skip
async def test_no_internal_address_is_asked_unless_the_installation_allows_it(base_url: str) -> None:
    async with client("language_model", allow=None) as http:
        with pytest.raises(NotAllowed):
            await OpenAiCompatible(Connection(http, "small", "k", base_url)).complete(REQUEST)


async def test_a_redirect_to_an_internal_address_is_not_followed(provider: Provider) -> None:
    async def elsewhere(asked: Asked, wire: Wire) -> None:
        await wire.answer({}, status=307, headers={"location": f"{provider.url}/inside"})

    provider.does = elsewhere
    async with client("language_model", allow="127.0.0.1:*") as http:
        with pytest.raises(Broken):
            await OpenAiCompatible(Connection(http, "small", "k", f"{provider.url}/v1")).complete(REQUEST)
    assert [one.path for one in provider.asked] == ["/v1/chat/completions"]


async def test_openai_is_asked_at_its_own_address_whatever_is_set() -> None:
    async with client("language_model", allow=None) as http:
        model = open_ai(Connection(http, "large", "k", "http://127.0.0.1/v1"))
    assert model._url == f"{OPENAI}/chat/completions"
