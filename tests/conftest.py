"""What holds for all tests, and the edition that most of them read."""

import gc

import pytest
from hypothesis import settings

from mpp.uitkomsten import Uitkomsten
from tests.editie import uitkomsten

# No test is a timed one: machines are noisy.
settings.register_profile("mpp", deadline=None, max_examples=60)
settings.load_profile("mpp")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first: else one of two workers would be at them when the other has nothing left to do."""
    items.sort(key=lambda item: item.get_closest_marker("lang") is None)


def pytest_collection_finish() -> None:
    """Look for cyclic garbage seldom, and not among what was collected here: results and pages keep millions of objects."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(200_000, 50, 50)


@pytest.fixture(scope="session")
def u() -> Uitkomsten:
    """The results of the shipped edition."""
    return uitkomsten()
