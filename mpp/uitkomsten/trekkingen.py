"""Draws: futures that differ in the inflow and in every uncertain parameter, carried through the chain.

The inflow of a draw comes from the prognosis. A parameter whose values have a range is drawn from the distribution
that supposes least: `waarde` is its median, and half of the chance to either side lies evenly from there. The ends of a range
are those of three chances in four, as minimum and maximum are those of the inflow: an eighth of the draws lies below `laag`, and
an eighth above `hoog`, at most a third of that side's width further, never where a value cannot be (a share above 1, fewer than
nobody). So medio is the run in which every parameter stands at its median. A range to one side of the value only leaves half of
the draws at the value itself; and where a rule ties parameters to each other, their ends stay the ends.

A parameter by year differs for two reasons: it is not known, and years differ. Half of its variance lasts over all years of a
draw, the other half is of each year alone, on the scale on which the quantiles are normal. Each parameter is drawn apart from the
others, what lasts by Latin hypercube sampling: of n draws one falls in each nth part of its probability (M.D. McKay, R.J. Beckman and
W.J. Conover, A comparison of three methods for selecting values of input variables, Technometrics 21 (1979) 239-245). Its stream
of random numbers is seeded by the seed of the prognosis and its own name: parameters that come, go or move in the file leave its
draws as they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.special import ndtr, ndtri

from mpp.parameters import Parameterset
from mpp.parameters.banden import sluitpost
from mpp.parameters.eenheden import AANDELEN
from mpp.parameters.perioden import perioden
from mpp.parameters.schema import Parameter, Waarde
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

#: The chance that a draw lies between the low and the high end of a range.
KANS_BAND: Final = 0.75

#: The part of the variance of a parameter by year that lasts over all years of a draw; the rest is of each year alone.
BLIJVEND: Final = 0.5


def onzeker(ps: Parameterset) -> tuple[str, ...]:
    """The parameters that have a range in some period, in the order of the file."""
    return tuple(p.id for p in ps.parameters.values() if p.heeft_band)


def trek(ps: Parameterset, zaad: int, n: int) -> dict[str, np.ndarray]:
    """For every uncertain parameter the quantile at which it stands in each of n draws and each of its periods, (n, n_periods)."""
    return {id: _kwantielen(zaad, id, n, len(perioden(ps[id].periode, ps.editie))) for id in onzeker(ps)}


def waarden_van(ps: Parameterset, kwantielen: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The values of drawn quantiles: the ends of a range are those of `KANS_BAND`, and a draw may lie beyond them."""
    return op_kwantiel(ps, kwantielen, rand=(1 - KANS_BAND) / 2)


def op_kwantiel(ps: Parameterset, kwantielen: Mapping[str, np.ndarray], rand: float = 0.0) -> dict[str, np.ndarray]:
    """The values of parameters at quantiles of shape (n,) or (n, n_periods), as `doorrekenen` takes them: {id: (n, n_periods)}.

    `rand` is the quantile at which the low end of a range stands, and as far from 1 its high end.
    A what-if outside the range of a value moves the end that it passes. Of parameters with a fixed sum (`som_met`,
    `vult_aan`) the one without a range follows the others.
    """
    gebonden = _gebonden(ps)
    waarden = {id: _waarden(ps, ps[id], q, 0.0 if id in gebonden else rand) for id, q in kwantielen.items()}
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

    instroom, anders = prognose.trekkingen(n), waarden_van(ps, trek(ps, prognose.sectie.zaad, n))
    delen = []
    for begin in range(0, n, _TEGELIJK):
        deel = slice(begin, begin + _TEGELIJK)
        jaren = [
            naar_jaren(j, 1)
            for j in per_jaar(ps, instroom[deel], indicatoren("intern"), {id: waarden[deel] for id, waarden in anders.items()})
        ]
        delen.append({id: np.stack([j[id][:, 0] for j in jaren]) for id in jaren[0]})
    return {id: np.concatenate([deel[id] for deel in delen], axis=1).T for id in delen[0]}


def _gebonden(ps: Parameterset) -> frozenset[str]:
    """The parameters that a rule keeps below each other: a draw beyond their ranges could break it."""
    regels = [(p.id, regel) for p in ps.parameters.values() for regel in p.validatie if regel.hoogstens or regel.samen_hoogstens_1_met]
    return frozenset(id for eigen, regel in regels for id in (eigen, *regel.anderen))


def _kwantielen(zaad: int, id: str, n: int, n_perioden: int) -> np.ndarray:
    """Quantiles of which what lasts has one in each nth part of the probability, in random order."""
    eigen_zaad = int.from_bytes(hashlib.sha256(f"{zaad}:{id}".encode()).digest()[:8], "little")
    toeval = np.random.Generator(np.random.PCG64(eigen_zaad))
    blijft: np.ndarray = ((toeval.permutation(n) + toeval.random(n)) / n)[:, None]
    if n_perioden == 1:
        return blijft
    van_het_jaar = toeval.standard_normal((n, n_perioden))
    uit: np.ndarray = ndtr(np.sqrt(BLIJVEND) * ndtri(blijft) + np.sqrt(1 - BLIJVEND) * van_het_jaar)
    return uit


def _waarden(ps: Parameterset, p: Parameter, kwantielen: np.ndarray, rand: float = 0.0) -> np.ndarray:
    """The values at the quantiles, (n, n_periods); NaN in the periods that an open end leaves out."""
    plaatsen = [0, rand, MIDDEN, 1 - rand, 1] if rand else [0, MIDDEN, 1]
    reeksen = []
    for i, periode in enumerate(perioden(p.periode, ps.editie)):
        q = kwantielen if kwantielen.ndim == 1 else kwantielen[:, i]
        w = p.waarden.get(periode)
        reeksen.append(np.interp(q, plaatsen, _punten(p, w, rand)) if w else np.full(len(q), np.nan))
    return np.stack(reeksen).T


def _punten(p: Parameter, w: Waarde, rand: float) -> list[float]:
    """The value at the ends, at the ends of its range when these are others, and in the middle."""
    laag, hoog = min(w.onderkant, w.waarde), max(w.bovenkant, w.waarde)
    if not rand:
        return [laag, w.waarde, hoog]
    verder = MIDDEN / (MIDDEN - rand)
    onder, boven = w.waarde - (w.waarde - laag) * verder, w.waarde + (hoog - w.waarde) * verder
    minimum, maximum = _grenzen(p, laag)
    return [max(onder, min(minimum, laag)), laag, w.waarde, hoog, min(boven, max(maximum, hoog))]


def _grenzen(p: Parameter, laag: float) -> tuple[float, float]:
    """The lowest and the highest that a parameter can be: never fewer than nobody, unless its range says so, no share above 1."""
    minima = [regel.minimaal for regel in p.validatie if regel.minimaal is not None] or [0.0 if laag >= 0 else -np.inf]
    maxima = [regel.maximaal for regel in p.validatie if regel.maximaal is not None]
    return max(minima), min([*maxima, 1.0 if p.eenheid in AANDELEN else np.inf])


def _op_waarde(ps: Parameterset, p: Parameter) -> np.ndarray:
    return _waarden(ps, p, np.array([MIDDEN]))
