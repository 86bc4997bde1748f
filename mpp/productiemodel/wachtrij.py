"""First in, first out without a cohort axis: cumulative arrivals and departures say who still waits.

With arrivals A(e) up to the end of month e and departures D from the front, R(e) = max(A(e) - D, 0) of those
who came up to month e still wait. Month 0 is the first of the forecast, month -1 the last before it;
the opening stock is that at the start of the month with which the model begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from mpp.productiemodel.onderdelen import Wachtrijregels
from mpp.productiemodel.reeks import Reeks, verhouding
from mpp.productiemodel.waarden import Waarde, Waarden

#: Less than this is rounding, not a person who waits.
_NIEMAND: Final = 1e-6


class Wachtrij:
    """The queue of one stock for all runs, from the oldest case of the opening stock to the last month."""

    def __init__(self, regels: Wachtrijregels, waarden: Waarden, begin: Reeks, n_maanden: int, eerste: int = 0):
        oudste = waarden.vast(regels.oudste)
        leeftijd = int(np.ceil(np.max(oudste)))
        self.historie = leeftijd - eerste
        leeftijden = [0.0, *regels.ouder, oudste]
        ouder = [1.0, *(waarden.vast(id) for id in regels.ouder.values()), 0.0]
        self.aankomst = np.empty((self.historie + n_maanden + 1, begin.size))
        self.aankomst[: leeftijd + 1] = _ouder_dan(np.arange(leeftijd, -1.0, -1), leeftijden, ouder) * begin
        self.vertrek = np.zeros(begin.size)
        self._runs = np.arange(begin.size)
        self._kop = np.zeros(begin.size, dtype=np.intp)

    def sluit_maand(self, t: int, erbij: Reeks, eraf: Reeks) -> None:
        """Closes month t: `erbij` joins at the back, `eraf` leaves from the front; shapes (n_runs,)."""
        np.add(self.aankomst[self.historie + t], erbij, out=self.aankomst[self.historie + t + 1])
        self.vertrek = self.vertrek + eraf

    def wacht(self, maand: Waarde) -> Reeks:
        """How many who came up to the end of `maand` still wait, shape (n_runs,); within a month pro rata."""
        plek = np.minimum(np.maximum(maand + 1 + self.historie, 0.0), len(self.aankomst) - 1.0)
        stand, deel = self._gekomen(np.floor(plek)), plek % 1
        if np.any(deel):
            stand = stand + deel * (self._gekomen(np.ceil(plek)) - stand)
        return np.maximum(stand - self.vertrek, 0.0)

    def _gekomen(self, plek: Waarde) -> Reeks:
        """The arrivals at a row of `aankomst`, the same for all runs or one for each."""
        if isinstance(plek, np.ndarray):
            return self.aankomst[plek.astype(np.intp), self._runs]
        return self.aankomst[int(plek)]

    def kop(self, t: int) -> Reeks:
        """The month (with its fraction) in which the case at the front came, seen at the start of month t."""
        laatste = self.historie + t
        weg = self.vertrek + _NIEMAND
        while True:
            verder = (self._kop < laatste) & (self.aankomst[np.minimum(self._kop + 1, laatste), self._runs] <= weg)
            if not verder.any():
                break
            self._kop += verder
        onder, boven = self.aankomst[self._kop, self._runs], self.aankomst[np.minimum(self._kop + 1, laatste), self._runs]
        deel = verhouding(np.maximum(self.vertrek - onder, 0.0), boven - onder)
        return deel + (self._kop - self.historie - 1)


class Blik:
    """The queue as a formula sees it: at the start of month t."""

    def __init__(self, rij: Wachtrij, t: int):
        self._rij, self._t = rij, t

    @property
    def niemand(self) -> Reeks:
        """Zero for every run, to add numbers of people to."""
        return np.zeros_like(self._rij.vertrek)

    @property
    def maand(self) -> int:
        """The month that begins now; 0 is the first of the forecast."""
        return self._t

    def ouder_dan(self, maanden: Waarde) -> Reeks:
        """How many have waited longer than this, shape (n_runs,)."""
        return self._rij.wacht(self._t - 1 - maanden)

    def gekomen_tussen(self, van: Waarde, tot: Waarde) -> Reeks:
        """How many of those who came after the end of month `van` up to the end of month `tot` still wait."""
        nu = self._t - 1
        return np.maximum(self._rij.wacht(np.minimum(tot, nu)) - self._rij.wacht(np.minimum(van, nu)), 0.0)

    def wachttijd_voorste(self) -> Reeks:
        """How long, in months, the case at the front has waited, shape (n_runs,)."""
        return self._t - 1 - self._rij.kop(self._t)


def _ouder_dan(leeftijd: np.ndarray, leeftijden: Sequence[Waarde], aandelen: Sequence[Waarde]) -> np.ndarray:
    """The share older than each of `leeftijd`, (n, 1) or (n, n_runs): straight lines between the points given."""
    uit: np.ndarray = np.asarray(aandelen[0])
    for (van, voor), (tot, na) in pairwise(zip(leeftijden, aandelen, strict=True)):
        uit = uit + (na - voor) * np.clip((leeftijd[:, None] - van) / (tot - van), 0, 1)
    return uit
