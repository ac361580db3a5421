"""Site maps, watched folders, and runs that several workers want to do: each exactly once, whatever happens to whom."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import update

from relevo.kit.clock import now
from relevo.knowledge.sources import jobs, runs
from relevo.knowledge.sources.actions import add as add_source
from relevo.knowledge.sources.folder import allowed_folder
from relevo.knowledge.sources.guard import make_guard
from relevo.knowledge.sources.sitemap import is_sitemap, read_sitemap
from relevo.knowledge.sources.sketch import same_as, sketch_of
from relevo.knowledge.sources.tables import Source, SourceItem
from relevo.knowledge.sources.types import SourceSettings
from relevo.knowledge.types import SYSTEM
from relevo.platform.platform import Platform
from tests.conftest import Server
from tests.knowledge.sites import Site, answer, guard_for, page
from tests.knowledge.test_sources import add, again, answers, articles, items, settled
from tests.people import Workspace


@pytest.fixture
def site(server: Server) -> Iterator[Site]:
    parts = server.platform._parts
    with Site({}) as running:
        parts[make_guard] = guard_for(running)
        yield running
        del parts[make_guard]


@pytest.fixture
def program(workspace: Workspace) -> httpx.Client:
    return workspace.program()


def urlset(site: Site, *names: str) -> str:
    entries = "".join(f"<url><loc>{site.url}/{name}</loc><lastmod>2026-11-01</lastmod></url>" for name in names)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'


def index(site: Site, *names: str) -> str:
    entries = "".join(f"<sitemap><loc>{site.url}/{name}</loc></sitemap>" for name in names)
    return f"<sitemapindex>{entries}</sitemapindex>"


TEXTS = {
    "envios": "El envío a Baleares cuesta 9,90 euros y tarda cinco días en llegar a cualquiera de las islas del archipiélago.",
    "pagos": "Se paga con tarjeta, con Bizum o contra reembolso, y el cargo se hace en el momento en que sale el paquete.",
    "tallas": "Las tallas van de la treinta y seis a la cuarenta y seis, y conviene medir el pie por la tarde antes de elegir.",
}


def test_a_site_map_with_maps_in_it_is_taken_page_by_page(program: httpx.Client, site: Site) -> None:
    site.pages = {
        "/map.xml": answer(index(site, "one.xml", "two.xml.gz", "map.xml", "none.xml"), kind="application/xml"),
        "/one.xml": answer(urlset(site, "envios", "pagos"), kind="application/xml"),
        "/two.xml.gz": answer(gzip.compress(urlset(site, "tallas", "gone").encode()), kind="application/gzip"),
        **{f"/{name}": page(name.title(), text) for name, text in TEXTS.items()},
    }
    source = add(program, "sitemap", f"{site.url}/map.xml")
    host = f"shop.test:{site.port}"
    assert items(program, source) == {
        f"{host}/envios": (True, "added"), f"{host}/pagos": (True, "added"), f"{host}/tallas": (True, "added"),
        f"{host}/gone": (False, "not_found"),
    }  # fmt: skip
    assert (source["counts"], source["progress"]) == ({"taken": 3, "unchanged": 0, "left": 1}, {"done": 4, "total": 4})


def test_pages_of_other_sites_are_not_visited(program: httpx.Client, site: Site) -> None:
    text = f"{site.url}/envios\nhttp://evil.test/a\nhttp://127.0.0.1/b\n"
    site.pages = {"/map.txt": answer(text, kind="text/plain"), "/envios": page("Envíos", TEXTS["envios"])}
    assert list(items(program, add(program, "sitemap", f"{site.url}/map.txt"))) == [f"shop.test:{site.port}/envios"]


def test_a_page_that_left_the_map_stays_until_it_is_gone(program: httpx.Client, site: Site) -> None:
    site.pages = {
        "/map": answer(urlset(site, "envios", "pagos")),
        "/envios": page("Envíos", TEXTS["envios"]),
        "/pagos": page("Pagos", TEXTS["pagos"]),
    }
    source = add(program, "sitemap", f"{site.url}/map")
    site.pages["/map"] = answer(urlset(site, "envios"))
    again(program, source)
    assert answers(program, "¿se paga con Bizum?") != []
    del site.pages["/pagos"]
    again(program, source)
    again(program, source)
    assert answers(program, "¿se paga con Bizum?") == []


def test_pages_that_say_nearly_the_same_are_taken_once(program: httpx.Client, site: Site) -> None:
    """Thousands of copies of a page must not crowd out what else there is to find."""
    copies = {f"/copy{n}": page("Envíos", TEXTS["envios"]) for n in range(8)}
    other_price = page("Envíos", TEXTS["envios"].replace("9,90", "4,90"))
    site.pages = {"/map": answer(urlset(site, *(name[1:] for name in copies), "otro")), **copies, "/otro": other_price}
    source = add(program, "sitemap", f"{site.url}/map")
    reasons = [reason for _, reason in items(program, source).values()]
    assert (reasons.count("added"), reasons.count("same")) == (2, 7)


@pytest.mark.parametrize("content", [b"<html><p>Hola", b"", b'<!DOCTYPE x [<!ENTITY a "b">]><urlset><url><loc>&a;</loc></url></urlset>',
                                     b"<urlset><url>", b"\x1f\x8bnothing"])  # fmt: skip
def test_what_is_no_site_map_is_said_to_be_none(program: httpx.Client, site: Site, content: bytes) -> None:
    site.pages = {"/map": answer(content)}
    source = add(program, "sitemap", f"{site.url}/map")
    assert (source["state"], bool(source["last_error"])) == ("failed", True)


def test_a_calendar_without_end_is_cut() -> None:
    lines = "\n".join(f"https://shop.test/calendar?day={n}" for n in range(50_000))
    assert len(read_sitemap(lines.encode(), "https://shop.test/map").pages) == 50_000
    assert is_sitemap(b"\xef\xbb\xbf<?xml version='1.0'?><urlset>")
    assert not is_sitemap(b"<html>")


def test_texts_are_alike_whatever_their_accents_and_differ_by_a_figure() -> None:
    text = " ".join(TEXTS.values())
    others = [("a", sketch_of(TEXTS["pagos"])), ("b", sketch_of(text))]
    assert same_as(sketch_of(text.upper().replace("Í", "I")), others) == "b"
    assert same_as(sketch_of(text.replace("9,90", "9,95")), others) is None
    assert same_as(sketch_of(""), others) is None


# -- folders ---------------------------------------------------------------------------------------------------------------


class Watched:
    """A folder that is allowed and watched; what the clock would do is done by hand."""

    def __init__(self, workspace: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.workspace, self.folder, self.program = workspace, folder, workspace.program()
        self.platform: Platform = workspace.server.platform
        settings = self.platform.settings.model_copy(update={"knowledge_folders": f"/nowhere, {folder.parent}"})
        monkeypatch.setattr(self.platform, "settings", settings)

    def add(self, **more: Any) -> dict[str, Any]:
        return add(self.program, "folder", str(self.folder), **more)

    def tick(self, source: dict[str, Any]) -> dict[str, Any]:
        """A minute later."""

        async def run() -> None:
            async with self.platform.db.transaction(self.workspace.id) as session:
                due = update(Source).where(Source.id == UUID(source["id"]))
                await session.execute(due.values(next_run_at=now()))
            await jobs.look_for_due(self.platform)

        self.workspace.server.run(run())
        return settled(self.program, source["id"])


@pytest.fixture
def watched(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watched:
    folder = tmp_path / "help"
    folder.mkdir()
    (folder / "envios.md").write_text(f"# Envíos\n\n{TEXTS['envios']}")
    (folder / "pagos.txt").write_text(TEXTS["pagos"])
    return Watched(workspace, folder, monkeypatch)


def test_a_folder_is_watched(watched: Watched) -> None:
    source = watched.add()
    assert items(watched.program, source) == {"envios.md": (True, "added"), "pagos.txt": (True, "added")}
    assert source["next_run_at"] is not None
    (watched.folder / "tallas.md").write_text(f"# Tallas\n\n{TEXTS['tallas']}")
    (watched.folder / "envios.md").write_text("# Envíos\n\nEl envío a Baleares es gratis hasta enero.")
    source = watched.tick(source)
    assert items(watched.program, source) == {
        "envios.md": (True, "replaced"), "pagos.txt": (True, "unchanged"), "tallas.md": (True, "added"),
    }  # fmt: skip
    assert "gratis" in answers(watched.program, "envío a Baleares")[0]


def test_nothing_is_done_where_nothing_happened(watched: Watched) -> None:
    source = watched.add()
    assert watched.tick(source)["last_run_at"] == source["last_run_at"]


def test_a_file_that_is_gone_is_withdrawn_at_the_second_look(watched: Watched) -> None:
    source = watched.add()
    (watched.folder / "pagos.txt").unlink()
    assert items(watched.program, watched.tick(source))["pagos.txt"] == (False, "not_found")
    assert answers(watched.program, "¿se paga con Bizum?") != []
    assert items(watched.program, watched.tick(source))["pagos.txt"] == (False, "gone")
    assert answers(watched.program, "¿se paga con Bizum?") == []


def test_a_folder_that_vanished_takes_nothing_away(watched: Watched) -> None:
    source = watched.add()
    watched.folder.rename(watched.folder.parent / "elsewhere")
    assert watched.tick(source)["state"] == "failed"
    assert len(articles(watched.program, status="published")) == 2


def test_links_out_of_the_folder_are_not_followed(watched: Watched, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Secreto\n\nLa clave es 1234.")
    (watched.folder / "link.md").symlink_to(tmp_path / "secret.md")
    (watched.folder / "etc").symlink_to("/etc")
    assert set(items(watched.program, watched.add())) == {"envios.md", "pagos.txt"}
    with pytest.raises(Exception, match="cannot be watched"):
        allowed_folder(str(watched.folder / "etc"), str(tmp_path))
    with pytest.raises(Exception, match="cannot be watched"):
        allowed_folder(f"{watched.folder}/../../..", str(tmp_path))


# -- several workers -------------------------------------------------------------------------------------------------------


def test_two_workers_never_do_the_same_run(workspace: Workspace, site: Site) -> None:
    site.pages = {"/a": page("Envíos", TEXTS["envios"])}
    platform = workspace.server.platform

    async def run() -> tuple[int, int, bool]:
        async with platform.db.transaction(workspace.id) as session:
            source = await add_source(session, workspace.id, kind="page", address=f"{site.url}/a", by=SYSTEM)
        async with platform.db.transaction(workspace.id) as session:
            claimed = await runs.claim(session, source.id)
        assert claimed
        second = await jobs.work(platform, workspace.id, source.id, seconds=5)  # finds that somebody else works on it
        asked_meanwhile = len(site.asked)
        async with platform.db.transaction(workspace.id) as session:  # the first one has died; its lease runs out
            await session.execute(update(Source).where(Source.id == source.id).values(lease_until=now()))
        assert await jobs.work(platform, workspace.id, source.id, seconds=5)
        async with platform.db.transaction(workspace.id) as session:
            with pytest.raises(runs.LeaseLost):
                await runs.held(session, source.id, claimed[1])
        return asked_meanwhile, len(site.asked), second

    assert workspace.server.run(run()) == (0, 2, True)


def test_a_run_goes_on_where_it_stopped(workspace: Workspace, site: Site) -> None:
    names = [f"p{n}" for n in range(6)]
    texts = list(TEXTS.values())
    pages = {f"/{name}": page(name, f"{texts[i % 3]} Apartado {i}, con {i} euros.") for i, name in enumerate(names)}
    site.pages = {"/map": answer(urlset(site, *names)), **pages}
    platform = workspace.server.platform

    async def run() -> int:
        async with platform.db.transaction(workspace.id) as session:
            source = await add_source(
                session,
                workspace.id,
                kind="sitemap",
                address=f"{site.url}/map",
                settings=SourceSettings(own_site=True),
                by=SYSTEM,
            )
        turns = 1
        while not await jobs.work(platform, workspace.id, source.id, seconds=0.15):
            turns += 1
        return turns

    assert workspace.server.run(run()) > 1
    visited = [path for path in site.asked if path.startswith("/p")]
    assert sorted(visited) == sorted(f"/{name}" for name in names), "each once"


def test_what_ends_its_worker_every_time_is_given_up(workspace: Workspace, site: Site) -> None:
    site.pages = {"/a": page("Envíos", TEXTS["envios"])}
    platform = workspace.server.platform

    async def run() -> str:
        async with platform.db.transaction(workspace.id) as session:
            source = await add_source(session, workspace.id, kind="page", address=f"{site.url}/a", by=SYSTEM)
        async with platform.db.transaction(workspace.id) as session:
            [claimed] = [await runs.claim(session, source.id)]
            assert claimed
            await runs.plan(session, claimed[0], [])
            session.add(
                SourceItem(
                    id=source.id, workspace_id=workspace.id, source_id=source.id, name="a", address=f"{site.url}/a", taken=False, reason="",
                    detail="", articles=[], run_id=source.run_id, attempts=3, missing=0,
                )
            )  # fmt: skip
            claimed[0].total = 1
            runs.release(claimed[0])
        await jobs.work(platform, workspace.id, source.id, seconds=5)
        async with platform.db.transaction(workspace.id) as session:
            item = await session.get(SourceItem, source.id)
        return item.reason if item else ""

    assert workspace.server.run(run()) == "failed"
    assert site.asked == []
