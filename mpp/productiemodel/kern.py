"""The kernel: runs a declared chain month by month, for all runs at once.

The leading axis of every result is the run: scenarios, variants and draws are the same computation.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from mpp.parameters import Parameterset
from mpp.productiemodel.onderdelen import BUITEN, Berekening, Deel, Onderdeel, Voorraad
from mpp.productiemodel.verwijzing import Maandnummer, P, Pjaren, Prognosejaar, Rij, S, Som, V, Verwijzing
from mpp.productiemodel.waarden import Waarden
from mpp.productiemodel.wachtrij import Blik, Wachtrij


class Keten:
    """A declared chain, checked when made.

    `eenheden` is the unit in which each of its parameters is read. Raises ValueError for a declaration that cannot hold: an id
    given twice, a reference to what is not (yet) declared, a flow between layers, a parameter read in two units.
    """

    def __init__(self, delen: Iterable[Deel]):
        self.onderdelen: dict[str, Onderdeel] = {}
        for onderdeel in (o for deel in delen for o in deel.onderdelen):
            if onderdeel.id in self.onderdelen:
                raise ValueError(f"{onderdeel.id} is declared twice")
            self.onderdelen[onderdeel.id] = onderdeel
        self.voorraden = {id: o for id, o in self.onderdelen.items() if isinstance(o, Voorraad)}
        self.berekeningen = {id: o for id, o in self.onderdelen.items() if isinstance(o, Berekening)}
        self.stromen = {id: b for id, b in self.berekeningen.items() if b.soort == "stroom"}
        self.standen = {id: b for id, b in self.berekeningen.items() if b.soort == "stand"}
        self._toets()
        self.eenheden = self._eenheden()

    def _toets(self) -> None:
        stromen_eerder: set[str] = set()
        standen_eerder: set[str] = set()
        for id, b in self.berekeningen.items():
            for naam, ref in b.leest.items():
                match ref:
                    case S() if b.soort == "stand":
                        mis = f"{ref.id}, but a stand is read off stocks"
                    case S() if ref.id not in stromen_eerder:
                        mis = f"{ref.id}, which is no flow or quantity declared before it"
                    case Som() if ref.id not in self.berekeningen or ref.id in self.standen:
                        mis = f"{ref.id}, which is no flow or quantity"
                    case V() if ref.id not in self.voorraden and ref.id not in self.standen:
                        mis = f"{ref.id}, which is no stock or stand"
                    case V() if b.soort == "stand" and ref.id in self.standen and ref.id not in standen_eerder:
                        mis = f"{ref.id}, a stand that is not declared before it"
                    case Rij() if ref.id not in self.voorraden or self.voorraden[ref.id].rij is None:
                        mis = f"the queue of {ref.id}, which has none"
                    case Verwijzing():
                        continue
                    case _:
                        mis = f"nothing: argument {naam} does not say what it reads"
                raise ValueError(f"{id} reads {mis}")
            for kant in (b.van, b.naar):
                if kant != BUITEN and kant not in self.voorraden:
                    raise ValueError(f"{id} flows from or to {kant}, which is no stock")
            lagen = {self.voorraden[k].laag for k in (b.van, b.naar) if k != BUITEN}
            if len(lagen) > 1:
                raise ValueError(f"{id} flows between the layers {sorted(lagen)}")
            (standen_eerder if b.soort == "stand" else stromen_eerder).add(id)

    def _eenheden(self) -> dict[str, str]:
        uit: dict[str, str] = {}
        for id in self.onderdelen:
            for ref in (r.voor if isinstance(r, Som) else r for r in self.leest(id)):
                if isinstance(ref, (P, Pjaren)) and uit.setdefault(ref.id, ref.eenheid) != ref.eenheid:
                    raise ValueError(f"{id} reads {ref.id} in {ref.eenheid}, another reads it in {uit[ref.id]}")
        return uit

    def leest(self, id: str) -> tuple[Verwijzing, ...]:
        """What an element reads directly; a stock reads its opening parameters, the flows in and
        out, and what passes its queue by.
        """
        onderdeel = self.onderdelen[id]
        if isinstance(onderdeel, Berekening):
            return tuple(onderdeel.leest.values())
        stromen = [s.id for s in self.stromen.values() if id in (s.van, s.naar)]
        nieuw = [onderdeel.rij.nieuw] if onderdeel.rij and onderdeel.rij.nieuw else []
        return (*onderdeel.parameters, *(S(s) for s in stromen + nieuw))

    def parameters(self, id: str | None = None) -> tuple[str, ...]:
        """Every parameter that an element rests on, directly or through others; all of the chain's without `id`."""
        te_doen, gezien, gevonden = [id] if id else list(self.onderdelen), set[str](), dict[str, None]()
        while te_doen:
            if (huidig := te_doen.pop(0)) in gezien:
                continue
            gezien.add(huidig)
            for ref in self.leest(huidig):
                if isinstance(ref, (P, Pjaren)):
                    gevonden[ref.id] = None
                elif not isinstance(ref, (Prognosejaar, Maandnummer)):
                    te_doen.append(ref.id)
                    if isinstance(ref, Som) and ref.voor:
                        gevonden[ref.voor.id] = None
        return tuple(gevonden)

    def rekenen(self, ps: Parameterset, instroom: np.ndarray, anders: Mapping[str, np.ndarray] | None = None) -> Doorrekening:
        """Runs the chain for first asylum inflows of shape (n_runs, n_years).

        `anders` gives parameters that differ from run to run: {id: (n_runs, n_periods)}, periods in order of time.
        """
        loop = _Loop(self, ps, instroom, anders or {})
        boek = {id: np.empty((loop.n_maanden, loop.n_runs)) for id in self.onderdelen}
        for t in loop.maanden():
            for id, rij in boek.items():
                rij[t] = loop.nu(id)
        return Doorrekening({id: rij.T for id, rij in boek.items()}, loop.begin)

    def per_jaar(
        self, ps: Parameterset, instroom: np.ndarray, bewaar: Collection[str], anders: Mapping[str, np.ndarray] | None = None
    ) -> Iterator[Mapping[str, np.ndarray]]:
        """The same, year by year: the months of each year, (n_runs, 12), to be read before the next year is asked for.

        The months of many runs are more than memory should hold; those of one year are written over by the next.
        """
        loop = _Loop(self, ps, instroom, anders or {})
        boek = {id: np.empty((12, loop.n_runs)) for id in bewaar}
        for t in loop.maanden():
            for id, rij in boek.items():
                rij[t % 12] = loop.nu(id)
            if t % 12 == 11:
                yield {id: rij.T for id, rij in boek.items()}


