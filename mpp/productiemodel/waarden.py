"""The parameters as the model reads them: one value for all runs, or another value per run."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from mpp.parameters import Parameterset
from mpp.parameters.perioden import perioden
from mpp.productiemodel.reeks import Reeks

#: What a formula gets for a parameter: a number, or one per run, shape (n_runs,).
Waarde = float | Reeks


class Waarden:
    """The values of an edition in which `anders` replaces some by others per run, {id: (n_runs, n_periods)}.

    Raises ValueError for an array of another shape.
    """

    def __init__(self, ps: Parameterset, n_runs: int, anders: Mapping[str, np.ndarray]):
        self.ps, self.n_jaren = ps, len(ps.editie.jaren)
        for id, waarden in anders.items():
            vorm = (n_runs, len(perioden(ps[id].periode, ps.editie)))
            if waarden.shape != vorm:
                raise ValueError(f"{id} has shape {waarden.shape}, expected {vorm}")
        self._anders = {id: np.ascontiguousarray(waarden.T, dtype=float) for id, waarden in anders.items()}

    def vast(self, id: str) -> Waarde:
        """The value of a parameter that holds for the whole horizon."""
        return self._anders[id][0] if id in self._anders else self.ps.vast(id)

    def jaren(self, id: str) -> np.ndarray:
        """The values by year, shape (n_years,), or (n_years, n_runs) where runs differ."""
        return self._anders.get(id, self.ps.jaren(id))

    def per_maand(self, id: str) -> list[Waarde]:
        """The value in each month of the edition."""
        match self.ps[id].periode:
            case "vast":
                return [self.vast(id)] * (12 * self.n_jaren)
            case "jaar":
                return [waarde for waarde in self.jaren(id) for _ in range(12)]
            case "halfjaar":
                return [waarde for waarde in self._anders.get(id, self.ps.halfjaren(id)) for _ in range(6)]
            case "kalendermaand":
                return list(self._anders.get(id, self.ps.maanden(id))) * self.n_jaren
