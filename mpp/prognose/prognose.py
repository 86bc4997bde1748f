"""The prognosis as one exact mixture (protocol MPP, section 3.2.1).

Each exclusive scenario has a probability, an expectation and a spread; each additive one may come on top. Every
combination of one exclusive scenario with some of the additive ones is a component: its probability is the
product, its expectation and variance are sums. For normal scenarios that is exactly the convolution; for
lognormal ones the components have the right expectation and variance and are taken to be lognormal again.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import product
from typing import Final, Literal

import numpy as np
from scipy.special import ndtr

from mpp.parameters import Parameterset
from mpp.problemen import Fout, probleem
from mpp.prognose.schema import Prognosesectie, lees_sectie

#: The MPP scenarios: the ends of the central 75% interval, and the value exceeded with probability 1/3.
KWANTIELEN: Final = {"minimum": 0.125, "medio": 2 / 3, "maximum": 0.875}


@dataclass(frozen=True)
class Mengsel:
    """The mixture of one year; arrays of shape (n_components,), `mu` and `sigma` those of x or of log x."""

    kans: np.ndarray
    mu: np.ndarray
    sigma: np.ndarray
    log: bool

    def _z(self, x: np.ndarray) -> np.ndarray:
        if self.log:
            x = np.log(np.maximum(x, np.finfo(float).tiny))
        z: np.ndarray = (x[..., None] - self.mu) / self.sigma
        return z

    def onder(self, x: np.ndarray) -> np.ndarray:
        """The probability of an inflow of at most x."""
        kans: np.ndarray = ndtr(self._z(x)) @ self.kans
        return kans

    def dichtheid(self, x: np.ndarray) -> np.ndarray:
        """The density at x, per person."""
        d: np.ndarray = (np.exp(-0.5 * self._z(x) ** 2) / (self.sigma * np.sqrt(2 * np.pi))) @ self.kans
        return np.where(x > 0, d / np.maximum(x, np.finfo(float).tiny), 0.0) if self.log else d

    def kwantiel(self, p: np.ndarray) -> np.ndarray:
        """The inflow that is not exceeded with probability p: bracketed on a grid, then Newton's method within it."""
        rooster = np.linspace(self.mu.min() - 9 * self.sigma.max(), self.mu.max() + 9 * self.sigma.max(), 4097)
        if self.log:
            rooster = np.exp(rooster)
        links = np.clip(np.searchsorted(self.onder(rooster), p) - 1, 0, rooster.size - 2)
        onder, boven = rooster[links], rooster[links + 1]
        x = (onder + boven) / 2
        for _ in range(4):
            helling = np.maximum(self.dichtheid(x), np.finfo(float).tiny)
            x = np.clip(x - (self.onder(x) - p) / helling, onder, boven)
        return x


class Prognose:
    """The first asylum inflow of each year of an edition."""

    def __init__(self, sectie: Prognosesectie, jaren: tuple[int, ...]):
        self.sectie, self.jaren = sectie, jaren
        self._mengsels = {jaar: _mengsel(sectie, jaar) for jaar in jaren}

    @classmethod
    def uit(cls, ps: Parameterset) -> Prognose:
        """The prognosis of an edition; raises Fout with every problem in its section."""
        return cls(lees_sectie(ps.prognose, ps.editie.jaren, ps.bronnen, ps.pad.name), ps.editie.jaren)

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
        m = self._mengsel(jaar)
        gemiddelden = np.exp(m.mu + m.sigma**2 / 2) if m.log else m.mu
        return float(m.kans @ gemiddelden)

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

    def _mengsel(self, jaar: int) -> Mengsel:
        if jaar not in self._mengsels:
            raise Fout([probleem("jaar-buiten-editie", jaar=jaar, eerste=self.jaren[0], laatste=self.jaren[-1])])
        return self._mengsels[jaar]


def _mengsel(sectie: Prognosesectie, jaar: int) -> Mengsel:
    """All combinations of one exclusive scenario with additive ones on or off."""
    basis = [s.jaren[jaar] for s in sectie.scenarios if s.soort == "uitsluitend" and s.jaren[jaar].kans > 0]
    extra = [s.jaren[jaar] for s in sectie.scenarios if s.soort == "additief"]
    delen: list[tuple[float, float, float]] = []
    for uitgangspunt, aan in product(basis, product((False, True), repeat=len(extra))):
        erbij = [e for e, a in zip(extra, aan, strict=True) if a]
        kans = uitgangspunt.kans * math.prod(e.kans if a else 1 - e.kans for e, a in zip(extra, aan, strict=True))
        gemiddelde = uitgangspunt.verwachting + sum(e.verwachting for e in erbij)
        variantie = uitgangspunt.spreiding**2 + sum(e.spreiding**2 for e in erbij)
        if kans > 0:
            delen.append((kans, gemiddelde, variantie))
    kansen, gemiddelden, varianties = np.array(delen).T
    if sectie.verdeling == "lognormaal":
        sigma = np.sqrt(np.log1p(varianties / gemiddelden**2))
        return Mengsel(kansen, np.log(gemiddelden) - sigma**2 / 2, sigma, log=True)
    return Mengsel(kansen, gemiddelden, np.sqrt(varianties), log=False)
