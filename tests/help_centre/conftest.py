"""A company whose help centre is open, and its articles."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.people import Workspace


@dataclass
class Centre:
    workspace: Workspace
    program: httpx.Client
    reader: httpx.Client  # anybody
    slug: str

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.reader.get(f"/help/{self.slug}/{path}", **more)

    def settings(self, **more: Any) -> dict[str, Any]:
        answer = self.program.put("/api/v1/help-centre", json={"enabled": True, "slug": self.slug, **more})
        return answer.raise_for_status().json()

    def add(self, title: str, **more: Any) -> dict[str, Any]:
        wanted = {"title": title, "body": f"Texto sobre {title}.", "locale": "es", "status": "published", **more}
        return self.program.post("/api/v1/articles", json=wanted).raise_for_status().json()


@pytest.fixture
def centre(workspace: Workspace) -> Iterator[Centre]:
    with workspace.program() as program, httpx.Client(base_url=workspace.server.url, timeout=20) as reader:
        found = Centre(workspace, program, reader, f"ayuda-{uuid4().hex[:8]}")
        found.settings()
        yield found
