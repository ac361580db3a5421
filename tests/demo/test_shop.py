"""The shop's page as browsers get it; an installation that is no demo has none."""

import httpx
import pytest
from fastapi import FastAPI

from relevo.demo import shop
from relevo.platform import http
from tests.conftest import Server


@pytest.fixture(scope="module")
def browser() -> httpx.AsyncClient:
    app = FastAPI()
    http.install(app)
    app.include_router(shop.router('wk_"><script>'))
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://shop.example")


@pytest.mark.parametrize("locale", ["es", "en"])
async def test_the_page_comes_in_both_languages_with_the_key_made_harmless(
    browser: httpx.AsyncClient, locale: str
) -> None:
    page = await browser.get(f"/shop/{locale}")
    assert page.status_code == 200
    assert f'<html lang="{locale}">' in page.text
    assert 'data-key="wk_&quot;&gt;&lt;script&gt;"' in page.text
    assert page.text.count("<script") == 1


async def test_the_page_allows_no_script_but_its_own_address(browser: httpx.AsyncClient) -> None:
    policy = (await browser.get("/shop/es")).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    "path", ["/shop/fr", "/shop/assets/shop.html", "/shop/assets/..%2Fload.py", "/shop/assets/none.svg"]
)
async def test_there_is_nothing_else(browser: httpx.AsyncClient, path: str) -> None:
    assert (await browser.get(path)).status_code == 404


async def test_every_picture_of_the_page_is_there(browser: httpx.AsyncClient) -> None:
    for name in ("flame", "kitchen", "coffee", "casserole", "fryer", "hob", "knife", "pan", "dishwasher", "kettle"):
        picture = await browser.get(f"/shop/assets/{name}.svg")
        assert picture.headers["content-type"].startswith("image/svg+xml")


def test_an_installation_that_is_no_demo_has_no_shop(server: Server) -> None:
    assert httpx.get(f"{server.url}/shop/es").status_code == 404
