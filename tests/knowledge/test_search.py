"""Search is as new as the articles, reads only what changed, and shows nobody what is not for them."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.errors import Unavailable
from relevo.knowledge import search as searching
from relevo.knowledge.actions import put_article, remove_article
from relevo.knowledge.documents import Document
from relevo.knowledge.entries import entries
from relevo.knowledge.entry import MEMBERS, Entry
from relevo.knowledge.search import search
from relevo.knowledge.tables import Article, KnowledgeVersion
from tests.people import Workspace


def put(workspace: Workspace, name: str, body: str, **changes: Any) -> None:
    async def work() -> None:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            await put_article(session, workspace.id, Document(name, name, "es", body))
            if changes:
                await session.execute(update(Article).where(Article.name == name).values(**changes))

    workspace.server.run(work())


def remove(workspace: Workspace, name: str) -> None:
    async def work() -> None:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            await remove_article(session, workspace.id, name)

    workspace.server.run(work())


def found(workspace: Workspace, query: str, **reader: Any) -> list[str]:
    async def work() -> list[str]:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            hits = await search(session, workspace.id, query=query, locale="es", limit=5, **reader)
            return [hit.entry.article for hit in hits]

    return workspace.server.run(work())


def test_what_is_published_is_found_by_the_next_search_and_what_is_removed_is_not(workspace: Workspace) -> None:
    put(workspace, "horno.md", "El horno se limpia con vapor.")
    assert found(workspace, "limpiar el horno") == ["horno.md"]
    put(workspace, "nevera.md", "La nevera se limpia con bicarbonato.")
    assert found(workspace, "bicarbonato") == ["nevera.md"]
    put(workspace, "horno.md", "El horno se limpia con limón.")
    assert found(workspace, "vapor") == []
    assert found(workspace, "limón") == ["horno.md"]
    remove(workspace, "horno.md")
    assert found(workspace, "limón") == []


def test_only_what_changed_is_read_anew(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    async def counted(session: AsyncSession, articles: Sequence[UUID] | None = None) -> list[Entry]:
        some = await entries(session, articles)
        read.append(len({entry.article for entry in some}))
        return some

    monkeypatch.setattr(searching, "entries", counted)
    for n in range(4):
        put(workspace, f"{n}.md", f"El envío número {n} tarda poco.")
    found(workspace, "envío")
    found(workspace, "envío")
    put(workspace, "2.md", "El envío número dos tarda semanas.")
    assert found(workspace, "semanas") == ["2.md"]
    remove(workspace, "3.md")
    found(workspace, "envío")
    assert read == [4, 1]


def test_what_is_not_published_is_not_found(workspace: Workspace) -> None:
    put(workspace, "a.md", "Rebajas de enero.", status="draft")
    assert found(workspace, "rebajas", audience=MEMBERS) == []


def test_internal_knowledge_is_found_by_members_alone(workspace: Workspace) -> None:
    put(workspace, "a.md", "El margen de descuento es del diez por ciento.", audience="members")
    assert found(workspace, "margen de descuento") == []
    assert found(workspace, "margen de descuento", audience=MEMBERS) == ["a.md"]
    listed = workspace.program().get("/api/v1/search", params={"q": "margen de descuento"}).json()["passages"]
    assert [passage["article"] for passage in listed] == ["a.md"]


def test_an_article_is_found_while_it_holds_and_where_it_holds(workspace: Workspace) -> None:
    put(workspace, "pasado.md", "Promoción de hornos.", valid_until=now() - timedelta(seconds=1))
    put(workspace, "futuro.md", "Promoción de neveras.", valid_from=now() + timedelta(hours=1))
    put(workspace, "mexico.md", "Promoción de cafeteras.", countries=["mx"])
    assert found(workspace, "promoción") == ["mexico.md"]
    assert found(workspace, "promoción", at=now() + timedelta(hours=2), country="ES") == ["futuro.md"]
    assert found(workspace, "promoción", at=now() - timedelta(hours=1), country="es") == ["pasado.md"]


def test_a_change_that_was_taken_back_is_not_kept(workspace: Workspace) -> None:
    put(workspace, "a.md", "El horno se limpia con vapor.")
    found(workspace, "vapor")

    async def change_and_fail() -> None:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            await put_article(session, workspace.id, Document("a.md", "a.md", "es", "El horno se limpia con lejía."))
            assert await search(session, workspace.id, query="lejía", locale="es", limit=5)
            assert await session.scalar(select(KnowledgeVersion.version))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        workspace.server.run(change_and_fail())
    assert found(workspace, "lejía") == []
    assert found(workspace, "vapor") == ["a.md"]


def test_what_was_read_is_kept_when_its_reader_goes_away(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    async def interrupted(session: AsyncSession, articles: Sequence[UUID] | None = None) -> list[Entry]:
        if len(read) == 2:
            read.append(0)
            raise ConnectionResetError
        some = await entries(session, articles)
        read.append(len(some))
        return some

    monkeypatch.setattr(searching, "entries", interrupted)
    monkeypatch.setattr(searching, "_AT_ONCE", 1)
    for n in range(4):
        put(workspace, f"{n}.md", f"El envío número {n} tarda poco.")
    with pytest.raises(Exception):  # noqa: B017, PT011 - as the database says it
        found(workspace, "envío")
    assert sorted(found(workspace, "envío")) == ["0.md", "1.md", "2.md", "3.md"]
    assert read == [1, 1, 0, 1, 1]


def test_who_waits_too_long_for_a_first_reading_is_told_so(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(workspace, "a.md", "El envío tarda poco.")
    monkeypatch.setattr(searching, "_PATIENCE", 0.05)

    async def work() -> None:
        async with searching._lock(workspace.id), workspace.server.platform.db.transaction(workspace.id) as session:
            await search(session, workspace.id, query="envío", locale="es", limit=5)

    with pytest.raises(Unavailable):
        workspace.server.run(work())
    assert found(workspace, "envío") == ["a.md"]
