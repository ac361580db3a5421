"""What agents see of readings, and set right."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.people import Agent, Locale, Visitor
from tests.browser.readings import SAID, door, in_the_queue, settle, sign


@pytest.mark.parametrize("locale", ["es", "en"])
def test_an_agent_corrects_a_reading_others_see_it_and_it_can_be_undone(
    locale: Locale, new_visitor: Callable[..., Visitor], new_agent: Callable[..., Agent]
) -> None:
    said = SAID[locale]
    in_the_queue(new_visitor, locale, said["upset"])
    agent = new_agent(locale)
    agent.opens(said["upset"][:40])
    settle(agent)
    expect(sign(agent, locale)).to_be_visible()
    expect(agent.page.get_by_role("region", name=said["beside"])).to_contain_text(said["mood"])

    colleague = new_agent(locale, as_="lucia")
    colleague.page.goto(agent.page.url)
    colleague.page.locator("[data-spot=reading]").last.click()

    agent.page.keyboard.press("c")
    panel = agent.page.get_by_role("dialog", name=said["reading"])
    before = door(panel, said["mood"]).inner_text()
    assert said["satisfied"] not in before
    door(panel, said["mood"]).click()
    panel.get_by_role("button", name=said["satisfied"], exact=True).click()
    expect(door(panel, said["mood"])).to_contain_text(said["corrected"])
    expect(panel).to_contain_text(said["by_me"])

    expect(colleague.page.get_by_role("dialog")).to_contain_text(re.compile("Corregido por|Corrected by"))

    agent.page.get_by_role("button", name=said["undo"], exact=True).click()
    expect(agent.page.get_by_text(said["undone"])).to_be_visible()
    agent.page.keyboard.press("c")
    expect(door(panel, said["mood"])).not_to_contain_text(said["satisfied"])
    # The colleague's page follows without being asked.
    expect(colleague.page.get_by_role("dialog")).not_to_contain_text(re.compile("Satisfacción|Satisfied"))


@pytest.mark.parametrize("locale", ["es", "en"])
def test_an_intent_is_corrected_by_keyboard_alone(
    locale: Locale, new_visitor: Callable[..., Visitor], new_agent: Callable[..., Agent]
) -> None:
    said = SAID[locale]
    in_the_queue(new_visitor, locale, f"({locale}) {said['upset']}")
    agent = new_agent(locale)
    agent.opens(f"({locale}) {said['upset'][:30]}")
    settle(agent)
    expect(sign(agent, locale)).to_be_visible()
    press = agent.page.keyboard.press
    press("c")
    panel = agent.page.get_by_role("dialog", name=said["reading"])
    expect(door(panel, said["wants"])).to_be_focused()
    press("Enter")
    expect(panel.get_by_role("textbox", name=said["find"])).to_be_focused()
    agent.page.keyboard.type(said["query"])
    expect(panel.get_by_role("button", name=said["invoice"], exact=True)).to_be_visible()
    press("Enter")
    expect(door(panel, said["wants"])).to_contain_text(said["invoice"])
    expect(door(panel, said["wants"])).to_be_focused()
    press("Enter")
    press("Escape")  # one step back
    expect(door(panel, said["wants"])).to_be_focused()
    press("Escape")
    expect(panel).to_have_count(0)
    expect(sign(agent, locale)).to_be_focused()
    expect(sign(agent, locale)).to_have_accessible_name(re.compile(said["invoice"]))


def test_a_correction_that_the_server_refuses_is_taken_back_and_said(
    new_visitor: Callable[..., Visitor], new_agent: Callable[..., Agent]
) -> None:
    said = SAID["es"]
    in_the_queue(new_visitor, "es", f"De nuevo yo: {said['upset']}")
    agent = new_agent("es")
    agent.opens("De nuevo yo")
    settle(agent)
    expect(sign(agent, "es")).to_be_visible()
    agent.page.route("**/api/v1/messages/*/reading", lambda route: route.fulfill(status=500, json={"code": "internal"}))
    agent.page.keyboard.press("c")
    panel = agent.page.get_by_role("dialog", name=said["reading"])
    door(panel, said["mood"]).click()
    panel.get_by_role("button", name=said["satisfied"], exact=True).click()
    expect(agent.page.get_by_role("alert").filter(has_text=said["failed"])).to_be_visible()
    expect(door(panel, said["mood"])).not_to_contain_text(said["satisfied"])
