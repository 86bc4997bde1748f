"""What holds for all tests, and the edition that most of them read."""

import pytest
from hypothesis import settings

from mpp.uitkomsten import Uitkomsten
from tests.editie import uitkomsten

# No test is a timed one: machines are noisy.
settings.register_profile("mpp", deadline=None)
settings.load_profile("mpp")


@pytest.fixture(scope="session")
def u() -> Uitkomsten:
    """The results of the shipped edition."""
    return uitkomsten()
