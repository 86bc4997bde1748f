"""The shipped edition, as most tests read it: the project of this repository, and its results computed once; fixed results beside it."""

import datetime
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from mpp.parameters import Parameterset
from mpp.projectmap import Projectmap
from mpp.uitkomsten import Uitkomsten, register

_WORTEL: Final = Path(__file__).parents[1]
VASTGESTELD: Final = datetime.date(2023, 4, 28)
"""The day of adoption of the shipped edition."""
PROJECT: Final = Projectmap(_WORTEL, _WORTEL / "parameters.yml")


@cache
def uitkomsten() -> Uitkomsten:
    """The results of the shipped edition."""
    return PROJECT.bereken()


def proefuitkomsten(ps: Parameterset, maal: float = 1.0) -> Uitkomsten:
    """Fixed results of a model that is not run, of an edition of two years: month m of indicator i in scenario s is m + 1000 s + 100 i."""
    m = np.arange(1.0, 25.0) * maal
    return Uitkomsten(ps, None, {id: np.stack([m + 1000 * s + 100 * i for s in range(3)]) for i, id in enumerate(register())})
