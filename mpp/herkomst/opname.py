"""One run of the chain of which everything is kept: what each formula got and gave, month by month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from mpp.herkomst.formule import Stap, enkel, uitdrukking
from mpp.parameters import Parameterset
from mpp.productiemodel import Keten
from mpp.productiemodel.onderdelen import Berekening, Deel, Formule, Onderdeel


@dataclass(frozen=True)
class Berekend:
    """A formula in one month: the arguments with a single value as it got them, and its steps."""

    argumenten: Mapping[str, float]
    stappen: tuple[Stap, ...]


class Opname:
    """A chain run once, for the first asylum inflow of one scenario: shape (n_years,).

    `maanden` has per element its months, shape (n_months,), `begin` per stock what it opened with; `berekend` tells
    how a formula came to its value.
    """

    def __init__(self, model: Keten, ps: Parameterset, instroom: np.ndarray, anders: Mapping[str, np.ndarray] | None = None):
        self._gehoord: dict[str, list[Berekend]] = {}
        deel = Deel()
        deel.onderdelen = [self._beluisterd(o) for o in model.onderdelen.values()]
        self.eerste = ps.editie.gerealiseerd
        uit = Keten((deel,)).rekenen(ps, instroom[None], anders=anders)
        self.maanden = {id: reeks[0] for id, reeks in uit.reeksen.items()}
        self.begin = {id: float(stand[0]) for id, stand in uit.begin.items()}

    def berekend(self, id: str, maand: int) -> Berekend:
        """A formula in a month of the forecast, 0 the first; raises LookupError for one before the peildatum, which was not computed."""
        if maand < self.eerste:
            raise LookupError(f"{id} in month {maand}")
        gehoord = self._gehoord[id]
        return gehoord[len(gehoord) - len(self.maanden[id]) + maand]  # a stand is also read before the first month

    def _beluisterd(self, onderdeel: Onderdeel) -> Onderdeel:
        """The same element; of a formula it is kept what it reads and gives each time it is run."""
        if not isinstance(onderdeel, Berekening):
            return onderdeel
        self._gehoord[onderdeel.id] = gehoord = []
        formule, namen, lezing = onderdeel.formule, tuple(onderdeel.leest), uitdrukking(onderdeel.formule)

        def luister(*waarden: Any) -> Any:
            argumenten = dict(zip(namen, waarden, strict=True))
            gehoord.append(Berekend(enkel(argumenten), lezing.reken(argumenten)))
            return formule(*waarden)

        beluisterd: Formule = luister
        return replace(onderdeel, formule=beluisterd)
