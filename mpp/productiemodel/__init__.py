"""The MPP-productiemodel: stocks and flows of the migration chain, month by month.

One file per partner, in the order of the chain; `onderdelen` and `verwijzing` say how they are declared,
`kern` runs them.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np

from mpp.parameters import Parameterset
from mpp.productiemodel import bz, coa, dtv, gemeenten, ind, instroom, nareis, nidos, politie, rechtspraak
from mpp.productiemodel.kern import Doorrekening, Keten

__all__ = ["Doorrekening", "Keten", "asiel", "doorrekenen"]

_ASIEL: Final = (
    instroom.deel,
    politie.deel,
    ind.deel,
    nareis.deel,
    coa.deel,
    gemeenten.deel,
    dtv.deel,
    nidos.deel,
    rechtspraak.deel,
    bz.deel,
)


@cache
def asiel() -> Keten:
    """The asylum chain."""
    return Keten(_ASIEL)


def doorrekenen(ps: Parameterset, instroom: np.ndarray) -> dict[str, np.ndarray]:
    """Every published indicator by month, (n_runs, n_months), for first asylum inflows of shape (n_runs, n_years).

    Stocks are those at the month's end. Raises Fout for a parameter the model needs and the file lacks.
    """
    keten = asiel()
    publiek = {o.id for o in keten.onderdelen.values() if not o.intern}
    return dict(keten.rekenen(ps, instroom, bewaar=publiek).reeksen)
