"""Breakers and budgets: a model that fails is left alone, and no number of customers at once spends more than is allowed."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relevo.assistant.writing import calls
from relevo.assistant.writing.breaker import OPENS_AFTER, Breaker, Breakers
from relevo.assistant.writing.budget import Limit, Prices, Spent, Tokens, most
from relevo.assistant.writing.desk import Connected
from relevo.ports.language_model import Request, Said
from tests.assistant.writing.stage import PENINSULA, Stage
from tests.providers.behaviours import answers, copies, fails, form, late
from tests.providers.server import Provider


@dataclass
class Clock:
    moment: float = 100.0

    def __call__(self) -> float:
        return self.moment


@pytest.fixture
def clock(stage: Stage) -> Clock:
    """Of the breakers."""
    clock = Clock()
    stage.platform.part(Connected).breakers = Breakers(clock)
    return clock


@pytest.mark.parametrize("text", [None, "", "no json", form(("Gratis.", [1])).replace("answer", "refund")])
def test_a_model_that_fails_is_left_alone_after_a_few_and_comes_back(
    stage: Stage, provider: Provider, clock: Clock, text: str | None
) -> None:
    stage.connect(provider)
    provider.does = fails(500) if text is None else answers(text)
    for _ in range(12):
        assert stage.write() is None
    asked = len(provider.asked)
    assert asked <= 10
    provider.does = answers(copies)
    assert stage.write() is None
    assert len(provider.asked) == asked, "it is left alone"
    clock.moment += 20
    found = stage.write()
    assert found is not None
    assert found.text == PENINSULA
    assert stage.write() is not None


def test_while_the_first_rests_the_fallback_answers_at_once(stage: Stage, provider: Provider, clock: Clock) -> None:
    first = stage.connect(provider, first_token_seconds=0.3, total_seconds=6)
    stage.connect(provider, role="fallback")
    breaker = stage.platform.part(Connected).breakers.of(first, stage.models()[0].updated_at)
    for _ in range(OPENS_AFTER):
        breaker.failed()
    assert stage.write() is not None
    assert [call.language_model_id == first for call in stage.calls()] == [False]


def test_who_asks_for_a_rest_gets_it(stage: Stage, provider: Provider, clock: Clock) -> None:
    stage.connect(provider)
    provider.then = [fails(429, retry_after="40")]
    assert stage.write() is None
    assert stage.write() is None
    assert len(provider.asked) == 1
    clock.moment += 41
    assert stage.write() is not None


def test_one_alone_tries_whether_it_works_again() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    for _ in range(OPENS_AFTER):
        assert breaker.admits()
        breaker.failed()
    assert not breaker.admits()
    clock.moment += 16
    assert [breaker.admits() for _ in range(5)] == [True, False, False, False, False]
    breaker.failed()
    clock.moment += 16
    assert not breaker.admits(), "the second rest is longer"
    clock.moment += 20
    assert breaker.admits()
    breaker.succeeded()
    assert all(breaker.admits() for _ in range(5))


@given(st.lists(st.sampled_from(["ask", "fail", "succeed", "give up", "wait"]), max_size=60))
def test_a_breaker_never_stays_shut_for_ever(steps: list[str]) -> None:
    clock = Clock()
    breaker = Breaker(clock)
    for step in steps:
        match step:
            case "ask":
                breaker.admits()
            case "fail":
                breaker.failed()
            case "succeed":
                breaker.succeeded()
            case "give up":
                breaker.given_up()
            case _:
                clock.moment += 7
    clock.moment += 400
    assert breaker.admits()


def test_many_at_once_spend_no_more_than_the_budget(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    provider.does = late(0.3)
    assert stage.write() is not None
    one = stage.calls()[0]
    estimate = most(_request(provider))
    budget = (estimate.total + 500) * 3
    stage.limit(tokens_per_day=budget, per_day=None, tokens_per_conversation=None)

    async def crowd() -> list[object]:
        return list(await asyncio.gather(*(stage.writing(watched=False) for _ in range(24))))

    found = stage.workspace.server.run(crowd())
    answered = [one for one in found if one is not None]
    assert 1 <= len(answered) <= 4
    assert len(provider.asked) <= 5
    assert stage.spending()["day"].tokens <= budget
    counted = [call for call in stage.calls() if call.outcome == "answered"]
    assert stage.spending()["day"].tokens == sum(call.tokens_in + call.tokens_out for call in counted)
    assert float(stage.spending()["day"].cost) == pytest.approx(float(one.cost) * len(counted))


def _request(provider: Provider) -> Request:
    asked = provider.asked[0]
    return Request(asked.system, tuple(Said("customer", text) for _, text in asked.said), 400)


def test_money_and_conversations_have_limits_of_their_own(stage: Stage, provider: Provider) -> None:
    stage.connect(provider, price_in=Decimal(1000), price_out=Decimal(1000))
    stage.limit(per_conversation=Decimal(4), tokens_per_conversation=None, tokens_per_day=None)
    ours, other = uuid4(), uuid4()
    results = [stage.write(conversation_id=ours) is not None for _ in range(30)]
    assert results[0]
    assert not results[-1], "this conversation has spent what it may"
    assert float(stage.spending()["conversation"].cost) <= 4
    assert stage.write(conversation_id=other) is not None


def test_a_budget_of_nothing_asks_nobody(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    stage.limit(tokens_per_day=0, tokens_per_conversation=None)
    assert stage.write() is None
    assert provider.asked == []


def test_what_a_failed_call_may_have_cost_is_counted(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    provider.does = answers("no form at all")
    stage.write()
    assert stage.spending()["day"].tokens == 2 * (111 + 22)
    assert {call.error for call in stage.calls()} == {"out_of_form"}


@given(st.text(max_size=300), st.integers(1, 5000))
def test_an_estimate_is_never_below_what_is_sent(text: str, tokens: int) -> None:
    assert most(Request("", (Said("customer", text),), tokens)).total >= len(text) // 2 + tokens


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.decimals(0, 1000, places=4), st.decimals(0, 1000, places=4))
def test_costs_add_up(tokens_in: int, tokens_out: int, price_in: Decimal, price_out: Decimal) -> None:
    prices = Prices(price_in, price_out)
    both = prices.of(Tokens(tokens_in, tokens_out))
    assert both == prices.of(Tokens(tokens_in)) + prices.of(Tokens(0, tokens_out))


def test_a_limit_lets_through_what_fits_to_the_last_token() -> None:
    limit = Limit(tokens=100, cost=Decimal(1))
    assert limit.allows(Spent(60, Decimal("0.5")), Spent(40, Decimal("0.5")))
    assert not limit.allows(Spent(60), Spent(41))
    assert not limit.allows(Spent(0, Decimal("0.5")), Spent(1, Decimal("0.6")))
    assert Limit(cost=Decimal(0)).allows(Spent(), Spent(50, Decimal(0))), "a model on one's own machine costs nothing"


def test_records_are_kept_for_as_long_as_is_said_and_no_longer(stage: Stage, provider: Provider) -> None:
    stage.connect(provider)
    stage.write()

    at = stage.calls()[0].at

    async def forget(before: datetime) -> None:
        async with stage.platform.db.transaction(stage.workspace.id) as session:
            await calls.forget(session, before=before)

    stage.workspace.server.run(forget(at))
    assert len(stage.calls()) == 1
    stage.workspace.server.run(forget(at + timedelta(minutes=1)))
    assert stage.calls() == []
    assert set(stage.spending()) == {"month"}
