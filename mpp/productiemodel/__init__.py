"""The MPP-productiemodel: stocks and flows of the migration chain, month by month.

A folder per domain, in it a file per partner; `onderdelen` and `verwijzing` say how they are declared, `kern`
runs them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

import numpy as np

from mpp.parameters import Parameterset
from mpp.productiemodel import asiel, bewaring, regulier
from mpp.productiemodel.gerealiseerd import Gerealiseerd
from mpp.productiemodel.kern import Doorrekening, Keten

__all__ = ["Doorrekening", "Gerealiseerd", "Keten", "doorrekenen", "keten", "per_jaar"]


@cache
def keten() -> Keten:
    """The whole chain: asiel, regulier and bewaring."""
    return Keten((*asiel.DELEN, *regulier.DELEN, *bewaring.DELEN))


def doorrekenen(ps: Parameterset, instroom: np.ndarray, anders: Mapping[str, np.ndarray] | None = None) -> dict[str, np.ndarray]:
    """Every element by month, (n_runs, n_months), for first asylum inflows of shape (n_runs, n_years).

    Stocks are those at the month's end; months before the peildatum are as they were realised, with stocks NaN. `anders` gives
    parameters that differ from run to run (see `Keten.rekenen`).
    Raises Fout for a parameter the model needs and the file lacks.
    """
    return dict(keten().rekenen(ps, instroom, anders).reeksen)


def per_jaar(
    ps: Parameterset, instroom: np.ndarray, bewaar: Collection[str], anders: Mapping[str, np.ndarray]
) -> Iterator[Mapping[str, np.ndarray]]:
    """The elements `bewaar` year by year, (n_runs, 12): for more runs than there is memory for their months (see `Keten.per_jaar`)."""
    return keten().per_jaar(ps, instroom, bewaar, anders)
