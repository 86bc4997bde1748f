"""Draws: futures that differ in the inflow and in every uncertain parameter, carried through the chain.

The inflow of a draw comes from the prognosis. A parameter whose values have a range is drawn from the distribution
that supposes least: `waarde` is its median, `laag` and `hoog` are its ends, and between those three points every value is
as likely as another. So medio is the run in which every parameter stands at its median; nothing is drawn that the file
does not call possible, no share above 1; and a range to one side of the value only leaves half of the draws at the
value itself. The ends of a range are meant as those of about three chances in four: what lies beyond them is not drawn,
and the bands are rather too narrow than too wide.

Uncertainty about a parameter is not noise from year to year: all its periods take the same quantile. Each parameter is
drawn apart from the others, by Latin hypercube sampling: of n draws one falls in each nth part of its probability
(M.D. McKay, R.J. Beckman and W.J. Conover, A comparison of three methods for selecting values of input variables,
Technometrics 21 (1979) 239-245). Its stream of random numbers is seeded by the seed of the prognosis and its own name:
parameters that come, go or move in the file leave its draws as they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import numpy as np

from mpp.parameters import Parameterset
from mpp.parameters.banden import sluitpost
from mpp.parameters.perioden import perioden
from mpp.parameters.schema import Parameter
from mpp.uitkomsten.jaren import naar_jaren
from mpp.uitkomsten.register import indicatoren

if TYPE_CHECKING:
    from mpp.prognose import Prognose

#: Enough that the end of a band moves by about one in a hundred when all is drawn anew.
TREKKINGEN: Final = 10_000

#: So many runs at a time: enough to make the steps of the chain weigh little, few enough for memory near the processor.
_TEGELIJK: Final = 5_000

#: The quantile at which every parameter stands in medio.
MIDDEN: Final = 0.5


def onzeker(ps: Parameterset) -> tuple[str, ...]:
    """The parameters that have a range in some period, in the order of the file."""
    return tuple(p.id for p in ps.parameters.values() if p.heeft_band)


def trek(ps: Parameterset, zaad: int, n: int) -> dict[str, np.ndarray]:
    """For every uncertain parameter the quantile at which it stands in each of n draws, shape (n,)."""
    return {id: _latijns(zaad, id, n) for id in onzeker(ps)}


def op_kwantiel(ps: Parameterset, kwantielen: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The values of parameters at quantiles of shape (n,), as `doorrekenen` takes them: {id: (n, n_periods)}.

    A what-if outside the range of a value moves the end that it passes. Of parameters with a fixed sum (`som_met`,
    `vult_aan`) the one without a range follows the others.
    """
    waarden = {id: _waarden(ps, ps[id], q) for id, q in kwantielen.items()}
    for p in ps.parameters.values():
        for regel in p.validatie:
            delen = [p, *(ps[id] for id in regel.vaste_som)]
            volgt = sluitpost(delen)
            if volgt and any(d.id in waarden for d in delen if d is not volgt):
                afwijking = [waarden[d.id] - _op_waarde(ps, d) for d in delen if d is not volgt and d.id in waarden]
                waarden[volgt.id] = _op_waarde(ps, volgt) - np.sum(afwijking, axis=0)
    return waarden


def reken_trekkingen(ps: Parameterset, prognose: Prognose, n: int) -> dict[str, np.ndarray]:
    """Every indicator that a document may show by year in n draws, shape (n, n_years)."""
    from mpp.productiemodel import per_jaar

    instroom, anders = prognose.trekkingen(n), op_kwantiel(ps, trek(ps, prognose.sectie.zaad, n))
    delen = []
    for begin in range(0, n, _TEGELIJK):
        deel = slice(begin, begin + _TEGELIJK)
        jaren = [
            naar_jaren(j, 1)
            for j in per_jaar(ps, instroom[deel], indicatoren("intern"), {id: waarden[deel] for id, waarden in anders.items()})
        ]
        delen.append({id: np.stack([j[id][:, 0] for j in jaren]) for id in jaren[0]})
    return {id: np.concatenate([deel[id] for deel in delen], axis=1).T for id in delen[0]}


def _latijns(zaad: int, id: str, n: int) -> np.ndarray:
    """One quantile from each nth part of the probability, in random order."""
    eigen_zaad = int.from_bytes(hashlib.sha256(f"{zaad}:{id}".encode()).digest()[:8], "little")
    toeval = np.random.Generator(np.random.PCG64(eigen_zaad))
    return (toeval.permutation(n) + toeval.random(n)) / n


def _waarden(ps: Parameterset, p: Parameter, kwantielen: np.ndarray) -> np.ndarray:
    """The values at the quantiles, (n, n_periods); NaN in the periods that an open end leaves out."""
    punten = [
        (min(w.onderkant, w.waarde), w.waarde, max(w.bovenkant, w.waarde)) if (w := p.waarden.get(periode)) else (np.nan,) * 3
        for periode in perioden(p.periode, ps.editie)
    ]
    reeksen = {punt: np.interp(kwantielen, [0, MIDDEN, 1], punt) for punt in set(punten)}
    return np.stack([reeksen[punt] for punt in punten]).T


def _op_waarde(ps: Parameterset, p: Parameter) -> np.ndarray:
    return _waarden(ps, p, np.array([MIDDEN]))
