"""Files and folders are taken into the knowledge base, and for each it is said what became of it."""

from pathlib import Path
from typing import Any

import pytest

from relevo.knowledge.actions import remove_article
from relevo.knowledge.files import Report, add_path, markdown_of_html
from tests.people import Workspace


def add(workspace: Workspace, path: str | Path) -> list[Report]:
    async def work() -> list[Report]:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            return await add_path(session, str(path))

    return workspace.server.run(work())


def remove(workspace: Workspace, name: str) -> bool:
    async def work() -> bool:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            return await remove_article(session, workspace.id, name)

    return workspace.server.run(work())


def found(workspace: Workspace, question: str) -> list[dict[str, Any]]:
    response = workspace.program().get("/api/v1/search", params={"q": question, "locale": "es"})
    return response.raise_for_status().json()["passages"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "envios.md").write_text("# Envíos\n\nEl envío a Baleares cuesta 9,90 €.")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "nota.txt").write_text("El aparcamiento es gratis durante dos horas.")
    (tmp_path / "logo.png").write_bytes(b"\x89PNG")
    (tmp_path / "latin.md").write_bytes("# Año".encode("latin-1"))
    (tmp_path / ".hidden.md").write_text("# Oculto")
    return tmp_path


def test_a_folder_is_taken_file_by_file_and_each_is_reported(workspace: Workspace, folder: Path) -> None:
    reports = {report.name: (report.taken, report.reason) for report in add(workspace, folder)}
    assert reports == {
        "envios.md": (True, "added"),
        "sub/nota.txt": (True, "added"),
        "logo.png": (False, "files of the kind .png are not read"),
        "latin.md": (False, "not UTF-8 text"),
    }


def test_a_file_taken_again_is_left_unless_it_changed(workspace: Workspace, folder: Path) -> None:
    add(workspace, folder / "envios.md")
    assert add(workspace, folder / "envios.md")[0].reason == "unchanged since last time"
    (folder / "envios.md").write_text("# Envíos\n\nEl envío a Baleares cuesta 12 €.")
    assert add(workspace, folder / "envios.md")[0].reason == "replaced"
    assert "12 €" in found(workspace, "envío a Baleares")[0]["text"]


@pytest.mark.parametrize("address", ["https://example.com/help", "http://example.com/sitemap.xml"])
def test_web_pages_are_left_and_it_is_said_why(workspace: Workspace, address: str) -> None:
    assert add(workspace, address) == [Report(address, taken=False, reason="web pages are not supported yet")]


def test_a_path_that_is_not_there_is_reported(workspace: Workspace, tmp_path: Path) -> None:
    assert add(workspace, tmp_path / "nothing")[0].reason == "there is no such file or folder"


def test_what_was_added_is_found_by_agents_with_its_article(workspace: Workspace, folder: Path) -> None:
    add(workspace, folder)
    first = found(workspace, "¿cuánto vale mandarlo a Baleares?")[0]
    assert (first["article"], first["title"], first["locale"]) == ("envios.md", "Envíos", "es")
    assert first["score"] > 0


def test_a_removed_article_is_not_found_any_more(workspace: Workspace, folder: Path) -> None:
    add(workspace, folder)
    assert found(workspace, "aparcamiento")
    assert remove(workspace, "sub/nota.txt") is True
    assert found(workspace, "aparcamiento") == []
    assert remove(workspace, "sub/nota.txt") is False


def test_another_workspace_finds_nothing_of_it(workspace: Workspace, new_workspace: Any, folder: Path) -> None:
    add(workspace, folder)
    assert found(new_workspace(), "envío a Baleares") == []


def test_customers_cannot_search(workspace: Workspace) -> None:
    assert workspace.customer().client.get("/api/v1/search", params={"q": "envío"}).status_code == 401


def test_a_web_page_on_disk_keeps_headings_lists_and_tables_and_loses_its_frame() -> None:
    html = """<html><head><title>x</title><style>p{}</style></head><body><nav>Menu</nav><h1>Envíos</h1>
    <p>Llega en <b>3 días</b>.</p><ol><li>Abre</li><li>Cierra</li></ol>
    <table><tr><th>Zona</th><th>Precio</th></tr><tr><td>Ceuta</td><td>19,90&nbsp;€</td></tr></table><script>x()</script></body></html>"""
    lines = [line for line in markdown_of_html(html).splitlines() if line]
    assert lines == [
        "# Envíos", "Llega en 3 días.", "1. Abre", "2. Cierra", "| Zona | Precio |", "|---|---|", "| Ceuta | 19,90 € |",
    ]  # fmt: skip
