"""The MPP-productiemodel: stocks and flows of the migration chain, month by month.

A folder per domain, in it a file per partner; `onderdelen` and `verwijzing` say how they are declared, `kern`
runs them.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from mpp.parameters import Parameterset
from mpp.productiemodel import asiel, bewaring, regulier
from mpp.productiemodel.kern import Doorrekening, Keten

__all__ = ["Doorrekening", "Keten", "doorrekenen", "keten"]


@cache
def keten() -> Keten:
    """The whole chain: asiel, regulier and bewaring."""
    return Keten((*asiel.DELEN, *regulier.DELEN, *bewaring.DELEN))


def doorrekenen(ps: Parameterset, instroom: np.ndarray) -> dict[str, np.ndarray]:
    """Every published indicator by month, (n_runs, n_months), for first asylum inflows of shape (n_runs, n_years).

    Stocks are those at the month's end. Raises Fout for a parameter the model needs and the file lacks.
    """
    model = keten()
    publiek = {o.id for o in model.onderdelen.values() if not o.intern}
    return dict(model.rekenen(ps, instroom, bewaar=publiek).reeksen)
