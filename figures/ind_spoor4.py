"""Spoor 4 at the IND: what comes in and what is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.stijl.kleuren import BLAUW, LILA
from figures.stijl.reeksen import alt_delen, delen, tabel_delen
from figures.stijl.vel import HEEL, Vel
from figures.stijl.vormen import grafiek_paren

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "Instroom en beslissingen in spoor 4"
ONDERTITEL = "Zaken per jaar in medio, {eerste} tot en met {laatste}"
BRON = "MPP-productiemodel"
PAREN = {"instroom": ("ind.spoor4.instroom", BLAUW), "beslissingen": ("ind.spoor4.beslissingen", LILA)}


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=54, kop=kop)
    grafiek_paren(vel, u.jaren, delen(u, PAREN), rechts=31)
    return vel.figuur


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    return f"Staven van instroom en beslissingen in spoor 4 per jaar, scenario medio. {alt_delen(u, PAREN)}"


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers behind the chart, unrounded: deel, jaar, minimum, medio, maximum."""
    return tabel_delen(u, PAREN)
