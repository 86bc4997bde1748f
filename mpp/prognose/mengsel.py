"""A mixture of normal or of lognormal distributions: density, distribution function and quantiles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from scipy.special import ndtr, ndtri

#: Points per component at which the distribution is tabulated, to start the search for a quantile near its end.
_PUNTEN: Final = np.linspace(-9, 9, 145)

#: Relative precision of a quantile (of its logarithm, for a lognormal mixture).
_PRECISIE: Final = 1e-13


@dataclass(frozen=True)
class Mengsel:
    """The mixture of one year; arrays of shape (n_components,), `mu` and `sigma` those of x or of log x.

    With `gekomen` the components are those of what comes besides it in the rest of the year: never less than nothing, so that
    a normal mixture is cut off there.
    """

    kans: np.ndarray
    mu: np.ndarray
    sigma: np.ndarray
    log: bool
    gekomen: float | None = None

    @property
    def verwachting(self) -> float:
        """The expected inflow."""
        if self.log:
            gemiddelden = np.exp(self.mu + self.sigma**2 / 2)
        elif self.gekomen is None:
            gemiddelden = self.mu
        else:
            z = self.mu / self.sigma
            gemiddelden = (self.mu * ndtr(z) + self.sigma * np.exp(-0.5 * z**2) / np.sqrt(2 * np.pi)) / (1 - self._afgesneden)
        return float(self.kans @ gemiddelden) + self._begin

    def onder(self, x: np.ndarray) -> np.ndarray:
        """The probability of an inflow of at most x."""
        kans = (self._onder(self._schaal(x - self._begin)) - self._afgesneden) / (1 - self._afgesneden)
        return kans if self.gekomen is None else np.maximum(kans, 0.0)

    def dichtheid(self, x: np.ndarray) -> np.ndarray:
        """The density at x, per person."""
        x = x - self._begin
        d = self._dichtheid(self._schaal(x)) / (1 - self._afgesneden)
        if self.log:
            return np.where(x > 0, d / np.maximum(x, np.finfo(float).tiny), 0.0)
        return d if self.gekomen is None else np.where(x > 0, d, 0.0)

    def kwantiel(self, p: np.ndarray) -> np.ndarray:
        """The inflow that is not exceeded with probability p, 0 < p < 1.

        It lies between the lowest and the highest p-quantile of the components. Within that bracket Newton's method
        is used, and bisection where Newton's step leaves the bracket or is not half the step before.
        """
        vlak = self._afgesneden + np.ravel(p) * (1 - self._afgesneden)
        per_deel = self.mu + self.sigma * ndtri(vlak)[:, None]
        onder, boven = per_deel.min(axis=1), per_deel.max(axis=1)
        y = np.clip(np.interp(vlak, *self._tabel), onder, boven)
        stap, te_doen = boven - onder, np.arange(vlak.size)
        while te_doen.size:
            i, nu = te_doen, y[te_doen]
            verschil, helling = self._onder(nu) - vlak[i], self._dichtheid(nu)
            boven[i], onder[i] = np.where(verschil > 0, nu, boven[i]), np.where(verschil > 0, onder[i], nu)
            newton = nu - np.divide(verschil, helling, out=np.full_like(nu, np.inf), where=helling > 0)
            snel = (newton >= onder[i]) & (newton <= boven[i]) & (np.abs(newton - nu) <= stap[i] / 2)
            y[i] = np.where(snel, newton, (onder[i] + boven[i]) / 2)
            stap[i] = np.abs(y[i] - nu)
            te_doen = i[stap[i] > _PRECISIE * np.maximum(1, np.abs(nu))]
        return np.reshape(np.exp(y) if self.log else y, np.shape(p)) + self._begin

    @property
    def _begin(self) -> float:
        return self.gekomen or 0.0

    @cached_property
    def _afgesneden(self) -> float:
        """The part of the components that lies below nothing, where that cannot be."""
        return 0.0 if self.gekomen is None or self.log else float(self._onder(np.zeros(())))

    def _schaal(self, x: np.ndarray) -> np.ndarray:
        return np.log(np.maximum(x, np.finfo(float).tiny)) if self.log else x

    def _onder(self, y: np.ndarray) -> np.ndarray:
        kans: np.ndarray = ndtr((y[..., None] - self.mu) / self.sigma) @ self.kans
        return kans

    def _dichtheid(self, y: np.ndarray) -> np.ndarray:
        z = (y[..., None] - self.mu) / self.sigma
        d: np.ndarray = np.exp(-0.5 * z**2) @ (self.kans / (self.sigma * np.sqrt(2 * np.pi)))
        return d

    @cached_property
    def _tabel(self) -> tuple[np.ndarray, np.ndarray]:
        """The distribution function, tabulated closely around every component: (probability, value)."""
        y = np.sort((self.mu + self.sigma * _PUNTEN[:, None]).ravel())
        return self._onder(y), y


@dataclass(frozen=True)
class Punt:
    """A year of which everything has come: nothing is uncertain. It has the methods of a mixture."""

    gekomen: float

    @property
    def verwachting(self) -> float:
        """What came."""
        return self.gekomen

    def onder(self, x: np.ndarray) -> np.ndarray:
        """One from what came on, nought below it."""
        return np.where(x >= self.gekomen, 1.0, 0.0)

    def dichtheid(self, x: np.ndarray) -> np.ndarray:
        """Without bound at what came, nought elsewhere."""
        return np.where(x == self.gekomen, np.inf, 0.0)

    def kwantiel(self, p: np.ndarray) -> np.ndarray:
        """What came, for every probability."""
        return np.full(np.shape(p), self.gekomen)
