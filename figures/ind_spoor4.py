"""Spoor 4 at the IND: what comes in, what is decided, what stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.stijl.kleuren import BLAUW, LILA
from figures.stijl.reeksen import alt_delen, alt_verloop, delen, tabel_delen, verloop
from figures.stijl.vel import HEEL, Vel
from figures.stijl.vormen import grafiek_paren, grafiek_waaier

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "Spoor 4 bij de IND: instroom, beslissingen en voorraad"
ONDERTITEL = "Zaken, {eerste} tot en met {laatste}; links scenario medio"
BRON = "realisatie voorraad [ind.spoor4.voorraad]; prognose MPP-productiemodel"
PAREN = {"instroom": ("ind.spoor4.instroom", BLAUW), "beslissingen": ("ind.spoor4.beslissingen", LILA)}
VOORRAAD = "ind.spoor4.voorraad"


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=54, panelen=2, kop=kop)
    grafiek_paren(vel, u.jaren, delen(u, PAREN), naam="Instroom en beslissingen per jaar")
    grafiek_waaier(vel, verloop(u, VOORRAAD), "zaken", paneel=1, naam="Voorraad op 31 december")
    return vel.figuur


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    return f"Staven van instroom en beslissingen in spoor 4 per jaar, scenario medio. {alt_delen(u, PAREN)} " + alt_verloop(
        verloop(u, VOORRAAD), "de voorraad in spoor 4 op 31 december", "zaken"
    )


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers behind the chart, unrounded: deel, jaar, minimum, medio, maximum."""
    return tabel_delen(u, {**PAREN, "voorraad": (VOORRAAD, BLAUW)})
