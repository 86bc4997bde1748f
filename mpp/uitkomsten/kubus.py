"""The results of an edition: every indicator, scenario, draw, month and year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from mpp.parameters import Parameterset
from mpp.parameters.schema import Editie
from mpp.problemen import Fout, lijkt_op, probleem
from mpp.uitkomsten.planning import PLANNING, jaren_met_planning
from mpp.uitkomsten.register import Indicator, indicator, register

if TYPE_CHECKING:
    import pandas as pd

    from mpp.prognose import Prognose

SCENARIOS: Final = ("minimum", "medio", "maximum")


class Uitkomsten:
    """The model's results, unrounded.

    `maanden` has per indicator an array (n_runs, n_months); the first runs are the scenarios, the rest draws
    from the prognosis.
    """

    def __init__(self, ps: Parameterset, prognose: Prognose, maanden: Mapping[str, np.ndarray], scenarios: tuple[str, ...] = SCENARIOS):
        self.ps, self.prognose, self.scenarios, self._maanden = ps, prognose, scenarios, maanden
        self._jaren: dict[str, np.ndarray] = {}
        if afwijking := register().keys() ^ maanden.keys():
            raise LookupError(f"model and register differ in {sorted(afwijking)}")

    @property
    def editie(self) -> Editie:
        """Which MPP these are the results of."""
        return self.ps.editie

    @property
    def jaren(self) -> tuple[int, ...]:
        """The years of the forecast."""
        return self.editie.jaren

    @cached_property
    def trekkingen(self) -> int:
        """How many draws from the prognosis went along."""
        return next(iter(self._maanden.values())).shape[0] - len(self.scenarios)

    @cached_property
    def planning(self) -> Uitkomsten:
        """The results at the inflow that the cabinet planned with: no scenario, only held against what was published."""
        from mpp.uitkomsten.planning import reken_planning

        return reken_planning(self)

    def waarde(self, id: str, jaar: int, scenario: str = "medio") -> float:
        """One indicator in one year and scenario, or in the planning where its inflow was published.

        Raises Fout for an unknown indicator, year or scenario.
        """
        if scenario == PLANNING and scenario not in self.scenarios:
            if jaar not in jaren_met_planning(self.ps):
                raise Fout([probleem("planning-zonder-instroom", jaar=jaar)])
            return self.planning.waarde(id, jaar, scenario)
        return float(self._jaar(indicator(id))[self._scenario(scenario), self._kolom(jaar)])

    def reeks(self, id: str, scenario: str = "medio") -> np.ndarray:
        """One indicator over the years, shape (n_years,)."""
        return self._jaar(indicator(id))[self._scenario(scenario)]

    def maanden(self, id: str, scenario: str = "medio") -> np.ndarray:
        """One indicator over the months, shape (12 n_years,)."""
        return self._maanden[indicator(id).id][self._scenario(scenario)]

    def banden(self, id: str, jaar: int, kansen: Sequence[float]) -> np.ndarray:
        """Quantiles of an indicator over the draws, shape (len(kansen),).

        Raises ValueError when no draws were asked for.
        """
        if not self.trekkingen:
            raise ValueError("no draws: call bereken(ps, trekkingen=n)")
        return np.quantile(self._jaar(indicator(id))[len(self.scenarios) :, self._kolom(jaar)], kansen)

    def tabel(self) -> pd.DataFrame:
        """All results as a tidy table, a row per indicator, scenario and year, in that order."""
        import pandas as pd

        return pd.DataFrame.from_records(
            [
                (i.id, i.naam, i.organisatie, i.eenheid, scenario, jaar, waarde, self.editie.naam)
                for i in register().values()
                for scenario in self.scenarios
                for jaar, waarde in zip(self.jaren, self.reeks(i.id, scenario).tolist(), strict=True)
            ],
            columns=["indicator", "naam", "organisatie", "eenheid", "scenario", "jaar", "waarde", "editie"],
        )

    def _jaar(self, i: Indicator) -> np.ndarray:
        if i.id not in self._jaren:
            self._jaren[i.id] = self._naar_jaren(i)
        return self._jaren[i.id]

    def _naar_jaren(self, i: Indicator) -> np.ndarray:
        if i.teller and i.noemer:
            teller, noemer = self._jaar(indicator(i.teller)), self._jaar(indicator(i.noemer))
            return np.divide(teller, noemer, out=np.zeros_like(teller), where=noemer > 0)
        per_jaar = self._per_jaar(i.id)
        if i.gewicht:
            gewicht = self._per_jaar(i.gewicht)
            som = gewicht.sum(axis=2)
            return np.divide((per_jaar * gewicht).sum(axis=2), som, out=np.zeros_like(som), where=som > 0)
        match i.soort:
            case "instroom" | "uitstroom" | "bedrag":
                return per_jaar.sum(axis=2)
            case "piek":
                return per_jaar.max(axis=2)
            case _:
                return per_jaar[:, :, -1]

    def _per_jaar(self, id: str) -> np.ndarray:
        return self._maanden[id].reshape(-1, len(self.jaren), 12)

    def _scenario(self, scenario: str) -> int:
        if scenario not in self.scenarios:
            raise Fout([probleem("scenario-onbekend", scenario=scenario, suggestie=lijkt_op(scenario, self.scenarios))])
        return self.scenarios.index(scenario)

    def _kolom(self, jaar: int) -> int:
        if jaar not in self.jaren:
            raise Fout([probleem("jaar-buiten-editie", jaar=jaar, eerste=self.jaren[0], laatste=self.jaren[-1])])
        return self.jaren.index(jaar)
