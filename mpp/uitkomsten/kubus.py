"""The results of an edition: every indicator, scenario, month and year, and the draws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from mpp.parameters import Parameterset
from mpp.parameters.schema import Editie
from mpp.problemen import Fout, lijkt_op, probleem
from mpp.uitkomsten.jaren import naar_jaren
from mpp.uitkomsten.planning import PLANNING, jaren_met_planning
from mpp.uitkomsten.register import Niveau, indicator, indicatoren, register

if TYPE_CHECKING:
    import pandas as pd

    from mpp.prognose import Prognose
    from mpp.uitkomsten.gevoeligheid import Gevoeligheid
    from mpp.uitkomsten.wijzigingen import WatAls

SCENARIOS: Final = ("minimum", "medio", "maximum")


class Rij(NamedTuple):
    """One result: of an indicator, in a scenario and a year."""

    indicator: str
    naam: str
    organisatie: str
    eenheid: str
    scenario: str
    jaar: int
    waarde: float
    editie: str


class Uitkomsten:
    """The model's results, unrounded.

    `maanden` has per indicator the months of each scenario, (n_scenarios, n_months); `getrokken` the years of each draw,
    (n_draws, n_years), where there are draws: of the indicators that a document may show.
    """

    def __init__(
        self,
        ps: Parameterset,
        prognose: Prognose,
        maanden: Mapping[str, np.ndarray],
        scenarios: tuple[str, ...] = SCENARIOS,
        getrokken: Mapping[str, np.ndarray] | None = None,
    ):
        self.ps, self.prognose, self.scenarios = ps, prognose, scenarios
        self._maanden, self._getrokken = maanden, getrokken or {}
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
        """How many draws from the prognosis and from the ranges of the parameters went along."""
        return len(next(iter(self._getrokken.values()), ()))

    @cached_property
    def met_trekkingen(self) -> Uitkomsten:
        """The same results with draws beside the scenarios, computed once."""
        from mpp.uitkomsten.trekkingen import TREKKINGEN, reken_trekkingen

        if self.trekkingen:
            return self
        return Uitkomsten(self.ps, self.prognose, self._maanden, self.scenarios, reken_trekkingen(self.ps, self.prognose, TREKKINGEN))

    @cached_property
    def planning(self) -> Uitkomsten:
        """The results at the inflow that the cabinet planned with: no scenario, only held against what was published."""
        from mpp.uitkomsten.planning import reken_planning

        return reken_planning(self)

    @cached_property
    def gevoeligheid(self) -> Gevoeligheid:
        """Which uncertainties move the results most."""
        from mpp.uitkomsten.gevoeligheid import Gevoeligheid

        return Gevoeligheid(self)

    @cached_property
    def wat_als(self) -> WatAls:
        """What the results would be with other values of parameters or another inflow."""
        from mpp.uitkomsten.wijzigingen import WatAls

        return WatAls(self)

    def waarde(self, id: str, jaar: int, scenario: str = "medio") -> float:
        """One indicator in one year and scenario, or in the planning where its inflow was published.

        Raises Fout for an unknown indicator, year or scenario.
        """
        if scenario == PLANNING and scenario not in self.scenarios:
            if jaar not in jaren_met_planning(self.ps):
                raise Fout([probleem("planning-zonder-instroom", jaar=jaar)])
            return self.planning.waarde(id, jaar, scenario)
        return float(self._jaren[indicator(id, "model").id][self._scenario(scenario), self._kolom(jaar)])

    def reeks(self, id: str, scenario: str = "medio") -> np.ndarray:
        """One indicator over the years, shape (n_years,)."""
        return self._jaren[indicator(id, "model").id][self._scenario(scenario)]

    def maanden(self, id: str, scenario: str = "medio") -> np.ndarray:
        """One indicator over the months, shape (12 n_years,)."""
        return self._maanden[indicator(id, "model").id][self._scenario(scenario)]

    def getrokken(self, id: str, jaar: int) -> np.ndarray:
        """One indicator in one year of each draw, shape (n_draws,).

        Raises ValueError when no draws were asked for.
        """
        if not self.trekkingen:
            raise ValueError("no draws: call bereken(ps, trekkingen=n)")
        return self._getrokken[indicator(id).id][:, self._kolom(jaar)]

    def banden(self, id: str, jaar: int, kansen: Sequence[float]) -> np.ndarray:
        """Quantiles of an indicator over the draws, shape (len(kansen),); raises as `getrokken` does."""
        sleutel = id, tuple(kansen)
        if sleutel not in self._banden:
            self._banden[sleutel] = np.quantile([self.getrokken(id, j) for j in self.jaren], kansen, axis=1)
        return self._banden[sleutel][:, self._kolom(jaar)]

    def rijen(self, niveau: Niveau = "intern") -> Iterator[Rij]:
        """The results that may be shown at this level: of each indicator, scenario and year, in that order."""
        for i in indicatoren(niveau).values():
            for scenario in self.scenarios:
                for jaar, waarde in zip(self.jaren, self.reeks(i.id, scenario).tolist(), strict=True):
                    yield Rij(i.id, i.naam, i.organisatie, i.eenheid, scenario, jaar, waarde, self.editie.naam)

    def tabel(self, niveau: Niveau = "intern") -> pd.DataFrame:
        """The same as a tidy table."""
        import pandas as pd

        return pd.DataFrame.from_records(list(self.rijen(niveau)), columns=list(Rij._fields))

    @cached_property
    def _banden(self) -> dict[tuple[str, tuple[float, ...]], np.ndarray]:
        """Quantiles by indicator and chances, shape (n_chances, n_years), as far as asked for."""
        return {}

    @cached_property
    def _jaren(self) -> dict[str, np.ndarray]:
        return naar_jaren(self._maanden, len(self.jaren))

    def _scenario(self, scenario: str) -> int:
        if scenario not in self.scenarios:
            raise Fout([probleem("scenario-onbekend", scenario=scenario, suggestie=lijkt_op(scenario, self.scenarios))])
        return self.scenarios.index(scenario)

    def _kolom(self, jaar: int) -> int:
        if jaar not in self.jaren:
            raise Fout([probleem("jaar-buiten-editie", jaar=jaar, eerste=self.jaren[0], laatste=self.jaren[-1])])
        return self.jaren.index(jaar)
