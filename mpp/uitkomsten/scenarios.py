"""Parameters that differ by scenario: the inflow of the domains that have no prognosis of their own."""

from __future__ import annotations

import numpy as np

from mpp.parameters import Parameterset
from mpp.parameters.perioden import perioden


def per_scenario(ps: Parameterset) -> dict[str, np.ndarray]:
    """The values by id, shape (3, n_periods), of the parameters that are low in minimum and high in maximum.

    Each domain names its own as `SCENARIO`. A what-if outside the range moves the end that it passes.
    """
    from mpp.productiemodel import bewaring, regulier

    return {id: _scenarios(ps, id) for id in (*regulier.SCENARIO, *bewaring.SCENARIO)}


def _scenarios(ps: Parameterset, id: str) -> np.ndarray:
    waarden = [ps[id].waarden[periode] for periode in perioden(ps[id].periode, ps.editie)]
    return np.array([(min(w.onderkant, w.waarde), w.waarde, max(w.bovenkant, w.waarde)) for w in waarden]).T
