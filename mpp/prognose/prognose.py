"""The prognosis as one exact mixture (protocol MPP, section 3.2.1).

Each exclusive scenario has a probability, an expectation and a spread; each additive one may come on top. Every
combination of one exclusive scenario with some of the additive ones is a component: its probability is the
product, its expectation and variance are sums. For normal scenarios that is exactly the convolution; for
lognormal ones the components have the right expectation and variance and are taken to be lognormal again.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final, Literal

import numpy as np
from scipy.special import ndtr

from mpp.parameters import Parameterset
from mpp.problemen import Fout, probleem
from mpp.prognose.gekomen import Gekomen, vorm
from mpp.prognose.mengsel import Mengsel, Punt
from mpp.prognose.schema import Prognosesectie, combinaties, lees_sectie

#: The MPP scenarios: the ends of the central 75% interval, and the value exceeded with probability 1/3.
KWANTIELEN: Final = {"minimum": 0.125, "medio": 2 / 3, "maximum": 0.875}


class Prognose:
    """The first asylum inflow of each year of an edition; that of its first year given what has `gekomen` of it (see there)."""

    def __init__(self, sectie: Prognosesectie, jaren: tuple[int, ...], gekomen: Gekomen | None = None):
        self.sectie, self.jaren, self.gekomen = sectie, jaren, gekomen
        self._mengsels = {jaar: self._maak(jaar) for jaar in jaren}

    @classmethod
    def uit(cls, ps: Parameterset) -> Prognose:
        """The prognosis of an edition; raises Fout with every problem in its section, and for a month before the peildatum not known."""
        sectie = lees_sectie(ps.prognose, ps.editie.jaren, ps.bronnen, ps.naam, _jaar_ervoor(ps))
        return cls(sectie, ps.editie.jaren, Gekomen.uit(ps))

    @cached_property
    def vooraf(self) -> Prognose:
        """The prognosis as it was before anything of its first year had come; itself when nothing has."""
        return Prognose(self.sectie, self.jaren) if self.gekomen else self

    def dichtheid(self, jaar: int, x: float | np.ndarray) -> np.ndarray:
        """The probability density (per person) at inflow x, in the shape of x."""
        return self._mengsel(jaar).dichtheid(np.asarray(x, dtype=float))

    def kans_boven(self, jaar: int, x: float) -> float:
        """The probability that the inflow of the year exceeds x."""
        return float(1 - self._mengsel(jaar).onder(np.asarray(x, dtype=float)))

    def kwantiel(self, jaar: int, p: float) -> float:
        """The inflow that is not exceeded with probability p (0 < p < 1)."""
        return float(self._mengsel(jaar).kwantiel(np.asarray(p, dtype=float)))

    def verwachting(self, jaar: int) -> float:
        """The expected inflow of the year."""
        return self._mengsel(jaar).verwachting

    def kansen(self, jaar: int) -> dict[str, float]:
        """The probability of each future in a year, given what came of it: as the section gives it where nothing has."""
        if not self.gekomen or jaar != self.jaren[0]:
            return {s.id: s.jaren[jaar].kans for s in self.sectie.scenarios}
        alle = list(combinaties(self.sectie, jaar))
        nieuw = self.gekomen.kansen(*_momenten(self.sectie, jaar), log=self.sectie.verdeling == "lognormaal")
        return {s.id: float(sum(kans for c, kans in zip(alle, nieuw, strict=True) if s.id in c.scenarios)) for s in self.sectie.scenarios}

    def scenario(self, naam: Literal["minimum", "medio", "maximum"]) -> np.ndarray:
        """The inflow by year in an MPP scenario, shape (n_years,)."""
        return np.array([self.kwantiel(jaar, KWANTIELEN[naam]) for jaar in self.jaren])

    def trekkingen(self, n: int) -> np.ndarray:
        """n possible futures, shape (n, n_years), the same on every machine for the same seed.

        Within a draw the rank of a year resembles that of the year before: normal scores that follow a
        first-order autoregression with correlation `samenhang_jaren`.
        """
        ruis = np.random.Generator(np.random.PCG64(self.sectie.zaad)).standard_normal((n, len(self.jaren)))
        rho = self.sectie.samenhang_jaren
        scores = ruis.copy()
        for j in range(1, len(self.jaren)):
            scores[:, j] = rho * scores[:, j - 1] + np.sqrt(1 - rho**2) * ruis[:, j]
        return np.column_stack([self._mengsels[jaar].kwantiel(ndtr(scores[:, j])) for j, jaar in enumerate(self.jaren)])

    def _maak(self, jaar: int) -> Mengsel | Punt:
        kansen, gemiddelden, varianties = _momenten(self.sectie, jaar)
        log = self.sectie.verdeling == "lognormaal"
        if self.gekomen and jaar == self.jaren[0]:
            return self.gekomen.gegeven(kansen, gemiddelden, varianties, log)
        return Mengsel(kansen, *vorm(gemiddelden, varianties, log), log)

    def _mengsel(self, jaar: int) -> Mengsel | Punt:
        if jaar not in self._mengsels:
            raise Fout([probleem("jaar-buiten-editie", jaar=jaar, eerste=self.jaren[0], laatste=self.jaren[-1])])
        return self._mengsels[jaar]


def _jaar_ervoor(ps: Parameterset) -> float | None:
    """The first asylum inflow of the last year before the edition of which it is known."""
    reeks = ps.realisaties.get("instroom.eerste_aanvragen")
    eerder = [jaar for jaar in (reeks.waarden if reeks else ()) if int(jaar[:4]) < ps.editie.jaren[0]]
    return reeks.waarden[max(eerder)].waarde if reeks and eerder else None


def _momenten(sectie: Prognosesectie, jaar: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Probability, mean and variance of every combination of scenarios in a year."""
    kansen, gemiddelden, varianties = np.array([(c.kans, c.verwachting, c.variantie) for c in combinaties(sectie, jaar)]).T
    return kansen, gemiddelden, varianties
