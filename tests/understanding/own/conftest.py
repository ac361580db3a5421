import pytest

from relevo.understanding.own.learn import Learnt, learn

from .examples import EXAMPLES


@pytest.fixture(scope="session")
def learnt() -> Learnt:
    """What is learnt from the small training set."""
    return learn(EXAMPLES)
