"""`relevo knowledge` without a server: files of all kinds, web pages and site maps are taken, and it is said what became of each."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.relevo import done, relevo
from tests.knowledge.pdfs import Line, pdf
from tests.knowledge.sites import Site, answer, leads_to, page

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("cli") / "data")
    done("workspace", "create", "Casa Lumbre", "--locale", "es", "--data", folder)
    return folder


def added(data: str, *what: str, **more: str) -> dict[str, Any]:
    result = relevo("knowledge", "add", *what, "--json", "--data", data, **more)
    return {**json.loads(result.stdout), "status": result.returncode, "stderr": result.stderr}


def codes(found: dict[str, Any]) -> dict[str, str]:
    return {one["name"]: one["code"] for one in found["taken"] + found["left"]}


def test_a_folder_of_all_kinds_is_taken_quickly_and_listed(data: str, tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"a{number}.md").write_text(f"# Artículo {number}\n\nCuesta {number},50 €.")
    (tmp_path / "guía.pdf").write_bytes(pdf([Line("Guía", 20), "Se enciende con el botón."]))
    (tmp_path / "roto.docx").write_bytes(b"nothing")
    began = time.monotonic()
    found = added(data, str(tmp_path))
    assert time.monotonic() - began < 20
    assert (found["status"], len(found["taken"]), codes(found)["roto.docx"]) == (0, 31, "broken")
    listed = json.loads(done("knowledge", "list", "--json", "--data", data))["articles"]
    assert {article["name"]: article["title"] for article in listed}["guía.pdf"] == "Guía"
    assert "31 articles." in done("knowledge", "list", "--data", data)


def test_a_site_map_is_recognised_and_taken_page_by_page(data: str) -> None:
    with Site({}) as site:
        address = f"http://127.0.0.1:{site.port}"
        pages = "".join(f"<url><loc>{address}/{name}</loc></url>" for name in ("a", "b", "inside", "none"))
        site.pages = {
            "/map": answer(f"<urlset xmlns='x'>{pages}</urlset>", kind="application/xml"),
            "/a": page("Envíos por mar", "Los envíos por mar tardan veinte días."), "/b": page("Pagos", "Se paga con tarjeta."),
            "/inside": leads_to("http://169.254.169.254/latest/meta-data/"),
        }  # fmt: skip
        found = added(data, f"{address}/map", RELEVO_FETCH_ALLOW=f"127.0.0.1:{site.port}")
        again = added(data, f"{address}/map", f"{address}/b", RELEVO_FETCH_ALLOW=f"127.0.0.1:{site.port}")
    host = f"127.0.0.1:{site.port}"
    assert codes(found) == {
        f"{host}/a": "added", f"{host}/b": "added", f"{host}/inside": "not_public", f"{host}/none": "not_found",
    }  # fmt: skip
    assert found["status"] == 0
    assert (again["status"], codes(again)[f"{host}/a"]) == (0, "unchanged")


@pytest.mark.parametrize(
    ("address", "reason"),
    [("http://127.0.0.1/", "internal network"), ("http://0x7f.1/", "not written as addresses are"),
     ("ftp://example.com/", "only http and https"), ("http://nothing.invalid/", "leads nowhere")],
)  # fmt: skip
def test_an_address_that_is_not_fetched_is_said_to_be(data: str, address: str, reason: str) -> None:
    result = relevo("knowledge", "add", address, "--data", data)
    assert result.returncode == 1
    assert reason in result.stdout
    assert "Nothing was taken from" in result.stderr
