"""Open asylum applications at the IND: realisation and the three scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.stijl.reeksen import alt_verloop, tabel_verlopen, verloop
from figures.stijl.vel import HEEL, Vel
from figures.stijl.vormen import grafiek_waaier

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "Openstaande asielaanvragen bij de IND"
ONDERTITEL = "Zaken in spoor 1, 2 en 4 op 31 december: realisatie en prognose in drie scenario’s tot en met {laatste}"
BRON = "realisatie [ind.asiel.voorraad]; prognose MPP-productiemodel"
INDICATOR = "ind.asiel.voorraad"


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=58, kop=kop)
    grafiek_waaier(vel, verloop(u, INDICATOR), "zaken")
    return vel.figuur


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    return alt_verloop(verloop(u, INDICATOR), "de openstaande asielaanvragen bij de IND op 31 december", "zaken")


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers behind the chart, unrounded: see tabel_verlopen."""
    return tabel_verlopen([("voorraad asiel", verloop(u, INDICATOR))])