@dataclass(frozen=True)
class Doorrekening:
    """A computed chain: per element its months, shape (n_runs, n_months), stocks and stands at the month's end; and
    per stock what it opened with, shape (n_runs,).
    """

    reeksen: Mapping[str, np.ndarray]
    begin: Mapping[str, np.ndarray]


class _Loop:
    """One run of the chain through the months."""

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
        self.waarden = Waarden(ps, self.n_runs, anders)
        self.stand = {id: np.full(self.n_runs, self.waarden.vast(v.begin), dtype=float) for id, v in keten.voorraden.items()}
        self.begin = dict(self.stand)
        self.rijen = {id: Wachtrij(v.rij, self.waarden, self.stand[id], self.n_maanden) for id, v in keten.voorraden.items() if v.rij}
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
        self._lees_standen(-1)
        for t in range(self.n_maanden):
            for b in stromen:
                self.maand[b.id] = self._bereken(b, t)
            self._verplaats(t)
            self._lees_standen(t)
            for id, rij in self.terug.items():
                rij[t] = self.maand[id]
            for id in self.totaal:
                self.totaal[id] = self.totaal[id] + self.maand[id]
            yield t
        self.lezers.clear()  # they hold this loop: all its months would stay in memory until a garbage collection

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
                return lambda t: waarden[max(t, 0)]
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
            case Prognosejaar():
                return lambda t: self.instroom[:, t // 12]
            case Som(id, maanden, None) if maanden >= self.n_maanden:
                return lambda t: self.totaal[id]
            case Som(id, maanden, voor):
                boek, ervoor = self.terug[id], self.waarden.vast(voor.id) / 12 if voor else 0.0
                return lambda t: boek[max(t - maanden, 0) : t].sum(axis=0) + max(maanden - t, 0) * ervoor
        raise TypeError(f"{ref!r} cannot be looked up")


def _nul(ids: Iterable[str]) -> dict[str, Any]:
    return dict.fromkeys(ids, 0.0)
