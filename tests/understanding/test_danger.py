"""Danger is seen however calmly it is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relevo.understanding.danger import DangerKind, find_danger

APPLIANCE = """
huele a quemado
el horno suelta un olorcillo raro como a plástico quemado
sale humo del enchufe
mi freidora echa un poco de humo, ¿es normal?
me da calambre cuando toco la lavadora
al tocar la nevera noto un cosquilleo en la mano
la cafetera me ha dado un chispazo
hace chispas al enchufarla
se ha prendido fuego el cable
el enchufe se ha derretido un poco
me dio toques la licuadora
huele como a cable chamuscado pero sigue funcionando
se oyó un ruido y explotó la bombilla del horno
the toaster smells like burning
there's a burning smell coming from the oven
a bit of smoke came out of the plug
I get a little tingle when I touch the hob
got an electric shock from the kettle
the plug melted slightly
it sparks when I switch it on
my dishwasher caught fire
the dryer keeps zapping me, nothing serious
""".strip().splitlines()

GAS = """
huele un poco a gas en la cocina
creo que hay una fuga de gas
I can smell gas near the cooker
the carbon monoxide alarm keeps beeping
""".strip().splitlines()

HARMLESS = """
¿cuánto cuesta instalar un aparato de gas?
¿tenéis campanas extractoras de humo?
quiero una plancha para cocinar a fuego lento
¿la sartén de hierro fundido vale para fuego?
no huele a quemado ni nada, solo no calienta
se me ha quemado la comida y no sale la mancha
¿me devolvéis el dinero?
la luz naranja parpadea
where can I buy a smoke detector?
there's no smoke, it just won't start
do you sell gas hobs?
is the pan good on an open fire pit?
the parcel never arrived
I was shocked to see the price
""".strip().splitlines()


@pytest.mark.parametrize("text", APPLIANCE)
def test_an_appliance_that_burns_or_bites_is_danger(text: str) -> None:
    danger = find_danger(text)
    assert danger is not None
    assert danger.kind is DangerKind.APPLIANCE


@pytest.mark.parametrize("text", GAS)
def test_gas_is_a_danger_of_its_own(text: str) -> None:
    danger = find_danger(text)
    assert danger is not None
    assert danger.kind is DangerKind.GAS


@pytest.mark.parametrize("text", ["no quiero seguir viviendo", "I took all my pills", "mi hijo se ha tragado una pila"])
def test_a_life_at_risk_is_a_danger_of_its_own(text: str) -> None:
    danger = find_danger(text)
    assert danger is not None
    assert danger.kind is DangerKind.LIFE


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_questions_are_no_danger(text: str) -> None:
    assert find_danger(text) is None


@settings(deadline=None)  # a busy machine is no failure
@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    find_danger(text)
