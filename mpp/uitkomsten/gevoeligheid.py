"""Which uncertainties move an outcome most, told in two ways.

The tornado: each uncertainty in turn at the low and at the high end of its range, all else as in medio; for the inflow
these are the scenarios minimum and maximum. It shows the direction and the size, but of one thing at a time.

The share of the variance: by how much the variance over the draws would fall on average if one uncertainty were known,
Var(E[y|x]) / Var(y), the first-order index of Sobol (A. Saltelli et al., Global Sensitivity Analysis: The Primer, Wiley
2008, chapter 1). It is estimated from the draws themselves: they are put in classes of equal size by x, and the variance
between the means of the classes is compared with the whole (E. Plischke, E. Borgonovo and C.L. Smith, Global sensitivity
measures from given data, European Journal of Operational Research 226 (2013) 536-550), corrected for the differences
between classes that chance alone would give, as in an adjusted R². What the shares leave of 1 is interplay.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from mpp.uitkomsten.jaren import naar_jaren
from mpp.uitkomsten.register import indicator
from mpp.uitkomsten.trekkingen import MIDDEN, onzeker, op_kwantiel, trek

if TYPE_CHECKING:
    from mpp.uitkomsten.kubus import Uitkomsten

#: The uncertainty about the inflow, beside those that have the id of their parameter.
INSTROOM: Final = "prognose"

#: The classes in which the draws are put; with 10,000 draws 500 in each.
_KLASSEN: Final = 20


@dataclass(frozen=True)
class Invloed:
    """What one uncertainty does to an indicator in one year.

    `laag` and `hoog`: the difference with medio at the low and the high end; `aandeel`: its share of the variance.
    """

    onzekerheid: str
    laag: float
    hoog: float
    aandeel: float

    @property
    def grootste(self) -> float:
        """The larger of the two differences, without its sign."""
        return max(abs(self.laag), abs(self.hoog))


class Gevoeligheid:
    """The influence of every uncertainty on the results `u`."""

    def __init__(self, u: Uitkomsten):
        self._u, self._onzeker = u, onzeker(u.ps)
        self._invloeden: dict[tuple[str, int], tuple[Invloed, ...]] = {}
        self._klassen_van_jaar: dict[int, dict[str, np.ndarray]] = {}

    def invloeden(self, id: str, jaar: int) -> tuple[Invloed, ...]:
        """Every uncertainty with its influence on an indicator in a year, the largest difference with medio first."""
        if (id, jaar) not in self._invloeden:
            self._invloeden[id, jaar] = tuple(sorted(self._invloeden_op(id, jaar), key=lambda i: -i.grootste))
        return self._invloeden[id, jaar]

    def _invloeden_op(self, id: str, jaar: int) -> Iterator[Invloed]:
        kolom = self._u.jaren.index(jaar)
        effect = self.om_en_om[id][:, kolom] - self._u.waarde(id, jaar)
        getrokken = self._u.met_trekkingen.getrokken(id, jaar)
        klassen = {INSTROOM: self.instroomklassen[kolom], **self._klassen(kolom)}
        for naam, (laag, hoog) in zip((INSTROOM, *self._onzeker), effect.reshape(-1, 2), strict=True):
            yield Invloed(naam, float(laag), float(hoog), _aandeel(klassen[naam], getrokken))

    def naam(self, onzekerheid: str) -> str:
        """What an uncertainty is called: the label of its parameter up to the first aside."""
        parameter = self._u.ps.parameters.get(onzekerheid)
        return parameter.label.partition(" (")[0].partition(",")[0] if parameter else indicator("instroom.eerste_aanvragen").naam

    @cached_property
    def om_en_om(self) -> Mapping[str, np.ndarray]:
        """Every indicator by year when one uncertainty at a time stands low, then high: one pass, two runs for each."""
        from mpp.productiemodel import doorrekenen

        ps, prognose = self._u.ps, self._u.prognose
        runs = 2 * (1 + len(self._onzeker))
        instroom = np.tile(prognose.scenario("medio"), (runs, 1))
        instroom[:2] = prognose.scenario("minimum"), prognose.scenario("maximum")
        kwantielen = {id: np.full(runs, MIDDEN) for id in self._onzeker}
        for i, kwantiel in enumerate(kwantielen.values(), start=1):
            kwantiel[2 * i : 2 * i + 2] = 0, 1
        return naar_jaren(doorrekenen(ps, instroom, op_kwantiel(ps, kwantielen)), len(ps.editie.jaren))

    @cached_property
    def _getrokken(self) -> dict[str, np.ndarray]:
        """The quantile of each draw by parameter and period, (n, n_periods)."""
        return trek(self._u.ps, self._u.prognose.sectie.zaad, self._u.met_trekkingen.trekkingen)

    def _klassen(self, kolom: int) -> dict[str, np.ndarray]:
        """In which class each draw falls, by parameter; of one by year by its quantiles up to and including the year `kolom`."""
        if kolom not in self._klassen_van_jaar:
            n = self._u.met_trekkingen.trekkingen
            tot_en_met = {id: q if q.shape[1] == 1 else q[:, : kolom + 1].sum(axis=1, keepdims=True) for id, q in self._getrokken.items()}
            self._klassen_van_jaar[kolom] = {id: q[:, 0].argsort().argsort() * _KLASSEN // n for id, q in tot_en_met.items()}
        return self._klassen_van_jaar[kolom]

    @cached_property
    def instroomklassen(self) -> list[np.ndarray]:
        """In which class each draw falls by its inflow up to and including each year."""
        n = self._u.met_trekkingen.trekkingen
        tot_en_met = self._u.prognose.trekkingen(n).cumsum(axis=1)
        return list((tot_en_met.argsort(axis=0).argsort(axis=0) * _KLASSEN // n).T)


def _aandeel(klasse: np.ndarray, y: np.ndarray) -> float:
    """The share of the variance of y that lies between the classes of x; zero where y does not vary."""
    afwijking = y - y.mean()
    totaal = afwijking @ afwijking
    if totaal <= (np.finfo(float).eps * np.abs(y).max()) ** 2 * y.size:
        return 0.0
    aantal, som = np.bincount(klasse), np.bincount(klasse, afwijking)
    tussen = (som**2 / np.maximum(aantal, 1)).sum()
    return max(0.0, float(1 - (1 - tussen / totaal) * (y.size - 1) / (y.size - aantal.size)))
