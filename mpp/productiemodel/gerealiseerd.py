"""The months before the peildatum, for every flow and quantity of the chain: as they came, or as follows from what came.

A total, or any other formula that reads nothing but flows of the same month, follows from the realisations of what it
reads. What rests on a parameter or a stock does not: of that a realisation must be given.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from mpp.parameters import Parameterset
from mpp.parameters.eenheden import OPTELBAAR
from mpp.parameters.gerealiseerd import Maand, gerealiseerde_maanden, perioden_van
from mpp.productiemodel.onderdelen import Berekening
from mpp.productiemodel.verwijzing import ALLE_MAANDEN, P, Rij, S, Som, V

if TYPE_CHECKING:
    from mpp.productiemodel.kern import Keten


class Gerealiseerd:
    """What came before the peildatum of an edition.

    `reeksen` has per flow and quantity its months, shape (n_months_before,), NaN where nothing is known; `gegeven` those of which
    the file has realisations, `afgeleid` those that follow from others.
    """

    def __init__(self, keten: Keten, ps: Parameterset):
        self._keten, self._ps = keten, ps
        self.n_maanden = ps.editie.gerealiseerd
        self.gegeven: Mapping[str, tuple[Maand | None, ...]] = {}
        self.afgeleid: Mapping[str, np.ndarray] = {}
        self.reeksen: dict[str, np.ndarray] = {}
        if self.n_maanden:
            stromen = [b for b in keten.berekeningen.values() if b.soort != "stand"]
            self.gegeven = {b.id: maanden for b in stromen if any(maanden := self._maanden(b.id))}
            self.reeksen = {b.id: np.full(self.n_maanden, np.nan) for b in stromen}
            self.reeksen |= {id: np.array([m.waarde if m else np.nan for m in maanden]) for id, maanden in self.gegeven.items()}
            self.afgeleid = {b.id: reeks for b in stromen if (reeks := self._leid_af(b)) is not None}

    def seizoen(self, id: str) -> tuple[str, ...]:
        """The parameters by calendar month that a flow follows, the one it meets first first; none for one that is even over the year.

        It follows them through flows of the same month; what waits in a stock first does not.
        """
        te_doen, gevonden = [id], dict[str, None]()
        for huidig in te_doen:
            leest = self._keten.berekeningen[huidig].leest.values()
            if any(isinstance(ref, V | Rij) for ref in leest):
                continue
            for ref in leest:
                if isinstance(ref, S) and ref.id not in te_doen:
                    te_doen.append(ref.id)
                elif isinstance(ref, P) and ref.id in self._ps.parameters and self._ps[ref.id].periode == "kalendermaand":
                    gevonden[ref.id] = None
        return tuple(gevonden)

    def volgt_uit(self, id: str) -> tuple[str, ...]:
        """From the months of which others those of a flow or quantity follow; nothing when its formula reads more than flows."""
        leest = self._keten.berekeningen[id].leest.values() if id in self.reeksen else ()
        alleen = all(isinstance(r, S) or (isinstance(r, Som) and r.maanden >= ALLE_MAANDEN) for r in leest)
        return tuple(dict.fromkeys(r.id for r in leest if isinstance(r, S | Som))) if alleen else ()

    def _maanden(self, id: str) -> tuple[Maand | None, ...]:
        perioden = list(perioden_van(self._ps, id))
        if not perioden:
            return (None,) * self.n_maanden
        if perioden[0].reeks.eenheid not in OPTELBAAR:
            return gerealiseerde_maanden(self._ps, id, None)
        seizoen = self.seizoen(id)
        return gerealiseerde_maanden(self._ps, id, self._ps.maanden(seizoen[0]).tolist() if seizoen else [1.0] * 12)

    def _leid_af(self, b: Berekening) -> np.ndarray | None:
        """The months that follow from those of what the formula reads, all of them known; they stand in `reeksen` from then on."""
        if not self.volgt_uit(b.id):
            return None
        argumenten = [self._eerder(ref.id) if isinstance(ref, Som) else self.reeksen[ref.id] for ref in b.leest.values()]
        if np.isnan(argumenten).any():
            return None
        self.reeksen[b.id] = uit = np.asarray(b.formule(*argumenten))
        return uit

    def _eerder(self, id: str) -> np.ndarray:
        """In each month what came in all months before it."""
        return np.concatenate([[0.0], self.reeksen[id][:-1].cumsum()])
