"""Detention: who comes in, realisation and the three scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.stijl.reeksen import alt_verloop, tabel_verlopen, verloop
from figures.stijl.vel import HEEL, Vel
from figures.stijl.vormen import grafiek_waaier

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "Instroom in vreemdelingenbewaring"
ONDERTITEL = "Personen per jaar: realisatie en prognose in drie scenario’s tot en met {laatste}"
BRON = "realisatie [dji.instroom]; prognose MPP-productiemodel"
INDICATOR = "dji.instroom"


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=48, kop=kop)
    grafiek_waaier(vel, verloop(u, INDICATOR))
    return vel.figuur


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    return alt_verloop(verloop(u, INDICATOR), "de instroom in vreemdelingenbewaring in personen per jaar", "personen")


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers behind the chart: see tabel_verlopen; persons per year."""
    return tabel_verlopen([("instroom in vreemdelingenbewaring", verloop(u, INDICATOR))])
