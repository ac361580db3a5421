"""What axe objects to, by the rules of WCAG 2.2 AA."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


def violations(page: Page) -> list[str]:
    """What axe objects to on the page as it stands, shadow roots included; animations have ended."""
    page.wait_for_timeout(400)
    if not page.evaluate("typeof window.axe === 'object'"):
        page.add_script_tag(path=AXE)
    found = page.evaluate("rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES)
    return [
        f"{violation['id']} ({violation['help']}): {node['target']} {node['html'][:160]} — {node['failureSummary'][:200]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def options(scheme: str, size: dict[str, int]) -> dict[str, Any]:
    return {"color_scheme": scheme, "viewport": size, "bypass_csp": True, "reduced_motion": "reduce"}
