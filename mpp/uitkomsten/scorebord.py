"""The look backs as a scoreboard: how good the forecast from each past origin was, beside two that anyone could make.

Every figure of a look back is a target: what the model gives, the band of its draws, the value of the last year that was known
at the origin (`vorig`) and the line through the last two (`trend`). Nothing is rounded before it is counted.

The draws of a look back are those of an edition. Where the look back gives a value without a range, the range is as wide as that of
the edition in proportion to its value: how well a parameter was known then was not recorded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from mpp.parameters import Parameterset
from mpp.parameters.eenheden import AANDELEN
from mpp.parameters.schema import Parameter, Realisatie, Waarde
from mpp.prognose import Prognose
from mpp.uitkomsten.toetsing import Terugblik, Toetsregel
from mpp.uitkomsten.trekkingen import reken_trekkingen

#: The chance that the band holds what happened.
KANS: Final = 0.8

#: Enough that a bound moves by about one in a hundred when all is drawn anew.
_TREKKINGEN: Final = 2_000


@dataclass(frozen=True)
class Doel:
    """One figure of a look back with all that foretells it; `vorig` and `trend` are None where the years before are not known.

    `crps` is the continuous ranked probability score of the draws in the unit of the figure; that of a forecast without a spread is
    its absolute error.
    """

    blik: str
    regel: Toetsregel
    onder: float
    boven: float
    crps: float
    vorig: float | None
    trend: float | None

    @property
    def binnen(self) -> bool:
        """Whether what happened lies in the band."""
        return self.onder <= self.regel.gerealiseerd <= self.boven

    def fout(self, waarde: float) -> float:
        """How far a forecast lies from what happened, as a share of it, without its sign."""
        return abs(waarde / self.regel.gerealiseerd - 1)


@dataclass(frozen=True)
class Score:
    """Over some targets: the mean and the median absolute error as a share, the mean CRPS as a share, and how many lie in the band.

    `vorig` and `trend` are the mean error of that benchmark, and `model_naast_vorig` that of the model over the same targets.
    """

    aantal: int
    fout: float
    mediaan: float
    crps: float
    binnen: int
    aantal_vorig: int
    vorig: float
    model_naast_vorig: float
    aantal_trend: int
    trend: float
    model_naast_trend: float

    @property
    def deel_binnen(self) -> float:
        """The part of the targets that lie in the band."""
        return self.binnen / self.aantal

    @property
    def winst(self) -> float:
        """The skill over last year's value: the part of its error that the model does not make; below zero when it makes more."""
        return 1 - self.model_naast_vorig / self.vorig if self.vorig else 0.0


def scorebord(ps: Parameterset, blikken: Iterable[Terugblik]) -> tuple[Doel, ...]:
    """Every target of the look backs, with the band of draws made from the edition `ps`."""
    doelen: list[Doel] = []
    for blik in blikken:
        toen = met_banden(blik.ps, ps)
        getrokken = reken_trekkingen(toen, Prognose.uit(toen), _TREKKINGEN)
        doelen += [_doel(blik, regel, getrokken[regel.indicator], ps) for regel in blik.regels]
    return tuple(doelen)


def score(doelen: Sequence[Doel]) -> Score:
    """The mean over `doelen`, of which there must be one at least."""
    vorig = [(d.fout(d.vorig), d.fout(d.regel.model)) for d in doelen if d.vorig is not None]
    trend = [(d.fout(d.trend), d.fout(d.regel.model)) for d in doelen if d.trend is not None]
    (fout_vorig, naast_vorig), (fout_trend, naast_trend) = (np.mean(paren or [(0.0, 0.0)], axis=0) for paren in (vorig, trend))
    return Score(
        len(doelen),
        float(np.mean([d.fout(d.regel.model) for d in doelen])),
        float(np.median([d.fout(d.regel.model) for d in doelen])),
        float(np.mean([d.crps / d.regel.gerealiseerd for d in doelen])),
        sum(d.binnen for d in doelen),
        len(vorig),
        float(fout_vorig),
        float(naast_vorig),
        len(trend),
        float(fout_trend),
        float(naast_trend),
    )


def met_banden(toen: Parameterset, editie: Parameterset) -> Parameterset:
    """The parameters of a look back with, where a value has no range of its own, one as wide as in the edition in proportion."""
    parameters = tuple(_met_band(p, editie.parameters.get(p.id)) for p in toen.bestand.parameters)
    bestand = toen.bestand.model_copy(update={"parameters": parameters})
    return Parameterset(bestand, toen.boom, toen.pad, toen.merk, toen.wortel, toen.akkoorden)


def crps(trekkingen: np.ndarray, waarde: float) -> float:
    """The continuous ranked probability score of an ensemble, E|X - y| - E|X - X'| / 2 (Gneiting and Raftery, 2007)."""
    x = np.sort(trekkingen)
    gewicht = 2 * np.arange(1, x.size + 1) - x.size - 1
    return float(np.abs(x - waarde).mean() - (gewicht * x).sum() / x.size**2)


def _met_band(p: Parameter, eigen: Parameter | None) -> Parameter:
    if eigen is None or not eigen.heeft_band:
        return p
    voorbeeld = next(w for w in eigen.waarden.values() if w.heeft_band)
    if voorbeeld.waarde <= 0:
        return p
    hoogste = 1.0 if p.eenheid in AANDELEN else np.inf

    def nieuw(w: Waarde) -> Waarde:
        if w.heeft_band:
            return w
        laag, hoog = (w.waarde * einde / voorbeeld.waarde for einde in (voorbeeld.onderkant, voorbeeld.bovenkant))
        return w.model_copy(update={"laag": min(laag, hoogste), "hoog": min(hoog, hoogste)})

    return p.model_copy(update={"waarden": {periode: nieuw(w) for periode, w in p.waarden.items()}})


def _doel(blik: Terugblik, regel: Toetsregel, getrokken: np.ndarray, ps: Parameterset) -> Doel:
    editie = blik.ps.editie
    trekkingen = getrokken[:, editie.jaren.index(regel.jaar)]
    onder, boven = np.quantile(trekkingen, [(1 - KANS) / 2, (1 + KANS) / 2])
    vorig, ervoor = (_eerder(ps.realisaties[regel.realisatie], regel, editie.jaren[0] - n) for n in (1, 2))
    verder = regel.jaar - editie.jaren[0] + 1
    trend = None if vorig is None or ervoor is None else max(vorig + verder * (vorig - ervoor), 0.0)
    return Doel(blik.id, regel, float(onder), float(boven), crps(trekkingen, regel.gerealiseerd), vorig, trend)


def _eerder(reeks: Realisatie, regel: Toetsregel, jaar: int) -> float | None:
    """The same figure of another year, None when one of its parts is not known."""
    momenten = [re.sub(r"^\d{4}", str(jaar), moment) for moment in regel.momenten]
    if not all(moment in reeks.waarden for moment in momenten):
        return None
    return sum(reeks.waarden[moment].waarde for moment in momenten)
