"""What the model gives: by year and scenario, over the draws, by month, and what each uncertainty does."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from math import isfinite
from typing import TYPE_CHECKING, Final

from mpp.edities.vergelijking import HOOFDINDICATOREN
from mpp.opendata.bestanden import Rij, exact
from mpp.opendata.rijen.gemeen import PROGNOSE, RAMING, REALISATIE, gemeten, getoond, in_eenheid, in_jaar
from mpp.opendata.tijd import van_maand
from mpp.parameters.gerealiseerd import gerealiseerde_maanden
from mpp.uitkomsten.banden import BAND, GEPUBLICEERD
from mpp.uitkomsten.register import indicatoren, register

if TYPE_CHECKING:
    from mpp.uitkomsten import Uitkomsten

_PER_MAAND: Final = ("instroom", "uitstroom", "voorraad")


def uitkomsten(u: Uitkomsten, ids: Collection[str] = ()) -> Iterator[Rij]:
    """Every indicator that may be shown to anyone, or those of these ids, by scenario and year, with the band of the year."""
    for id, indicator in indicatoren("extern").items():
        if ids and id not in ids:
            continue
        banden = {jaar: _kwantielen(u, id, jaar) for jaar in u.jaren}
        for scenario in u.scenarios:
            for jaar in u.jaren:
                yield {
                    "indicator": id,
                    "scenario": scenario,
                    **in_jaar(id, jaar),
                    **gemeten(u.waarde(id, jaar, scenario), indicator.eenheid),
                    "ondergrens": getoond(banden[jaar][BAND[0]], indicator.eenheid),
                    "bovengrens": getoond(banden[jaar][BAND[1]], indicator.eenheid),
                    "status": PROGNOSE,
                }


def banden(u: Uitkomsten) -> Iterator[Rij]:
    """The quantiles of the same over the draws."""
    for id, indicator in indicatoren("extern").items():
        for jaar in u.jaren:
            for kans, waarde in _kwantielen(u, id, jaar).items():
                tijd, gerond = in_jaar(id, jaar), gemeten(waarde, indicator.eenheid)
                yield {"indicator": id, **tijd, "kans": exact(kans), **gerond, "status": PROGNOSE}


def maanden(u: Uitkomsten) -> Iterator[Rij]:
    """The main indicators that add up or stand, by month."""
    for id in HOOFDINDICATOREN:
        indicator = register()[id]
        if indicator.soort not in _PER_MAAND:
            continue
        gekomen = gerealiseerde_maanden(u.ps, id, None)
        for scenario in u.scenarios:
            for nr, waarde in enumerate(u.maanden(id, scenario).tolist()):
                if not isfinite(waarde):
                    continue  # before the peildatum, and nothing tells what came
                maand = gekomen[nr] if nr < len(gekomen) else None
                geteld = maand and not maand.geraamd and not maand.gespreid
                yield {
                    "indicator": id,
                    "scenario": scenario,
                    **van_maand(u.jaren[0] + nr // 12, nr % 12 + 1),
                    **gemeten(waarde, indicator.eenheid),
                    "status": PROGNOSE if nr >= len(gekomen) else REALISATIE if geteld else RAMING,
                }


def gevoeligheden(u: Uitkomsten) -> Iterator[Rij]:
    """What each uncertainty does to the main indicators in the year that documents tell of and in the last."""
    for id in HOOFDINDICATOREN:
        eenheid = register()[id].eenheid
        for jaar in dict.fromkeys((u.jaren[min(1, len(u.jaren) - 1)], u.jaren[-1])):
            for invloed in sorted(u.gevoeligheid.invloeden(id, jaar), key=lambda i: i.onzekerheid):
                yield {
                    "indicator": id,
                    **in_jaar(id, jaar),
                    "onzekerheid": invloed.onzekerheid,
                    "naam": u.gevoeligheid.naam(invloed.onzekerheid),
                    "laag": getoond(invloed.laag, eenheid),
                    "hoog": getoond(invloed.hoog, eenheid),
                    **in_eenheid(eenheid),
                    "aandeel": getoond(invloed.aandeel, "aandeel"),
                }


def _kwantielen(u: Uitkomsten, id: str, jaar: int) -> dict[float, float]:
    return dict(zip(GEPUBLICEERD, u.met_trekkingen.banden(id, jaar, GEPUBLICEERD).tolist(), strict=True))
