"""The edition's parameters and chain, and small chains made by hand."""

from types import SimpleNamespace

import numpy as np
import pytest

from mpp import productiemodel
from mpp.prognose import Prognose
from tests.editie import PROJECT


class Proefset:
    """Just enough of a Parameterset for a chain made by hand: one year, all parameters fixed."""

    editie = SimpleNamespace(jaren=(2023,), gerealiseerd=0)

    def __init__(self, **waarden):
        self._waarden = {naam.replace("__", "."): waarde for naam, waarde in waarden.items()}

    def __getitem__(self, id):
        return SimpleNamespace(periode="vast", id=self._waarden[id] and id)

    def vast(self, id):
        return float(self._waarden[id])


@pytest.fixture(scope="session")
def ps():
    return PROJECT.laad()


@pytest.fixture(scope="session")
def keten():
    return productiemodel.keten()


@pytest.fixture(scope="session")
def scenarios(ps):
    """First asylum inflow of minimum, medio and maximum, shape (3, n_years)."""
    prognose = Prognose.uit(ps)
    return np.stack([prognose.scenario(s) for s in ("minimum", "medio", "maximum")])
