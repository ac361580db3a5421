"""A server of embeddings as OpenAI's: vectors of length one in the order of the texts, or an error that search knows."""

import json

import httpx
import numpy as np
import pytest

from relevo.adapters.openai_embeddings.embedder import OpenAiEmbeddings
from relevo.kit.errors import Unavailable


def embedder(answer: httpx.Response | Exception, seen: list[httpx.Request] | None = None) -> OpenAiEmbeddings:
    def handle(request: httpx.Request) -> httpx.Response:
        if seen is not None:
            seen.append(request)
        if isinstance(answer, Exception):
            raise answer
        return answer

    client = httpx.Client(transport=httpx.MockTransport(handle))
    return OpenAiEmbeddings("http://models.test/v1/", "small", "k-1", client=client)


def rows(*vectors: list[float]) -> httpx.Response:
    data = [{"index": at, "embedding": vector} for at, vector in enumerate(vectors)]
    return httpx.Response(200, json={"data": list(reversed(data))})


def test_vectors_come_in_the_order_of_the_texts_and_of_length_one() -> None:
    seen: list[httpx.Request] = []
    found = embedder(rows([3.0, 4.0], [0.0, 2.0]), seen).embed(["one", ""])
    assert np.allclose(found, [[0.6, 0.8], [0.0, 1.0]])
    assert str(seen[0].url) == "http://models.test/v1/embeddings"
    assert seen[0].headers["Authorization"] == "Bearer k-1"
    assert json.loads(seen[0].content) == {"model": "small", "input": ["one", "-"]}


def test_the_size_of_vectors_is_asked_once() -> None:
    seen: list[httpx.Request] = []
    one = embedder(rows([1.0, 0.0, 0.0]), seen)
    assert (one.dims, one.dims) == (3, 3)
    assert len(seen) == 1


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(500), httpx.Response(429),
        httpx.Response(302, headers={"Location": "http://10.0.0.1/"}), httpx.Response(200, text="<html>"),
        httpx.Response(200, json={"data": []}), httpx.Response(200, json={"data": [{"index": 0}]}), httpx.Response(200, json=[]),
        httpx.Response(200, content=b'{"data": [{"index": 0, "embedding": [NaN]}]}'), rows([1.0], [2.0]), httpx.ReadTimeout("slow"),
    ],
)  # fmt: skip
def test_whatever_else_it_answers_is_one_error(answer: httpx.Response | Exception) -> None:
    with pytest.raises(Unavailable):
        embedder(answer).embed(["one"])
