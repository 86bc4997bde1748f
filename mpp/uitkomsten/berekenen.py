"""From parameters to results: the prognosis gives the inflow, the model carries it through the chain."""

from __future__ import annotations

import numpy as np

from mpp.parameters import Parameterset
from mpp.problemen import Fout
from mpp.uitkomsten.invoer import toets_invoer
from mpp.uitkomsten.kubus import SCENARIOS, Uitkomsten
from mpp.uitkomsten.scenarios import per_scenario
from mpp.uitkomsten.trekkingen import reken_trekkingen


def bereken(ps: Parameterset, trekkingen: int = 0) -> Uitkomsten:
    """The results of an edition: the three scenarios, and `trekkingen` draws of the inflow and the uncertain parameters.

    Raises Fout for what the model does not read, what is in another unit than it computes, and a published figure that cannot
    be compared: of an indicator that does not exist, of a year outside the edition, or of the planning in a year of which
    the inflow is not given.
    """
    from mpp.productiemodel import doorrekenen
    from mpp.prognose import Prognose

    if problemen := list(toets_invoer(ps)):
        raise Fout(problemen)
    prognose = Prognose.uit(ps)
    instroom = np.stack([prognose.scenario(s) for s in SCENARIOS])
    getrokken = reken_trekkingen(ps, prognose, trekkingen) if trekkingen else None
    return Uitkomsten(ps, prognose, doorrekenen(ps, instroom, anders=per_scenario(ps)), getrokken=getrokken)
