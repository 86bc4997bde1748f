"""The active edition, its chain, and where its numbers come from."""

import pytest

from mpp import productiemodel
from mpp.herkomst import Herkomst
from mpp.uitkomsten import SCENARIOS


@pytest.fixture(scope="session")
def keten():
    return productiemodel.keten()


@pytest.fixture(scope="session")
def per_scenario(u):
    return {scenario: Herkomst(u, scenario) for scenario in SCENARIOS}


@pytest.fixture(scope="session")
def herkomst(per_scenario):
    return per_scenario["medio"]
