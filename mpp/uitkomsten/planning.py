"""The inflow that the cabinet planned with, as far as it was published, carried through the chain.

Some figures were published for an inflow between medio and maximum: a choice for planning, and no scenario of
the prognosis. To hold the model against them it is run at that inflow; nothing of this run is published.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mpp.parameters import Parameterset

if TYPE_CHECKING:
    from mpp.uitkomsten.kubus import Uitkomsten

#: What such a figure has for its scenario.
PLANNING: Final = "planning"

_INSTROOM: Final = "instroom.totaal"


def jaren_met_planning(ps: Parameterset) -> tuple[int, ...]:
    """The years of which a figure can be compared: those with a published total inflow, without a gap before them."""
    bekend = _gepland(ps)
    eerste_zonder = next((i for i, jaar in enumerate(ps.editie.jaren) if jaar not in bekend), len(ps.editie.jaren))
    return ps.editie.jaren[:eerste_zonder]


def reken_planning(u: Uitkomsten) -> Uitkomsten:
    """One run, `planning`: medio, with as many first applications more as the published total inflow is higher.

    The total of the run is the published one as long as nareis is bound by the capacity of the IND, not by inflow.
    """
    from mpp.productiemodel import doorrekenen
    from mpp.uitkomsten.kubus import Uitkomsten

    bekend, totaal = _gepland(u.ps), u.reeks(_INSTROOM, "medio").tolist()
    verschil = np.array([bekend.get(jaar, t) - t for jaar, t in zip(u.jaren, totaal, strict=True)])
    instroom = u.prognose.scenario("medio") + verschil
    return Uitkomsten(u.ps, u.prognose, doorrekenen(u.ps, instroom[None]), scenarios=(PLANNING,))


def _gepland(ps: Parameterset) -> dict[int, float]:
    return {g.jaar: g.waarde for g in ps.gepubliceerd if (g.indicator, g.scenario) == (_INSTROOM, PLANNING)}
