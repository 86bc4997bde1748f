"""One pass of a chain through the months: first those that were realised, then from the peildatum on those of the model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from mpp.parameters import Parameterset
from mpp.productiemodel.gerealiseerd import Gerealiseerd
from mpp.productiemodel.onderdelen import BUITEN, Berekening
from mpp.productiemodel.verwijzing import Maandnummer, P, Pjaren, Prognosejaar, Rij, S, Som, V, Verwijzing
from mpp.productiemodel.waarden import Waarden
from mpp.productiemodel.wachtrij import Blik, Wachtrij

if TYPE_CHECKING:
    from mpp.productiemodel.kern import Keten


class Loop:
    """A chain on its way through the months, for all runs at once; raises ValueError for inflows of another shape."""

    def __init__(
        self,
        keten: Keten,
        ps: Parameterset,
        instroom: np.ndarray,
        anders: Mapping[str, np.ndarray],
    ):
        n_jaren, instroom = len(ps.editie.jaren), np.asarray(instroom, dtype=float)
        if instroom.ndim != 2 or instroom.shape[1] != n_jaren:
            raise ValueError(f"inflow has shape {instroom.shape}, expected (n_runs, {n_jaren})")
        self.keten, self.instroom = keten, instroom
        self.n_runs, self.n_maanden = instroom.shape[0], 12 * n_jaren
        self.waarden, self.gerealiseerd = Waarden(ps, self.n_runs, anders), Gerealiseerd(keten, ps)
        self.eerste = self.gerealiseerd.n_maanden
        self.begin = {id: np.full(self.n_runs, self.waarden.vast(v.begin), dtype=float) for id, v in keten.voorraden.items()}
        self.stand = {id: np.full(self.n_runs, np.nan) for id in (*keten.voorraden, *keten.standen)}
        wachtrijen = ((id, v.rij) for id, v in keten.voorraden.items() if v.rij)
        self.rijen = {id: Wachtrij(r, self.waarden, self.begin[id], self.n_maanden, self.eerste) for id, r in wachtrijen}
        self.maand: dict[str, np.ndarray] = {}
        sommen = [r for b in keten.berekeningen.values() for r in b.leest.values() if isinstance(r, Som)]
        self.totaal = {r.id: np.zeros(self.n_runs) for r in sommen if r.maanden >= self.n_maanden}
        self.terug = {r.id: np.empty((self.n_maanden, self.n_runs)) for r in sommen if r.maanden < self.n_maanden}
        self.lezers = {id: [self._lezer(r, stand=b.soort == "stand") for r in b.leest.values()] for id, b in keten.berekeningen.items()}

    def nu(self, id: str) -> np.ndarray:
        """An element in the month that was computed last, shape (n_runs,)."""
        return self.stand[id] if id in self.stand else self.maand[id]

    def maanden(self) -> Iterator[int]:
        """Goes through all months, and stops after each."""
        stromen = [b for b in self.keten.berekeningen.values() if b.soort != "stand"]
        for t in range(self.eerste):
            self.maand = {id: np.full(self.n_runs, reeks[t]) for id, reeks in self.gerealiseerd.reeksen.items()}
            self._onthoud(t)
            yield t
        self.stand |= self.begin
        self._lees_standen(self.eerste - 1)
        for t in range(self.eerste, self.n_maanden):
            for b in stromen:
                self.maand[b.id] = self._bereken(b, t)
            self._verplaats(t)
            self._lees_standen(t)
            self._onthoud(t)
            yield t
        self.lezers.clear()  # they hold this loop: all its months would stay in memory until a garbage collection

    def _onthoud(self, t: int) -> None:
        """Keeps of month t what later months look back on."""
        for id, rij in self.terug.items():
            rij[t] = self.maand[id]
        for id in self.totaal:
            self.totaal[id] = self.totaal[id] + self.maand[id]

    def _bereken(self, b: Berekening, t: int) -> np.ndarray:
        uit = b.formule(*[lees(t) for lees in self.lezers[b.id]])
        return uit if isinstance(uit, np.ndarray) else np.full(self.n_runs, uit)

    def _verplaats(self, t: int) -> None:
        erbij, eraf = _nul(self.rijen), _nul(self.rijen)
        nieuw = self.stand | {id: self.stand[id].copy() for id in self.keten.voorraden}
        for s in self.keten.stromen.values():
            aantal = self.maand[s.id]
            if s.van != BUITEN:
                nieuw[s.van] -= aantal
            if s.naar != BUITEN:
                nieuw[s.naar] += aantal
            if s.van in eraf:
                eraf[s.van] = eraf[s.van] + aantal
            if s.naar in erbij:
                erbij[s.naar] = erbij[s.naar] + aantal
        self.stand = nieuw
        for id, rij in self.rijen.items():
            direct = self._direct(id)
            rij.sluit_maand(t, erbij[id] - direct, eraf[id] - direct)

    def _direct(self, id: str) -> Any:
        regels = self.keten.voorraden[id].rij
        return self.maand[regels.nieuw] if regels and regels.nieuw else 0.0

    def _lees_standen(self, t: int) -> None:
        for id, b in self.keten.standen.items():
            self.stand[id] = self._bereken(b, t)

    def _lezer(self, ref: Verwijzing, *, stand: bool) -> Callable[[int], Any]:
        """How one argument is looked up in month t; a stand is read at the month's end, so a month later."""
        match ref:
            case P(id):
                waarden = self.waarden.per_maand(id)
                return lambda t: waarden[max(t, self.eerste)]
            case Pjaren(id):
                jaren = self.waarden.jaren(id)
                return lambda t: jaren
            case V(id):
                return lambda t: self.stand[id]
            case S(id):
                return lambda t: self.maand[id]
            case Rij(id):
                rij = self.rijen[id]
                return lambda t: Blik(rij, t + stand)
            case Maandnummer():
                return lambda t: t + 1
            case Prognosejaar(gekomen, seizoen):
                return self._prognosejaar(gekomen, seizoen)
            case Som(id, maanden, None) if maanden >= self.n_maanden:
                return lambda t: self.totaal[id]
            case Som(id, maanden, voor):
                boek, ervoor = self.terug[id], self.waarden.vast(voor.id) / 12 if voor else 0.0
                return lambda t: boek[max(t - maanden, 0) : t].sum(axis=0) + max(maanden - t, 0) * ervoor
        raise TypeError(f"{ref!r} cannot be looked up")

    def _prognosejaar(self, gekomen: str | None, seizoen: str | None) -> Callable[[int], Any]:
        """The inflow of each year; in a year with realised months the pace of those that are left."""
        jaren = self.instroom.T.copy()
        if self.eerste and gekomen and seizoen:
            deel = np.asarray(self.waarden.per_maand(seizoen)[:12])
            over = deel[self.eerste :].sum(axis=0) / deel.sum(axis=0)
            komt_nog = jaren[0] - self.gerealiseerd.reeksen[gekomen].sum()
            jaren[0] = np.divide(komt_nog, over, out=np.zeros_like(komt_nog), where=over > 0)
        return lambda t: jaren[t // 12]


def _nul(ids: Iterable[str]) -> dict[str, Any]:
    return dict.fromkeys(ids, 0.0)
