"""The results with the spread of the draws beside the scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mpp.uitkomsten.kubus import Uitkomsten
from mpp.uitkomsten.register import indicatoren

if TYPE_CHECKING:
    import pandas as pd

KWANTIELEN: Final = {"p10": 0.1, "p50": 0.5, "p90": 0.9}
BAND: Final = (0.125, 0.875)
"""The ends of the band that has a chance of three in four."""
GEPUBLICEERD: Final = (0.025, 0.1, 0.125, 0.25, 0.5, 0.75, 0.875, 0.9, 0.975)
"""The quantiles of which the open data have a table: those of every chart and every table of a document."""


def met_banden(u: Uitkomsten) -> pd.DataFrame:
    """The tidy table of all results; when there are draws, each of their quantiles follows as a scenario."""
    import pandas as pd

    tabel = u.tabel()
    if not u.trekkingen:
        return tabel
    waarden = {
        (id, naam, jaar): waarde
        for id in indicatoren("intern")
        for jaar in u.jaren
        for naam, waarde in zip(KWANTIELEN, u.banden(id, jaar, list(KWANTIELEN.values())).tolist(), strict=True)
    }
    medio = tabel[tabel["scenario"] == "medio"]
    extra = [
        medio.assign(scenario=naam, waarde=[waarden[i, naam, j] for i, j in zip(medio["indicator"], medio["jaar"], strict=True)])
        for naam in KWANTIELEN
    ]
    return pd.concat([tabel, *extra], ignore_index=True)
