"""The conformance of every adapter: the same answers and the same errors, whatever the provider calls them."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import aclosing
from dataclasses import replace

import pytest

from relevo.adapters.anthropic.model import Anthropic
from relevo.adapters.google.model import Google
from relevo.adapters.mistral.model import Mistral
from relevo.adapters.openai_compatible.model import OpenAiCompatible
from relevo.platform.outbound.client import client
from relevo.ports.language_model import (
    Broken,
    Connection,
    Deadline,
    LanguageModel,
    ModelError,
    NotAllowed,
    Overloaded,
    RateLimited,
    Refused,
    Reply,
    Request,
    Said,
    Schema,
    TimedOut,
)
from tests.providers.behaviours import answers, drops, ends_early, fails, floods, form, late, pings, sends, stalls
from tests.providers.protocols import REPORTED, Asked, whole
from tests.providers.server import Behaviour, Provider, Wire, running

KEY = "sk-canary-of-the-key"
TEXT = form(("El envío cuesta 4,90 €. ¿Te sirve? 🎁 «Sí»", [1, 2]))
_INNER = {"type": "object", "properties": {}, "additionalProperties": False}
SCHEMA = Schema(
    "reply",
    {
        "type": "object",
        "properties": {"a": {"type": "string"}, "b": _INNER},
        "required": ["a"],
        "additionalProperties": False,
    },
)
DEADLINE = Deadline(first=10.0, pause=10.0, total=20.0)
_SAID = (Said("customer", "hola"), Said("assistant", "dime"), Said("customer", "¿cuánto?"))
REQUEST = Request("Be brief.", _SAID, 300, 0.0, SCHEMA, DEADLINE)
IN_A_HURRY = replace(REQUEST, deadline=Deadline(first=0.4, pause=0.4, total=0.9))

Make = Callable[[Connection, str], LanguageModel]
ADAPTERS: dict[str, Make] = {
    "openai_compatible": lambda connection, url: OpenAiCompatible(
        Connection(connection.http, connection.model, connection.key, f"{url}/v1/")
    ),
    "anthropic": lambda connection, url: Anthropic(connection, url=f"{url}/v1/messages"),
    "google": lambda connection, url: Google(connection, url=f"{url}/v1beta"),
    "mistral": lambda connection, url: Mistral(connection, url=f"{url}/mistral/v1/chat/completions"),
}


@pytest.fixture(scope="module")
def provider() -> Generator[Provider]:
    with running(answers(TEXT)) as provider:
        yield provider


@pytest.fixture(params=list(ADAPTERS))
async def model(request: pytest.FixtureRequest, provider: Provider) -> AsyncGenerator[LanguageModel]:
    provider.does, provider.then = answers(TEXT), []
    provider.asked.clear()
    async with client("language_model", allow="127.0.0.1:*") as http:
        yield ADAPTERS[request.param](Connection(http, "small-model", KEY), provider.url)


async def streamed(model: LanguageModel, request: Request = REQUEST) -> tuple[list[str], Reply | None]:
    pieces: list[str] = []
    reply: Reply | None = None
    async with aclosing(model.stream(request)) as parts:
        async for part in parts:
            if isinstance(part, Reply):
                reply = part
            else:
                pieces.append(part)
    return pieces, reply


async def test_a_whole_answer_is_read_with_its_model_and_what_it_used(model: LanguageModel) -> None:
    reply = await model.complete(REQUEST)
    assert reply.text.replace(" ", "") == TEXT.replace(" ", "")
    assert (reply.model, reply.finish) == (REPORTED, "complete")
    assert (reply.usage.tokens_in, reply.usage.tokens_out) == (111, 22)


async def test_a_streamed_answer_comes_in_pieces_and_is_the_same(model: LanguageModel) -> None:
    pieces, reply = await streamed(model)
    assert len(pieces) > 3
    assert reply is not None
    assert "".join(pieces) == reply.text == TEXT
    assert (reply.model, reply.finish, reply.usage.tokens_in, reply.usage.tokens_out) == (REPORTED, "complete", 111, 22)


async def test_who_speaks_is_told_by_the_protocol_and_the_key_stands_in_a_header(
    model: LanguageModel, provider: Provider
) -> None:
    await model.complete(REQUEST)
    asked = provider.asked[-1]
    assert asked.system == "Be brief."
    assert [text for _, text in asked.said] == ["hola", "dime", "¿cuánto?"]
    assert [role for role, _ in asked.said] == ["user", "model" if asked.protocol == "google" else "assistant", "user"]
    assert KEY not in asked.everything + asked.path
    assert KEY in str(asked.headers)


async def test_the_form_of_the_answer_is_demanded_by_the_protocols_own_means(
    model: LanguageModel, provider: Provider
) -> None:
    await model.complete(REQUEST)
    body = provider.asked[-1].body
    match provider.asked[-1].protocol:
        case "anthropic":
            assert body["tool_choice"] == {"type": "tool", "name": "reply"}
            assert body["tools"][0]["input_schema"] == SCHEMA.json
        case "google":
            form_ = body["generationConfig"]["responseSchema"]
            assert form_["propertyOrdering"] == ["a", "b"]
            assert "additionalProperties" not in str(form_)
        case _:
            assert body["response_format"]["json_schema"] == {"name": "reply", "strict": True, "schema": SCHEMA.json}


async def test_without_a_form_plain_text_is_read(model: LanguageModel, provider: Provider) -> None:
    provider.does = answers("Hola.")
    plain = Request("Be brief.", (Said("customer", "hola"),), deadline=DEADLINE)
    assert (await model.complete(plain)).text == "Hola."
    pieces, _ = await streamed(model, plain)
    assert "".join(pieces) == "Hola."


async def unfit(asked: Asked, wire: Wire) -> None:
    await wire.answer({"choices": "none", "content": 7, "candidates": {}, "type": "message"})


async def an_error(asked: Asked, wire: Wire) -> None:
    body = {"type": "error", "error": {"type": "overloaded_error", "message": "no"}}
    if not asked.is_streamed:
        await wire.answer(body)
        return
    await wire.begin_events()
    await wire.send(b'data: {"type":"error","error":{"type":"overloaded_error","message":"no"}}\n\n')


MISBEHAVIOURS: dict[str, tuple[Behaviour, type[ModelError]]] = {
    "late": (late(2), TimedOut),
    "stalls": (stalls(2, 2, TEXT), TimedOut),
    "only pings": (pings(4), TimedOut),
    "drops": (drops(3, TEXT), Broken),
    "ends early": (ends_early(3, TEXT), Broken),
    "429": (fails(429, retry_after="7"), RateLimited),
    "429 quietly": (fails(429), RateLimited),
    "500": (fails(500), Overloaded),
    "502 with a page": (fails(502, body=b"<html>"), Overloaded),
    "503": (fails(503), Overloaded),
    "529": (fails(529), Overloaded),
    "401": (fails(401), NotAllowed),
    "404": (fails(404), NotAllowed),
    "400": (fails(400), Broken),
    "418": (fails(418), Broken),
    "301": (fails(301), Broken),
    "a page": (sends(b"<html>hi", "text/html"), Broken),
    "a page as events": (sends(b"<html>hi"), Broken),
    "nothing": (sends(b""), Broken),
    "no json": (sends(b"data: {oops\n\n"), Broken),
    "nan": (sends(b'data: {"choices": NaN}\n\n'), Broken),
    "deep": (sends(b"data: " + b'{"a":[' * 2000 + b"\n\n"), Broken),
    "a list": (sends(b"data: [1]\n\n"), Broken),
    "two megabytes": (floods(2), Broken),
    "one endless line": (sends(b"data: " + b"x" * 2_000_000), Broken),
    "an error": (an_error, Overloaded),
}


@pytest.mark.parametrize(("behaviour", "error"), MISBEHAVIOURS.values(), ids=MISBEHAVIOURS.keys())
async def test_every_misbehaviour_is_an_error_of_its_kind(
    model: LanguageModel, provider: Provider, behaviour: Behaviour, error: type[ModelError]
) -> None:
    provider.does = behaviour
    with pytest.raises(error) as raised:
        await streamed(model, IN_A_HURRY if error is TimedOut else REQUEST)
    assert KEY not in str(raised.value)
    assert "¿cuánto?" not in str(raised.value)


@pytest.mark.parametrize(
    "behaviour", [unfit, an_error, sends(b"<html>", "text/html"), sends(b"", "application/json"), fails(500)]
)
async def test_a_whole_answer_that_is_none_is_an_error_too(
    model: LanguageModel, provider: Provider, behaviour: Behaviour
) -> None:
    provider.does = behaviour
    with pytest.raises((Broken, Overloaded, TimedOut)):
        await model.complete(REQUEST)


async def test_a_whole_answer_that_does_not_come_in_time_is_an_error(model: LanguageModel, provider: Provider) -> None:
    provider.does = late(3)
    with pytest.raises(TimedOut):
        await model.complete(IN_A_HURRY)


async def test_the_provider_says_for_how_long_it_wants_to_be_left_alone(
    model: LanguageModel, provider: Provider
) -> None:
    provider.then = [
        fails(429, retry_after="7"),
        fails(503, retry_after="Wed, 21 Oct 2015 07:28:00 GMT"),
        fails(429, retry_after="nan"),
    ]
    for expected in (7.0, 0.0, None):
        with pytest.raises(ModelError) as raised:
            await model.complete(REQUEST)
        assert raised.value.retry_after == expected


async def test_an_answer_that_is_cut_off_by_its_length_says_so(model: LanguageModel, provider: Provider) -> None:
    async def cut(asked: Asked, wire: Wire) -> None:
        finish = {"anthropic": "max_tokens", "google": "MAX_TOKENS"}.get(asked.protocol, "length")
        await wire.answer(whole(asked, TEXT, finish=finish))

    provider.does = cut
    assert (await model.complete(REQUEST)).finish == "too_long"


async def test_a_model_that_declines_is_known_by_it(model: LanguageModel, provider: Provider) -> None:
    async def declines(asked: Asked, wire: Wire) -> None:
        finish = {"anthropic": "refusal", "google": "SAFETY"}.get(asked.protocol, "content_filter")
        await wire.answer(whole(asked, "", finish=finish))

    provider.does = declines
    with pytest.raises(Refused):
        await model.complete(REQUEST)


async def test_calls_of_tools_that_were_not_offered_are_passed_over(model: LanguageModel, provider: Provider) -> None:
    async def calls_a_tool(asked: Asked, wire: Wire) -> None:
        found = whole(asked, "")
        if asked.protocol == "anthropic":
            found["content"] = [{"type": "tool_use", "id": "x", "name": "refund", "input": {"amount": 10_000}}] * 50
        elif asked.protocol in ("openai", "mistral"):
            call = {"id": "x", "type": "function", "function": {"name": "refund", "arguments": '{"amount": 10000}'}}
            found["choices"][0]["message"] = {"role": "assistant", "content": None, "tool_calls": [call] * 50}
        else:
            found["candidates"][0]["content"]["parts"] = [{"functionCall": {"name": "refund", "args": {}}}] * 50
        await wire.answer(found)

    provider.does = calls_a_tool
    assert (await model.complete(REQUEST)).text == ""


async def test_a_request_that_is_given_up_ends(model: LanguageModel, provider: Provider) -> None:
    provider.does = stalls(6, 30, TEXT)
    parts = model.stream(REQUEST)
    assert await anext(parts)
    await asyncio.wait_for(parts.aclose(), 1)
