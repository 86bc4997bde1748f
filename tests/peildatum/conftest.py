"""The round of 1 July 2023 and its results, made once."""

import pytest

from mpp.uitkomsten import bereken
from tests.peildatum.editie import boom, lees


@pytest.fixture(scope="session")
def ronde(tmp_path_factory):
    return lees(boom(), tmp_path_factory.mktemp("ronde"))


@pytest.fixture(scope="session")
def juli(ronde):
    return bereken(ronde)
