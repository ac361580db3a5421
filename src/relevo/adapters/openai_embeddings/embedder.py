"""The embedder behind an address."""

from collections.abc import Sequence
from threading import Lock

import httpx
import numpy as np
from numpy.typing import NDArray

from relevo.kit.errors import Unavailable

_SECONDS = 10.0
_LONGEST = 8_000  # characters of a text that are sent
_TOGETHER = 64
_MOST_BYTES = 64 * 1024 * 1024


class OpenAiEmbeddings:
    """Vectors from `POST {base_url}/embeddings`. Raises Unavailable where they cannot be had."""

    def __init__(self, base_url: str, model: str, key: str | None, *, client: httpx.Client | None = None) -> None:
        self._url, self._model = f"{base_url.rstrip('/')}/embeddings", model
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._client = client or httpx.Client(timeout=_SECONDS, follow_redirects=False)
        self._dims = 0
        self._lock = Lock()

    @property
    def name(self) -> str:
        return f"{self._model} at {self._url}"

    @property
    def dims(self) -> int:
        """What the model's vectors have; the first time it is asked."""
        with self._lock:
            if not self._dims:
                self._dims = int(self._asked(["-"]).shape[1])
        return self._dims

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        parts = [self._asked(texts[start : start + _TOGETHER]) for start in range(0, len(texts), _TOGETHER)]
        return np.concatenate(parts) if parts else np.zeros((0, self.dims), np.float32)

    def _asked(self, texts: Sequence[str]) -> NDArray[np.float32]:
        body = {"model": self._model, "input": [text[:_LONGEST].strip() or "-" for text in texts]}
        try:
            response = self._client.post(self._url, json=body, headers=self._headers)
            response.raise_for_status()
            if len(response.content) > _MOST_BYTES:
                raise ValueError("too large")
            rows = sorted(response.json()["data"], key=lambda row: int(row["index"]))
            vectors = np.asarray([row["embedding"] for row in rows], np.float32)
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            raise Unavailable(f"The server of embeddings gave none ({type(error).__name__}).") from None
        if vectors.ndim != 2 or len(vectors) != len(texts) or not np.isfinite(vectors).all():
            raise Unavailable("The server of embeddings gave something else than a vector for each text.")
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
